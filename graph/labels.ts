/**
 * How a node that the ontology does not know is shown: under which of its labels, and in which colour and shape. Rules
 * on names alone, so that a label looks the same on every page and in every database. Pure.
 */

/** What a node without labels is shown under. */
export const NO_LABEL = '(no label)';

/** Labels that say nothing of what a node is: shown only where it has no other. */
const GENERAL: ReadonlySet<string> = new Set(['Entity', 'Node', 'Resource', 'Thing', 'Object']);
const saysLittle = (label: string) => GENERAL.has(label) || label.startsWith('_');

/** The label that a node is shown under: the first by the alphabet of those that say something. */
export function labelOf(labels: readonly string[]): string {
  const sorted = labels.toSorted();
  return sorted.find((label) => !saysLittle(label)) ?? sorted[0] ?? NO_LABEL;
}

/** Colours for labels are places on the colour wheel: `wheel0` to `wheel17`. */
export const WHEEL = 18;

export const LABEL_SHAPES = [
  'ellipse',
  'round-rectangle',
  'round-diamond',
  'round-hexagon',
  'round-triangle',
  'round-octagon',
  'round-pentagon',
  'barrel',
  'cut-rectangle',
  'round-tag',
  'star',
  'bottom-round-rectangle',
] as const;

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const unit of new TextEncoder().encode(text)) hash = Math.imul(hash ^ unit, 0x01000193) >>> 0;
  return hash;
}

/** The colour key and shape of a label. Two labels may share one of the two, rarely both. */
export function lookOfLabel(label: string): { readonly colour: string; readonly shape: string } {
  const hash = hashOf(label);
  const at = Math.floor(hash / WHEEL) % LABEL_SHAPES.length;
  return { colour: `wheel${hash % WHEEL}`, shape: LABEL_SHAPES[at] ?? 'ellipse' };
}
