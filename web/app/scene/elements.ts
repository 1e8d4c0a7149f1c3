/**
 * A subgraph as what is drawn: one node per entity, one edge per relation or per bundle of relations between
 * the same two entities. Pure; knows no renderer.
 */
import type { Entity, EntityId, Relation, RelationId, Subgraph } from '../../../graph/model.ts';
import { type Box, captionBox, type Font, type Measure, nodeBox, wrapCaption } from './captions.ts';
import type { Look } from './look.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface SceneNode {
  readonly id: EntityId;
  readonly name: string;
  /** Caption with its line breaks. */
  readonly label: string;
  readonly colour: string;
  readonly shape: string;
  readonly size: number;
  readonly font: Font;
  readonly hub: boolean;
  readonly pinned: boolean;
  readonly provisional: boolean;
  /** Relations of the whole graph that are not in the scene. */
  readonly missing: number;
  readonly caption: Box;
  readonly box: Box;
  /** null: not placed yet. */
  readonly position: Point | null;
}

export interface SceneEdge {
  readonly key: string;
  readonly relations: readonly RelationId[];
  readonly source: EntityId;
  readonly target: EntityId;
  readonly caption: string;
  readonly arrow: 'forward' | 'both' | 'none';
  readonly bundle: boolean;
  readonly negative: boolean;
  readonly background: boolean;
  /** Rests on little: confidence below {@link WEAK}. */
  readonly weak: boolean;
  /** One end is a hub: drawn quieter, so that hubs do not shout. */
  readonly quiet: boolean;
  readonly width: number;
}

export interface SceneElements {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  /** Entities the renderer cannot hold (beyond {@link MOST}); said on the canvas. */
  readonly left: number;
}

export interface SceneInput {
  /** What the filters let through. */
  readonly subgraph: Subgraph;
  readonly degrees: ReadonlyMap<EntityId, number>;
  readonly missing: ReadonlyMap<EntityId, number>;
  readonly positions: ReadonlyMap<EntityId, Point>;
  readonly pinned: ReadonlySet<EntityId>;
  /** Relations that must be drawn by themselves: those selected or on a chosen path. */
  readonly apart: ReadonlySet<RelationId>;
  readonly look: Look;
  readonly measure: Measure;
}

/** Confidence below which a relation is drawn dashed. */
export const WEAK = 0.6;
/** Most entities drawn at once: beyond about 2,500 the renderer is too slow to work with. */
export const MOST = 2500;
const HUB = 12;
/** Shapes that fill less of their square are drawn larger, so that sizes compare. */
const SPARSE: Record<string, number> = {
  star: 1.35,
  diamond: 1.2,
  'round-diamond': 1.2,
  'round-triangle': 1.2,
};

/** How the renderer draws a scene of this size: see rendering.md for what was measured. */
export type Tier = 'full' | 'straight' | 'haystack';

const limits: Record<Exclude<Tier, 'haystack'>, { nodes: number; edges: number }> = {
  full: { nodes: 300, edges: 900 },
  straight: { nodes: 1500, edges: 4000 },
};

/** @param current the tier so far: a scene that grows a little beyond its limit keeps it, for the picture's sake */
export function tierOf(nodes: number, edges: number, current: Tier = 'haystack'): Tier {
  const within = (tier: 'full' | 'straight') => {
    const slack = current === tier ? 1.2 : 1;
    return nodes <= limits[tier].nodes * slack && edges <= limits[tier].edges * slack;
  };
  if (within('full')) return 'full';
  return within('straight') ? 'straight' : 'haystack';
}

export function elementsOf(input: SceneInput): SceneElements {
  const drawn = mostConnected(input);
  const here = new Set(drawn.map(({ id }) => id));
  const nodes = drawn.map((entity) => nodeOf(entity, input));
  const hubs = new Set(nodes.filter(({ hub }) => hub).map(({ id }) => id));
  const relations = input.subgraph.relations.filter(
    ({ subject, object }) => here.has(subject) && here.has(object),
  );
  const edges = [...pairs(relations).values()].flatMap((between) =>
    between.length > 1 && !between.some(({ id }) => input.apart.has(id))
      ? [bundleOf(between, input, hubs)]
      : between.map((relation) => edgeOf(relation, input, hubs)),
  );
  return { nodes, edges, left: input.subgraph.entities.length - drawn.length };
}

