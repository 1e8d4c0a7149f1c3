/** A person's review: what it accepts, adds, rejects, merges and splits, whatever the extractor makes of the text. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { claimId } from '../../graph/id.ts';
import type { EntityId, Extraction } from '../../graph/model.ts';
import { readOntology } from '../../graph/ontology-file.ts';
import { bundledDocument, bundledReview } from '../../ingest/bundled.ts';
import { DataFileError } from '../../ingest/data-file.ts';
import { checkExtraction } from '../../ingest/load-check.ts';
import { toPrediction } from '../../ingest/prediction.ts';
import { applyReview, tell } from '../../ingest/review/apply.ts';
import { draftReview } from '../../ingest/review/draft.ts';
import { readReview } from '../../ingest/review/review-file.ts';
import { score } from '../golden/score.mjs';
import { extractor, readable } from './extractor.ts';

const ontology = readOntology();
const id = (text: string) => text as EntityId;

function reviewed(extraction: Extraction, yaml: string) {
  const result = applyReview(extraction, readReview(`by: A. Reader\n${yaml}`, 'talks.review.yaml'), ontology);
  checkExtraction(result.extraction);
  return result;
}

describe('the bundled document with its review', () => {
  const key = JSON.parse(readFileSync(new URL('../golden/seed.json', import.meta.url), 'utf8'));
  const extraction = extractor.extract(bundledDocument());
  /** An extractor that finds nothing but sentences, and one that takes everything for true. */
  const blind: Extraction = { ...extraction, entities: [], mentions: [], claims: [], background: [] };
  const credulous: Extraction = {
    ...extraction,
    claims: extraction.claims.flatMap((claim) => {
      const opposite = claim.polarity === '+' ? '-' : '+';
      const other = claimId(claim.sentence, claim.subject, claim.type, claim.object, opposite);
      return [
        { ...claim, modality: 'hypothetical' as const },
        { ...claim, id: other, polarity: opposite as '+' | '-' },
      ];
    }),
  };
  it.each([
    ['as it is read', extraction],
    ['where nothing was found in it', blind],
    ['where all was doubled and denied', credulous],
  ])('is right by the answer key: %s', (_, read) => {
    const { extraction: right, outcome } = applyReview(read, bundledReview(), ontology);
    checkExtraction(right);
    expect(outcome.unmatched).toEqual([]);
    const { entities, strict, core, modality, evidence } = score(
      key,
      toPrediction(right),
      bundledDocument().text,
    );
    expect([entities.typed.p, entities.typed.r]).toEqual([1, 1]);
    expect([strict.p, strict.r, core.r]).toEqual([1, 1, 1]);
    expect([modality.ok, evidence.quoteValid]).toEqual([modality.matched, evidence.relations]);
    for (const claim of right.claims) {
      expect(claim).toMatchObject({ confidence: 1, reviewer: "the document's answer key" });
      expect(claim.extractors).toContain('review');
    }
  });
  it('stays the same under a second reading, and keeps what the gazetteer knows', () => {
    const once = applyReview(extraction, bundledReview(), ontology).extraction;
    expect(applyReview(extraction, bundledReview(), ontology).extraction).toEqual(once);
    const relations = ({ background }: Extraction) =>
      background.map(({ id: relation }) => relation).toSorted();
    expect(relations(once)).toEqual(relations(extraction));
    expect(once.entities.find((entity) => entity.id === 'country:japan')).toMatchObject({ iso3: 'JPN' });
  });
});

const TEXT =
  'Talks\n\nFrance condemned the attack on Mali. Kenya welcomed the talks in Nairobi. France said no more.';
const talks = extractor.extract({ text: TEXT });
/** No date tells the attack: its id is of this document. */
const ATTACK = talks.claims.find(({ type }) => type === 'CONDEMNS')?.object ?? '';
const condemns = { subject: id('country:france'), type: 'CONDEMNS' };

describe('claims', () => {
  const found = talks.claims.find(({ type }) => type === 'CONDEMNS');
  it('are accepted by id, with who and why', () => {
    const { extraction, outcome } = reviewed(
      talks,
      `claims: [{ decision: accept, id: ${found?.id}, note: 'Seen.' }]`,
    );
    expect(extraction.claims.find((claim) => claim.id === found?.id)).toMatchObject({
      confidence: 1,
      reviewer: 'A. Reader',
      reviewNote: 'Seen.',
      extractors: expect.arrayContaining(['review', ...(found?.extractors ?? [])]),
    });
    expect(outcome).toEqual({ accepted: 1, added: 0, rejected: 0, unmatched: [] });
  });
  it('are rejected by what they say', () => {
    const { extraction, outcome } = reviewed(
      talks,
      `claims: [{ decision: reject, subject: country:france, type: CONDEMNS, object: ${ATTACK} }]`,
    );
    expect(extraction.claims).toEqual(talks.claims.filter(({ type }) => type !== 'CONDEMNS'));
    expect(outcome.rejected).toBe(1);
  });
  it('are added with their quote', () => {
    const { extraction, outcome } = reviewed(
      talks,
      'claims: [{ decision: accept, subject: country:kenya, type: SUPPORTS, object: country:mali, modality: planned, quote: Kenya welcomed the talks }]',
    );
    expect(readable(extraction)).toContain('Kenya SUPPORTS Mali + planned');
    expect(outcome.added).toBe(1);
    expect(extraction.claims.find(({ type }) => type === 'SUPPORTS')).toMatchObject({
      extractors: ['review'],
      quote: 'Kenya welcomed the talks',
      confidence: 1,
    });
  });
  it('that the extractor no longer makes: with a quote they stay, without one they are told of with their line', () => {
    const silent: Extraction = { ...talks, claims: [] };
    const { extraction, outcome } = reviewed(
      silent,
      [
        'claims:',
        `  - { decision: accept, subject: country:france, type: CONDEMNS, object: ${ATTACK}, quote: condemned the attack }`,
        '  - { decision: accept, id: 0123456789abcdef }',
        `  - { decision: reject, subject: country:france, type: WELCOMES, object: ${ATTACK} }`,
      ].join('\n'),
    );
    expect(extraction.claims).toMatchObject([condemns]);
    expect(outcome.unmatched).toEqual([
      expect.stringMatching(/^line 4: .* any more/),
      expect.stringMatching(/^line 5: .*nothing to reject/),
    ]);
    expect(tell(outcome, 'talks.review.yaml')).toHaveLength(3);
  });
  it('not accepted are rejected where the review is complete', () => {
    expect(reviewed(talks, 'complete: [claims]').extraction.claims).toEqual([]);
  });
});

