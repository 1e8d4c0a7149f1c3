import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Extraction } from '../../graph/model.ts';
import { bundledDocument } from '../../ingest/bundled.ts';
import { explain } from '../../ingest/explain.ts';
import { extractor, readable } from './extractor.ts';

const bundled = extractor.extract(bundledDocument());
const entity = (id: string) => bundled.entities.find((item) => item.id === id);

function checkOffsets(extraction: Extraction): void {
  const { text } = extraction.document;
  const known = new Set(extraction.entities.map(({ id }) => id));
  for (const claim of extraction.claims) {
    expect(text.slice(claim.start, claim.end)).toBe(claim.quote);
    const sentence = extraction.sentences.find(({ id }) => id === claim.sentence);
    expect(claim.start).toBeGreaterThanOrEqual(sentence?.start ?? Number.POSITIVE_INFINITY);
    expect(claim.end).toBeLessThanOrEqual(sentence?.end ?? -1);
    expect(known.has(claim.subject) && known.has(claim.object)).toBe(true);
    expect(text.slice(claim.start - claim.prefix.length, claim.start)).toBe(claim.prefix);
  }
  for (const mention of extraction.mentions) {
    expect(text.slice(mention.start, mention.end)).toBe(mention.text);
    expect(known.has(mention.entity)).toBe(true);
  }
}

test('the bundled document fits the model, with every quote verbatim and inside its sentence', () => {
  expect(() => Extraction.parse(bundled)).not.toThrow();
  expect(bundled.claims.length).toBeGreaterThan(80);
  checkOffsets(bundled);
});

test("the owner's five assets are entities with their label, place and relations", () => {
  expect(entity('asset:mq-9')).toMatchObject({ name: 'MQ-9 Reaper', labels: ['Asset'] });
  expect(entity('base:kanoya')).toMatchObject({ name: 'JMSDF Kanoya Air Base', latitude: 31.368 });
  for (const id of ['base:kanoya', 'base:futenma', 'place:henoko', 'place:mageshima']) {
    expect(entity(id)?.labels).toContain('Asset');
    expect(entity(id)?.longitude).toBeGreaterThan(127);
  }
  expect(readable(bundled)).toEqual(
    expect.arrayContaining([
      'United States Air Force DEPLOYS MQ-9 Reaper + planned',
      'MQ-9 Reaper DEPLOYED_TO JMSDF Kanoya Air Base + planned',
      'Japan Maritime Self-Defense Force OPERATES JMSDF Kanoya Air Base + asserted',
    ]),
  );
  const triples = bundled.claims.map(({ subject, type, object }) => `${subject} ${type} ${object}`);
  expect(triples).toContain('base:futenma RELOCATED_TO place:henoko');
  expect(
    triples.some((triple) => /^event:facility-development\S* OCCURS_IN place:mageshima$/.test(triple)),
  ).toBe(true);
});

test('claims name who said it and the verb', () => {
  const claim = bundled.claims.find(({ type }) => type === 'CONDEMNS');
  expect(claim).toMatchObject({
    act: 'condemn',
    speakers: ['person:hamada-yasukazu', 'person:austin-lloyd'],
  });
});

test('how sure a claim is depends on what kind it is', () => {
  const mean = (type: string) => {
    const found = bundled.claims.filter((claim) => claim.type === type).map((claim) => claim.confidence);
    return found.reduce((all, value) => all + value, 0) / found.length;
  };
  expect(mean('HOLDS_OFFICE')).toBeGreaterThan(mean('CONTRIBUTES_TO'));
  for (const { confidence } of bundled.claims) expect(confidence).toBeLessThan(1);
});

test('the same text gives the same extraction, whatever was read before', () => {
  extractor.extract({ text: 'Another one\n\nMinister Hamada of Fiji met Secretary Austin of Kenya.' });
  expect(extractor.extract(bundledDocument())).toEqual(bundled);
});

test('two launches of different dates are two events', () => {
  const of = (date: string) =>
    extractor
      .extract({
        text: `Japan-U.S. Meeting\n\nThe Ministers condemned North Korea's missile launches on ${date}.`,
      })
      .entities.find(({ type }) => type === 'Event')?.id;
  const launches = (date: string) =>
    extractor
      .extract({ text: `Talks\n\nJapan condemned North Korea's missile launches on ${date}.` })
      .claims.find(({ type }) => type === 'CONDEMNS')?.object;
  expect(of('March 3, 2024')).toBeDefined();
  expect(launches('March 3, 2024')).not.toBe(launches('May 9, 2024'));
});

test('the explanation names rules and clauses of every sentence', () => {
  const text = explain(extractor.trace(bundledDocument()).read);
  expect(text).toContain('clause: condemn');
  expect(text).toMatch(/claim: Japan CONDEMNS .* \(done, [\d.]+; frames/);
});

test('the explanation tells which votes agreed, and what was dropped and why', () => {
  const told = (text: string) => explain(extractor.trace({ text: `Talks\n\n${text}` }).read);
  expect(told('The ministers visited the harbour. Kenya rained.')).toMatch(
    /dropped: the clause of "rain": no relation is known for this verb/,
  );
  expect(told('Kenya will deploy.')).toMatch(/dropped: the clause of "deploy": no actor and object/);
  expect(told(`${'word '.repeat(1000)}.`)).toContain('dropped: the whole passage');
  const bundled = explain(extractor.trace(bundledDocument()).read);
  expect(told('Kenya contributed to nuclear deterrence.')).toContain(
    'dropped: Kenya (Country) CONTRIBUTES_TO nuclear deterrence (Capability): the ontology does not allow it',
  );
  const agreed = bundled.split('\n').findIndex((line) => /claim: .*; \w+ \+ \w+; /.test(line));
  expect(agreed).toBeGreaterThan(0);
  expect(bundled.split('\n').slice(agreed + 1, agreed + 3)).toEqual([
    expect.stringMatching(/^ {4}vote: \w+ [\d.]+, .+: ".+"$/),
    expect.stringMatching(/^ {4}vote: /),
  ]);
});

test('any text is read without an error, and every quote is verbatim', () => {
  const word = fc.constantFrom(
    'The Ministers',
    ' condemned',
    ' Japan',
    "'s",
    ' and',
    ', ',
    '. ',
    '\r\n',
    ' to deploy',
    ' MQ-9s',
    ' (ISR)',
    ' that',
    ' which',
    '"',
    ' not',
    ' of',
    ' Minister',
    ' U.S.-ROK',
    ':\n• ',
    ' launch',
    ' 😀 ',
    ' in',
    ' Kanoya Air Base',
    ' would',
    ' exercise',
    ' including',
    ' 3 May 2024',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 60 }),
      (parts) => checkOffsets(extractor.extract({ text: parts.join('') })),
    ),
    { numRuns: 150 },
  );
});

test('words that stand for somebody are mentions of those they stand for', () => {
  const spans = (text: string, kind: string) =>
    bundled.mentions.filter((mention) => mention.text === text && mention.kind === kind);
  const ministers = spans('The Ministers', 'role');
  expect(ministers.length).toBeGreaterThan(6);
  expect(new Set(ministers.map(({ entity: id }) => id))).toEqual(
    new Set(['person:hamada-yasukazu', 'person:austin-lloyd']),
  );
  expect(new Set(spans('both sides', 'role').map(({ entity: id }) => id))).toEqual(
    new Set(['country:japan', 'country:united-states']),
  );
  expect(spans('they', 'pronoun').length).toBeGreaterThan(2);
});