function mostConnected({ subgraph, degrees }: SceneInput): readonly Entity[] {
  if (subgraph.entities.length <= MOST) return subgraph.entities;
  const degree = (id: EntityId) => degrees.get(id) ?? 0;
  return [...subgraph.entities].sort((a, b) => degree(b.id) - degree(a.id)).slice(0, MOST);
}

function nodeOf(entity: Entity, input: SceneInput): SceneNode {
  const { id, name } = entity;
  const degree = input.degrees.get(id) ?? 0;
  const hub = degree >= HUB;
  const font: Font = { size: hub ? 16 : 12, bold: hub };
  const look = input.look.type(entity.type);
  const size = Math.round(Math.min(60, 18 + 5.6 * Math.sqrt(degree)) * (SPARSE[look.shape] ?? 1));
  const lines = wrapCaption(name, input.measure, font, hub ? 150 : 112, 3);
  const caption = captionBox(lines, input.measure, font, size);
  return {
    id,
    name,
    label: lines.join('\n'),
    colour: look.colour,
    shape: look.shape,
    size,
    font,
    hub,
    pinned: input.pinned.has(id),
    provisional: entity.provisional,
    missing: input.missing.get(id) ?? 0,
    caption,
    box: nodeBox(caption, size),
    position: input.positions.get(id) ?? null,
  };
}

/** Relations by the two entities they stand between, whichever way they run. */
function pairs(relations: readonly Relation[]): Map<string, Relation[]> {
  const found = new Map<string, Relation[]>();
  for (const relation of relations) {
    const key = [relation.subject, relation.object].sort().join('\u0000');
    const between = found.get(key);
    if (between) between.push(relation);
    else found.set(key, [relation]);
  }
  return found;
}

function edgeOf(relation: Relation, { look }: SceneInput, hubs: ReadonlySet<EntityId>): SceneEdge {
  const { caption, symmetric } = look.relation(relation.type);
  const negative = relation.polarity === '-';
  return {
    key: `r:${relation.id}`,
    relations: [relation.id],
    source: relation.subject,
    target: relation.object,
    caption: negative ? `not ${caption}` : caption,
    arrow: symmetric ? 'none' : 'forward',
    bundle: false,
    negative,
    background: relation.origin === 'gazetteer',
    weak: relation.confidence < WEAK,
    quiet: hubs.has(relation.subject) || hubs.has(relation.object),
    width: Math.min(4, 1.2 + Math.log2(Math.max(1, relation.claimCount)) * 0.6),
  };
}

function bundleOf(
  between: readonly Relation[],
  { look }: SceneInput,
  hubs: ReadonlySet<EntityId>,
): SceneEdge {
  const [first] = between;
  if (!first) throw new Error('A bundle holds at least two relations.');
  const oneWay = between.every(
    ({ subject, type }) => subject === first.subject && !look.relation(type).symmetric,
  );
  return {
    key: `b:${[first.subject, first.object].sort().join('\u0000')}`,
    relations: between.map(({ id }) => id),
    source: first.subject,
    target: first.object,
    caption: bundleCaption(between),
    arrow: oneWay ? 'forward' : 'none',
    bundle: true,
    negative: between.every(({ polarity }) => polarity === '-'),
    background: between.every(({ origin }) => origin === 'gazetteer'),
    weak: between.every(({ confidence }) => confidence < WEAK),
    quiet: hubs.has(first.subject) || hubs.has(first.object),
    width: Math.min(6, 1.5 + between.length * 0.5),
  };
}

/** `×3`, and how many of them are denied. */
function bundleCaption(between: readonly Relation[]): string {
  const denied = between.filter(({ polarity }) => polarity === '-').length;
  return denied === 0 ? `×${between.length}` : `×${between.length}, ${denied} not`;
}
