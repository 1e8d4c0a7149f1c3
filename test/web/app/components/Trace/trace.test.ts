import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DocumentId, Path } from '../../../../../graph/model.ts';
import { brief, plain } from '../../../../../web/app/components/Trace/brief.ts';
import { chainNotes, hopDate, isBefore } from '../../../../../web/app/components/Trace/chain.ts';
import { activeFilters, filterWords } from '../../../../../web/app/components/Trace/filters.ts';
import { initialCatalogue } from '../../../../../web/app/state/catalogue.ts';
import { noFilter } from '../../../../../web/app/state/ui.ts';
import { entity, evidence, relation } from '../../samples.ts';

const first = { id: 'd1', title: 'Readout *one*', publisher: 'MOD', published: '2022-09-15' };
const second = { id: 'd2', title: 'Statement', published: '2021', url: 'javascript:alert(1)' };

const hop = (subject: string, object: string, forward: boolean, rest: object) => ({
  relation: relation(subject, 'DEPLOYED_TO', object, rest),
  from: forward ? subject : object,
  to: forward ? object : subject,
  forward,
  evidence: null,
});

const path = Path.parse({
  cost: 3,
  hops: [
    {
      ...hop('mq-9', 'kanoya', true, {}),
      evidence: evidence('MQ-9s to <b>Kanoya</b>', first, { modality: 'planned' }, [
        entity('h', { name: 'Hamada' }),
      ]),
    },
    hop('kanoya', 'japan', true, { origin: 'gazetteer', claimCount: 0 }),
    { ...hop('drill', 'japan', false, { polarity: '-' }), evidence: evidence('not so', second) },
  ],
});

describe('chainNotes', () => {
  it('says which steps are background, which documents speak, and where time runs backwards', () => {
    expect(chainNotes(path)).toEqual({
      documents: [
        { id: 'd1', title: 'Readout *one*' },
        { id: 'd2', title: 'Statement' },
      ],
      background: [1],
      backwards: [{ step: 2, after: 0 }],
    });
  });

  it("prefers the event's own date to the document's", () => {
    const [one] = path.hops;
    if (!one) throw new Error('no hop');
    expect(hopDate(one)).toBe('2022-09-15');
    const dated = { ...one, evidence: evidence('x', first, { eventDate: '2022-08' }) };
    expect(hopDate(dated)).toBe('2022-08');
  });
});

describe('isBefore', () => {
  it.each([
    ['2021', '2022-09-15', true],
    ['2022-08', '2022-09-15', true],
    ['2022', '2022-09-15', false],
    ['2022-09-15', '2022-09', false],
    ['2022-09-14', '2022-09-15', true],
  ])('%s before %s: %s', (date, other, before) => expect(isBefore(date, other)).toBe(before));

  it('never holds in both directions', () => {
    const date = fc
      .tuple(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom(4, 7))
      .map(([year, month, length]) => `${year}-${String(month).padStart(2, '0')}`.slice(0, length));
    fc.assert(
      fc.property(date, date, (a, b) => {
        expect(isBefore(a, b) && isBefore(b, a)).toBe(false);
      }),
    );
  });
});

describe('brief', () => {
  const how = { rank: 'specific', via: ['Kanoya <b>'], filters: ['no background knowledge'] } as const;
  const text = brief(path, how, (id) => id.toUpperCase(), initialCatalogue);

  it('reads every step in its own direction, with quote, speaker and a numbered citation', () => {
    expect(text).toContain('# Trace: MQ-9 → DRILL');
    expect(text).toContain(
      '1. **MQ-9** deployed to **KANOYA** (planned; said by Hamada; 15 September 2022) \\[1\\]',
    );
    expect(text).toContain('> MQ-9s to \\<b\\>Kanoya\\</b\\>');
    expect(text).toContain('2. **KANOYA** deployed to **JAPAN** (background knowledge, no quote)');
    expect(text).toContain('3. **Denied:** **DRILL** deployed to **JAPAN** (done; 2021) \\[2\\]');
    expect(text).toContain('1. Readout \\*one\\*. MOD, 15 September 2022');
  });

  it('says what to be careful about', () => {
    expect(text).toContain('Step 2 is background knowledge');
    expect(text).toContain('The steps come from 2 documents');
    expect(text).toContain('Step 3 is earlier than step 1');
  });

  it('says how the path was found', () => {
    expect(text).toContain('3 steps, ranked by most specific.');
    expect(text).toContain('By way of Kanoya \\<b\\>.');
    expect(text).toContain('Filters: no background knowledge.');
    const bare = brief(path, { ...how, via: [], filters: [] }, (id) => id, initialCatalogue);
    expect(bare).not.toMatch(/By way of|Filters:/);
  });

  it('never links to anything but the web', () => {
    expect(text).not.toContain('javascript:');
  });
});

describe('filters', () => {
  const filter = {
    types: ['DEPLOYED_TO'],
    documents: [DocumentId.parse('d1')],
    confidence: 0.8,
    after: '2022-08',
    before: '',
  };

  it('are counted and named, one phrase each', () => {
    expect(activeFilters(noFilter)).toBe(0);
    expect(activeFilters(filter)).toBe(4);
    expect(filterWords({ filter, background: false }, initialCatalogue, () => 'Readout')).toEqual([
      'only relations that read “deployed to”',
      'only what is said in “Readout”',
      'confidence of at least 80%',
      'nothing that ended before August 2022',
      'no background knowledge',
    ]);
    expect(filterWords({ filter: noFilter, background: true }, initialCatalogue, String)).toEqual([]);
  });
});

describe('plain', () => {
  it('leaves no markup, HTML, table or list of the text alive', () => {
    expect(plain('[x](javascript:alert(1)) <img src=x> `c` *b*\n# h')).toBe(
      '\\[x\\](javascript:alert(1)) \\<img src=x\\> \\`c\\` \\*b\\* \\# h',
    );
    expect(plain('- item')).toBe('\\- item');
    expect(plain('1. Regional Affairs')).toBe('1\\. Regional Affairs');
  });

  it('escapes every special character, on one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'`*_[]<>#|~&!(){}$\\\n-1. a漢') }), (text) => {
        const out = plain(text);
        expect(out).not.toMatch(/[\n\r]/);
        expect(out.replace(/\\[\s\S]/g, '')).not.toMatch(/[`*_[\]<>#|~&$\\]/);
      }),
    );
  });
});
