import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntityId } from '../../../../../graph/model.ts';
import { found } from '../../../../../web/app/components/Common/emphasis.ts';
import {
  dateWords,
  inverseCaption,
  names,
  readRelation,
  safeLink,
  sentenceOf,
  wikidataLink,
} from '../../../../../web/app/components/Common/words.ts';
import { initialCatalogue } from '../../../../../web/app/state/catalogue.ts';

const catalogue = {
  ...initialCatalogue,
  schema: {
    entityTypes: [],
    families: [],
    relationTypes: [
      {
        type: 'CONDEMNS',
        caption: 'condemns',
        inverse: 'condemned by',
        symmetric: false,
        auxiliary: false,
        from: [],
        to: [],
        count: 1,
      },
    ],
  },
};
const id = (text: string) => text as EntityId;

describe('reading a relation', () => {
  const relation = { subject: id('a'), type: 'CONDEMNS', object: id('b'), polarity: '+' as const };
  const nameOf = names([]);

  it('says subject, verb, object in its own direction', () => {
    expect(sentenceOf(readRelation(relation, (each) => each.toUpperCase(), catalogue))).toBe('A condemns B');
  });

  it('never reads a denied relation as a fact', () => {
    const reading = readRelation({ ...relation, polarity: '-' }, nameOf, catalogue);
    expect(reading.denied).toBe(true);
    expect(sentenceOf(reading)).toBe('Denied: a condemns b');
  });

  it('reads a type the schema does not know from its own name', () => {
    expect(sentenceOf(readRelation({ ...relation, type: 'SHIPS_TO' }, nameOf, catalogue))).toBe(
      'a ships to b',
    );
    expect(inverseCaption(catalogue, 'SHIPS_TO')).toBe('ships to (from)');
    expect(inverseCaption(catalogue, 'CONDEMNS')).toBe('condemned by');
  });
});

describe('dateWords', () => {
  it.each([
    ['2022', '2022'],
    ['2022-08', 'August 2022'],
    ['2022-09-05', '5 September 2022'],
    ['2022-19', '2022'],
  ])('%s → %s', (date, words) => expect(dateWords(date)).toBe(words));
});

describe('links', () => {
  it('lets http and https through and nothing else', () => {
    expect(safeLink('https://www.mod.go.jp/en/x?a=1')).toBe('https://www.mod.go.jp/en/x?a=1');
    expect(safeLink('http://example.org')).toBe('http://example.org/');
    for (const bad of [
      'javascript:alert(1)',
      ' JaVaScRiPt:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'notes.txt',
      '//evil.example',
      '',
      null,
    ]) {
      expect(safeLink(bad)).toBeNull();
    }
  });

  it('never lets another protocol through', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const link = safeLink(text);
        expect(link === null || /^https?:\/\//.test(link)).toBe(true);
      }),
    );
  });

  it('links Wikidata items only', () => {
    expect(wikidataLink('Q17')).toBe('https://www.wikidata.org/wiki/Q17');
    for (const bad of ['17', 'Q17/../evil', 'Q', null]) expect(wikidataLink(bad)).toBeNull();
  });
});

describe('found', () => {
  const marked = (text: string, query: string) =>
    found(text, query).map(({ start, end }) => text.slice(start, end));

  it('finds words whatever their case and accents', () => {
    expect(marked('São Tomé and Príncipe', 'sao PRINCIPE')).toEqual(['São', 'Príncipe']);
    expect(marked('東京の防衛省で', '防衛省')).toEqual(['防衛省']);
    expect(marked('MQ-9 Reaper', 'mq-9')).toEqual(['MQ-9']);
  });

  it('gives places in order, inside the text, not overlapping', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', maxLength: 5 }),
        (text, query) => {
          let at = 0;
          for (const { start, end } of found(text, query)) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            at = end;
          }
        },
      ),
    );
  });
});
