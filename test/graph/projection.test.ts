import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeEntities } from '../../graph/merge.ts';
import { combinedConfidence, mergeBackground, project } from '../../graph/projection.ts';
import { extractions } from './arbitrary.ts';

const symmetric = new Set(['COOPERATES_WITH']);
const shuffled = <T>(items: readonly T[]) =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });

describe('projection', () => {
  it('does not depend on the order of claims, or on how often each is given', () => {
    const cases = fc.tuple(extractions('one'), extractions('two')).chain(([one, two]) => {
      const claims = [...one.claims, ...two.claims];
      return fc.record({
        claims: fc.constant(claims),
        others: shuffled([...claims, ...claims]),
        documents: fc.constant([one.document, two.document]),
      });
    });
    fc.assert(
      fc.property(cases, ({ claims, others, documents }) => {
        expect(project(others, documents.toReversed(), symmetric)).toEqual(
          project(claims, documents, symmetric),
        );
      }),
    );
  });

  it('keeps every claim in exactly one relation with its polarity and modality', () => {
    fc.assert(
      fc.property(extractions('one'), ({ claims, document }) => {
        const relations = project(claims, [document], symmetric);
        expect(relations.flatMap((relation) => relation.claims).toSorted()).toEqual(
          claims.map(({ id }) => id).toSorted(),
        );
        for (const claim of claims) {
          const relation = relations.find((one) => one.claims.includes(claim.id));
          expect(relation).toMatchObject({ type: claim.type, polarity: claim.polarity });
          expect(relation?.modalities).toContain(claim.modality);
          expect(relation?.documents).toEqual([document.id]);
        }
        for (const relation of relations) {
          expect(relation.claimCount).toBe(relation.claims.length);
          if (symmetric.has(relation.type)) expect(relation.subject <= relation.object).toBe(true);
        }
      }),
    );
  });

  it('dates a relation by its events, or by the publication of its documents', () => {
    fc.assert(
      fc.property(extractions('one'), ({ claims, document }) => {
        for (const { firstDate, lastDate, claims: ids } of project(claims, [document], symmetric)) {
          const days = claims
            .filter(({ id }) => ids.includes(id))
            .flatMap(({ eventDate }) => eventDate ?? document.published ?? []);
          expect(firstDate).toBe(days.toSorted()[0] ?? null);
          expect(lastDate).toBe(days.toSorted().at(-1) ?? null);
        }
      }),
    );
  });

  it('confidence grows with sentences, not with repeats in one, and never reaches certainty', () => {
    const said = (sentence: string, confidence: number) => ({ sentence: sentence as never, confidence });
    expect(combinedConfidence([said('a', 0.5)])).toBe(0.5);
    expect(combinedConfidence([said('a', 0.5), said('a', 0.4)])).toBe(0.5);
    expect(combinedConfidence([said('a', 0.5), said('b', 0.5)])).toBe(0.75);
    expect(combinedConfidence(Array.from({ length: 50 }, (_, index) => said(`${index}`, 0.9)))).toBe(0.99);
    expect(combinedConfidence([])).toBe(0);
  });

  it('background knowledge gives way to what documents say', () => {
    fc.assert(
      fc.property(extractions('one'), ({ claims, document, background }) => {
        const drawn = project(claims, [document], symmetric);
        const all = mergeBackground(drawn, background, symmetric);
        expect(all).toEqual(expect.arrayContaining(drawn));
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        for (const { origin, claimCount } of all) expect(claimCount > 0).toBe(origin === 'document');
      }),
    );
  });
});

describe('merging entities', () => {
  it('does not depend on order or repetition, keeps all names, and never makes a known entity provisional', () => {
    const versions = fc
      .array(extractions('one'), { minLength: 1, maxLength: 4 })
      .map((documents) => documents.flatMap(({ entities }) => entities.slice(0, 1)));
    const cases = versions.chain((given) => fc.tuple(fc.constant(given), shuffled([...given, ...given])));
    fc.assert(
      fc.property(cases, ([given, others]) => {
        const merged = mergeEntities(given);
        expect(mergeEntities(others)).toEqual(merged);
        expect(mergeEntities([merged, ...given]).name).toBe(merged.name);
        const names = given.flatMap(({ name, aliases }) => [name, ...aliases]);
        expect(new Set([merged.name, ...merged.aliases])).toEqual(new Set(names));
        expect(merged.provisional).toBe(given.every(({ provisional }) => provisional));
        if (given.some(({ wikidata }) => wikidata !== null)) expect(merged.wikidata).not.toBeNull();
      }),
    );
  });

  it('needs a version', () => {
    expect(() => mergeEntities([])).toThrow(RangeError);
  });
});
