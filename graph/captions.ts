/**
 * What a node of a database that is not ours is called: by which of its properties, in a visible rule that people can
 * change label by label. Pure, and the same on the server and in the page.
 */
import { NO_LABEL } from './labels.ts';
import type { Json } from './model.ts';

/** Property → short text, in the order in which the rule tries them. */
export type Captions = Readonly<Record<string, string>>;

/** Code units of a caption at most. */
const SHORT = 80;
/** Names of properties that tell what a thing is called, best first; compared without regard to case. */
const TELLING = ['name', 'title', 'label', 'caption'];
/** Endings of such names: `productName`, `display_title`. */
const TELLING_END = /(name|title)$/i;
const THEN = ['text', 'quote', 'id'];

function shortText(value: Json): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.replace(/\s+/g, ' ').trim();
  if (text === '') return undefined;
  return text.length <= SHORT ? text : `${wholeCharacters(text.slice(0, SHORT - 1)).trimEnd()}…`;
}

/** Without the half of a character that a cut may leave. */
const wholeCharacters = (text: string) => text.replace(/[\uD800-\uDBFF]$/, '');

/** Smaller is tried earlier. */
function order(property: string, value: Json): number {
  const lower = property.toLowerCase();
  const telling = TELLING.indexOf(lower);
  if (telling >= 0) return telling;
  if (TELLING_END.test(property)) return 10;
  const then = THEN.indexOf(lower);
  if (then >= 0) return 20 + then;
  return typeof value === 'string' && value.length <= SHORT ? 30 : 40;
}

/**
 * What a node could be called. The rule: `name`, `title`, `label`, `caption`; what ends in `name` or `title`; `text`,
 * `quote`, `id`; then the first short text, and last numbers and long texts.
 */
export function captionsOf(properties: Readonly<Record<string, Json>>): Captions {
  return Object.fromEntries(
    Object.entries(properties)
      .map(([property, value]) => ({ property, text: shortText(value), rank: order(property, value) }))
      .filter((each): each is typeof each & { text: string } => each.text !== undefined)
      .toSorted((a, b) => a.rank - b.rank || (a.property < b.property ? -1 : 1))
      .map(({ property, text }) => [property, text]),
  );
}

/** The property that the rule takes; undefined where only its label can name a node. */
export function ruleOf(captions: Captions): string | undefined {
  return Object.keys(captions)[0];
}

/** What a node is called: by the property chosen where it has it, else by the rule, else by its label and a short id. */
export function captionOf(captions: Captions, type: string, id: string, chosen?: string): string {
  const text = chosen !== undefined && Object.hasOwn(captions, chosen) ? captions[chosen] : undefined;
  return text ?? captions[ruleOf(captions) ?? ''] ?? `${type === NO_LABEL ? 'Node' : type} ${shortId(id)}`;
}

/** The part of an engine's id that tells nodes of one database apart. */
function shortId(id: string): string {
  return id.slice(id.lastIndexOf(':') + 1).slice(-12);
}
