/** The ontology: reads and checks `ontology.yaml`'s text. Pure, so that the app may use it too. */
import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { z } from 'zod';

const EntityTypeEntry = z.strictObject({
  families: z.array(z.string().min(1)),
  colour: z.string().min(1),
  shape: z.string().min(1),
  icon: z.string().min(1),
  caption: z.string().min(1),
});

const RelationTypeEntry = z.strictObject({
  from: z.array(z.string()).min(1),
  to: z.array(z.string()).min(1),
  symmetric: z.boolean().default(false),
  caption: z.string().min(1),
  inverse: z.string().min(1),
  plover: z.string().optional(),
  mood: z.literal(-1).optional(),
  auxiliary: z.boolean().default(false),
});

const File = z.strictObject({
  version: z.literal(1),
  entityTypes: z.record(z.string().regex(/^[A-Z][A-Za-z0-9]*$/), EntityTypeEntry),
  relationTypes: z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), RelationTypeEntry),
});

/** How entities of a type are called and drawn; `families` are further labels that every node of the type carries. */
export type EntityType = z.infer<typeof EntityTypeEntry> & { readonly type: string };
/** What a relation type may connect (`from` and `to` are entity types) and how it reads in either direction. */
export type RelationType = z.infer<typeof RelationTypeEntry> & { readonly type: string };

export interface Ontology {
  readonly entityTypes: ReadonlyMap<string, EntityType>;
  readonly relationTypes: ReadonlyMap<string, RelationType>;
}

/** The ontology's text is not valid YAML, or not an ontology. `line` counts from 1. */
export class OntologyError extends Error {
  readonly line: number | undefined;
  constructor(message: string, line?: number) {
    super(line === undefined ? `Ontology: ${message}` : `Ontology, line ${line}: ${message}`);
    this.name = 'OntologyError';
    this.line = line;
  }
}

type Where = (path: readonly PropertyKey[]) => number | undefined;

/** Line of the innermost part of `path` that exists in the YAML tree. */
function locator(root: Node | null, lines: LineCounter): Where {
  return (path) => {
    let node: Node | null = root;
    let offset = root?.range?.[0];
    for (const part of path) {
      const keyed: Node | undefined = isMap(node)
        ? (node.items.find((item) => isScalar(item.key) && item.key.value === part)?.key as Node | undefined)
        : undefined;
      if (keyed?.range) offset = keyed.range[0];
      const child: unknown =
        isMap(node) || (node !== null && 'get' in node)
          ? (node as { get(key: unknown, keep: true): unknown }).get(part, true)
          : undefined;
      if (child === undefined || child === null) break;
      node = child as Node;
      if (!keyed && node.range) offset = node.range[0];
    }
    return offset === undefined ? undefined : lines.linePos(offset).line;
  };
}

function checkEnds(file: z.infer<typeof File>, lineOf: Where): void {
  for (const [type, { from, to, symmetric }] of Object.entries(file.relationTypes)) {
    for (const side of ['from', 'to'] as const) {
      const unknown = (side === 'from' ? from : to).find((end) => !(end in file.entityTypes));
      if (unknown !== undefined) {
        throw new OntologyError(
          `relation type ${type} allows '${unknown}' in '${side}', which is no entity type.`,
          lineOf(['relationTypes', type, side]),
        );
      }
    }
    if (symmetric && from.every((end) => !to.includes(end))) {
      throw new OntologyError(
        `relation type ${type} is symmetric, but its ends share no entity type.`,
        lineOf(['relationTypes', type]),
      );
    }
  }
  for (const [type, entry] of Object.entries(file.entityTypes)) {
    const clash = entry.families.find((family) => family in file.entityTypes);
    if (clash !== undefined) {
      throw new OntologyError(
        `'${clash}' is an entity type and cannot be a family of ${type}.`,
        lineOf(['entityTypes', type, 'families']),
      );
    }
  }
}

/**
 * Parses and checks the text of an ontology file: shape, names, that every end is a declared entity type.
 * @throws OntologyError naming the line
 */
export function parseOntology(yamlText: string): Ontology {
  const lines = new LineCounter();
  const parsed = parseDocument(yamlText, { lineCounter: lines, prettyErrors: false });
  const fault = parsed.errors[0];
  if (fault) throw new OntologyError(fault.message, lines.linePos(fault.pos[0]).line);
  const lineOf = locator(parsed.contents, lines);
  const checked = File.safeParse(parsed.toJS());
  if (!checked.success) {
    const issue = checked.error.issues[0];
    const path = issue?.path ?? [];
    const extra = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    throw new OntologyError(
      `${path.length > 0 ? `${path.join('.')}: ` : ''}${issue?.message ?? 'not an ontology'}`,
      lineOf([...path, ...extra]),
    );
  }
  checkEnds(checked.data, lineOf);
  const named = <T extends object>(entries: Record<string, T>) =>
    new Map(Object.entries(entries).map(([type, entry]) => [type, { type, ...entry }]));
  return { entityTypes: named(checked.data.entityTypes), relationTypes: named(checked.data.relationTypes) };
}

/** Whether `type` may run from an entity of type `from` to one of type `to`; symmetric types either way round. */
export function allowsEnds(ontology: Ontology, type: string, from: string, to: string): boolean {
  const relation = ontology.relationTypes.get(type);
  if (!relation) return false;
  const fits = (a: string, b: string) => relation.from.includes(a) && relation.to.includes(b);
  return fits(from, to) || (relation.symmetric && fits(to, from));
}