describe('entities', () => {
  it('are merged by sameAs, with their names, mentions and claims', () => {
    const { extraction } = reviewed(talks, 'entities: [{ id: country:kenya, sameAs: [country:france] }]');
    expect(extraction.entities.some((entity) => entity.id === 'country:france')).toBe(false);
    expect(extraction.entities.find((entity) => entity.id === 'country:kenya')).toMatchObject({
      name: 'Kenya',
      aliases: expect.arrayContaining(['France']),
    });
    expect(extraction.claims.map(({ subject }) => subject)).not.toContain('country:france');
    expect(readable(extraction)).toContain('Kenya CONDEMNS attack on Mali + done');
    // Decisions made before the merge still find their claims.
    const both = `entities: [{ id: country:kenya, sameAs: [country:france] }]\n${draftReview(talks).slice(draftReview(talks).indexOf('claims:'))}`;
    expect(reviewed(talks, both).outcome.unmatched).toEqual([]);
  });
  it('are split by their places; claims of that sentence follow', () => {
    const { extraction } = reviewed(
      talks,
      'entities: [{ id: org:agence-france, type: Organization, name: Agence France, mentions: [{ quote: France, occurrence: 1 }] }]',
    );
    expect(readable(extraction)).toContain('Agence France CONDEMNS attack on Mali + done');
    const of = (entity: string) => extraction.mentions.filter((mention) => mention.entity === entity).length;
    expect([of('org:agence-france'), of('country:france')]).toEqual([1, 1]);
  });
  it('are rejected with what is said of them', () => {
    const { extraction } = reviewed(talks, 'entities: [{ id: country:france, decision: reject }]');
    expect(extraction.entities.some((entity) => entity.id === 'country:france')).toBe(false);
    expect(extraction.claims.some(({ subject }) => subject === 'country:france')).toBe(false);
  });
});

describe('a faulty review names its line', () => {
  const claim = (rest: string) => `claims:\n  - { decision: accept, ${rest} }`;
  const triple = `subject: country:france, type: CONDEMNS, object: ${ATTACK}`;
  it.each([
    ['claims:\n  - { decision: perhaps, id: x }', 3],
    ['claims:\n  - { decision: accept }', 3],
    ['claim: []', 2],
    ['claims: [', 2],
    ['document: other', 2],
    [claim(`${triple}, quote: 'France praised'`), 3],
    [claim(`${triple}, quote: France`), 3],
    [claim(`${triple}, quote: France, occurrence: 9`), 3],
    [claim(`${triple}, quote: "Mali. Kenya"`), 3],
    [claim('subject: country:france, type: LIKES, object: country:mali, quote: condemned'), 3],
    [claim(`subject: ${ATTACK}, type: CONDEMNS, object: country:mali, quote: condemned`), 3],
    [claim(`subject: country:atlantis, type: CONDEMNS, object: ${ATTACK}, quote: condemned`), 3],
    ['entities:\n  - { id: x:y, type: Unicorn, name: Y }', 3],
  ])('%s', (yaml, line) => {
    expect(() => reviewed(talks, yaml)).toThrow(DataFileError);
    expect(() => reviewed(talks, yaml)).toThrow(`talks.review.yaml, line ${line}: `);
  });
});

it('a draft accepts all that was extracted, and changes nothing but how sure it is', () => {
  const source = bundledDocument();
  const extraction = extractor.extract(source);
  const review = readReview(draftReview(extraction), 'draft.yaml');
  const { extraction: after, outcome } = applyReview(extraction, review, ontology);
  expect(outcome).toEqual({ accepted: extraction.claims.length, added: 0, rejected: 0, unmatched: [] });
  expect(readable(after).toSorted()).toEqual(readable(extraction).toSorted());
  // A better extractor that misses some: they are kept.
  const less = { ...extraction, claims: extraction.claims.slice(0, 10) };
  expect(readable(applyReview(less, review, ontology).extraction).toSorted()).toEqual(
    readable(extraction).toSorted(),
  );
});
