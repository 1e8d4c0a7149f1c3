import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const folder = new URL('./dev/', import.meta.url);

const Ontology = z.object({
  entityTypes: z.record(z.string(), z.unknown()),
  relationTypes: z.record(
    z.string(),
    z.object({ from: z.array(z.string()), to: z.array(z.string()), symmetric: z.boolean().optional() }),
  ),
});

const Span = z.object({ start: z.int().nonnegative(), end: z.int().positive() });
const Modality = z.enum(['done', 'in_progress', 'planned', 'called_for', 'asserted', 'hypothetical']);
const Key = z.object({
  source: z.string(),
  split: z.enum(['develop', 'report']),
  chars: z.int(),
  units: z.array(
    Span.extend({ i: z.int(), kind: z.enum(['title', 'dateline', 'heading', 'sentence']), text: z.string().min(1) }),
  ),
  entities: z.array(
    z.object({ id: z.string(), type: z.string(), name: z.string().min(1), aliases: z.array(z.string()) }),
  ),
  mentions: z.array(
    Span.extend({
      unit: z.int(),
      text: z.string(),
      entities: z.array(z.string()).min(1),
      kind: z.enum(['named', 'nominal', 'role', 'pronoun', 'anaphor']),
    }),
  ),
  relations: z.array(
    Span.extend({
      unit: z.int(),
      subject: z.string(),
      type: z.string(),
      object: z.string(),
      quote: z.string().min(1),
      polarity: z.enum(['+', '-']),
      modality: Modality,
      core: z.boolean(),
      optional: z.boolean().optional(),
      altTypes: z.array(z.string()).optional(),
      altModality: z.array(Modality).optional(),
    }),
  ),
});
type Key = z.infer<typeof Key>;

const ontology = Ontology.parse(parse(readFileSync(new URL('../../graph/ontology.yaml', import.meta.url), 'utf8')));
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .sort();
const keyOf = (file: string): Key => Key.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
const textOf = (key: Key): string => readFileSync(new URL(key.source, folder), 'utf8');

/** Whether the document of this number is scored, and never read while writing rules. */
const keptAside = (number: number): boolean => number >= 83;

/** Relations whose ends the ontology does not allow, as "Type RELATION Type". */
function misfits(key: Key): string[] {
  const typeOf = new Map(key.entities.map((entity) => [entity.id, entity.type]));
  return key.relations.flatMap(({ subject, type, object }) => {
    const rule = ontology.relationTypes[type];
    const from = typeOf.get(subject) ?? 'unknown';
    const to = typeOf.get(object) ?? 'unknown';
    const fits = (a: string, b: string) => rule?.from.includes(a) === true && rule.to.includes(b);
    return fits(from, to) || (rule?.symmetric === true && fits(to, from)) ? [] : [`${from} ${type} ${to}`];
  });
}

describe.each(names)('development key %s', (file) => {
  const key = keyOf(file);
  const text = textOf(key);

  it('names its own text, whole', () => {
    expect(key.source).toBe(file.replace(/json$/, 'txt'));
    expect(key.chars).toBe(text.length);
  });

  it('has units that are slices of the text, in order, with only white space and list marks between them', () => {
    let last = 0;
    const between: string[] = [];
    key.units.forEach((unit, index) => {
      expect(unit.i).toBe(index);
      expect(text.slice(unit.start, unit.end)).toBe(unit.text);
      expect(unit.start).toBeGreaterThanOrEqual(last);
      between.push(text.slice(last, unit.start));
      last = unit.end;
    });
    between.push(text.slice(last));
    expect(between.filter((gap) => !/^\uFEFF?\s*(?:[•–*-]|\([a-z]\))?\s*$/u.test(gap))).toEqual([]);
  });

  it('has mentions and quotes that are slices of the text, inside their units', () => {
    for (const span of [...key.mentions, ...key.relations]) {
      const unit = key.units[span.unit];
      const expected = 'quote' in span ? span.quote : span.text;
      expect(text.slice(span.start, span.end)).toBe(expected);
      expect(span.start).toBeGreaterThanOrEqual(unit?.start ?? Number.POSITIVE_INFINITY);
      expect(span.end).toBeLessThanOrEqual(unit?.end ?? -1);
    }
  });

  it('uses types of the ontology, with ends that fit', () => {
    expect(key.entities.filter((entity) => !(entity.type in ontology.entityTypes))).toEqual([]);
    expect(key.relations.flatMap((r) => r.altTypes ?? []).filter((type) => !(type in ontology.relationTypes))).toEqual(
      [],
    );
    expect(misfits(key)).toEqual([]);
  });

  it('refers to entities it declares once, each of them mentioned or related', () => {
    const ids = key.entities.map((entity) => entity.id);
    expect(new Set(ids).size).toBe(ids.length);
    const used = new Set([
      ...key.mentions.flatMap((mention) => mention.entities),
      ...key.relations.flatMap((relation) => [relation.subject, relation.object]),
    ]);
    expect([...used].filter((id) => !ids.includes(id))).toEqual([]);
    expect(ids.filter((id) => !used.has(id))).toEqual([]);
  });

  it('does not ask for one triple twice in the same quote', () => {
    const seen = key.relations.map((r) => [r.subject, r.type, r.object, r.polarity, r.start, r.end].join(' '));
    expect(seen.filter((line, index) => seen.indexOf(line) !== index)).toEqual([]);
  });

  it('is of the length of a real readout, or has nothing to extract', () => {
    const words = text.split(/\s+/u).filter(Boolean).length;
    const empty = key.entities.length + key.mentions.length + key.relations.length === 0;
    expect(empty || (words >= 200 && words <= 450 && key.relations.length > 0)).toBe(true);
  });

  it('is kept for reporting when its number is one of those kept aside', () => {
    expect(key.split).toBe(keptAside(Number.parseInt(file, 10)) ? 'report' : 'develop');
  });
});

describe('the development set', () => {
  const keys = names.map(keyOf);

  it('has 82 documents open to whoever writes rules, and about a third of the whole kept for reporting', () => {
    const kept = keys.filter((key) => key.split === 'report').length;
    expect(keys.length - kept).toBe(82);
    expect(kept).toBeGreaterThanOrEqual(Math.ceil(keys.length * 0.31));
  });

  it('holds every modality, denials, and one document with nothing to extract', () => {
    const relations = keys.flatMap((key) => key.relations);
    expect(new Set(relations.map((relation) => relation.modality))).toEqual(new Set(Modality.options));
    expect(relations.some((relation) => relation.polarity === '-')).toBe(true);
    expect(keys.filter((key) => key.relations.length === 0)).toHaveLength(1);
  });
});
