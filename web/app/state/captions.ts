/** Which property names the nodes of a label: what can be chosen, and entities called by what was. Pure. */
import { captionOf, ruleOf } from '../../../graph/captions.ts';
import type { Entity } from '../../../graph/model.ts';

/** Label → the property chosen for it; labels without a choice follow the rule. */
export type ChosenCaptions = Readonly<Record<string, string>>;

export interface CaptionChoice {
  readonly label: string;
  /** By the alphabet. */
  readonly properties: readonly string[];
  /** What the rule takes for the nodes on the canvas, most frequent first. */
  readonly rules: readonly string[];
}

/** The labels of nodes that are not ours, each with what its nodes could be called by. */
export function captionChoices(entities: Iterable<Entity>): CaptionChoice[] {
  const labels = new Map<string, { properties: Set<string>; rules: Map<string, number> }>();
  for (const { type, captions } of entities) {
    if (captions === undefined) continue;
    const found = labels.get(type) ?? { properties: new Set(), rules: new Map() };
    labels.set(type, found);
    for (const property of Object.keys(captions)) found.properties.add(property);
    const rule = ruleOf(captions);
    if (rule !== undefined) found.rules.set(rule, (found.rules.get(rule) ?? 0) + 1);
  }
  return [...labels]
    .map(([label, { properties, rules }]) => ({
      label,
      properties: [...properties].toSorted(),
      rules: [...rules].toSorted((a, b) => b[1] - a[1]).map(([rule]) => rule),
    }))
    .filter(({ properties }) => properties.length > 0)
    .toSorted((a, b) => a.label.localeCompare(b.label));
}

/** The entity under the name that the choice gives it; the same object where that changes nothing. */
export function called(entity: Entity, chosen: ChosenCaptions): Entity {
  if (entity.captions === undefined) return entity;
  const name = captionOf(entity.captions, entity.type, entity.id, chosen[entity.type]);
  return name === entity.name ? entity : { ...entity, name };
}

/** An answer of the server with every entity in it called as chosen, however deep it stands. */
export function calledWithin<T>(answer: T, chosen: ChosenCaptions): T {
  if (Object.keys(chosen).length === 0) return answer;
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    if (isForeignEntity(value)) return called(value, chosen);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, visit(item)]));
  };
  // Only names change, and they stay text.
  return visit(answer) as T;
}

function isForeignEntity(value: object): value is Entity {
  return 'captions' in value && 'type' in value && 'name' in value && 'aliases' in value;
}

/** With one choice more, or with none for a label (`null`). */
export function withChoice(chosen: ChosenCaptions, label: string, property: string | null): ChosenCaptions {
  const { [label]: _before, ...rest } = chosen;
  return property === null ? rest : { ...rest, [label]: property };
}
