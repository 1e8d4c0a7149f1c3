import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, QueryAnswer } from '../../../../../graph/model.ts';
import { ApiFailure } from '../../../../../web/app/client.ts';
import {
  cellText,
  directionIn,
  lookup,
  pathText,
  rowsAsObjects,
  viewOf,
} from '../../../../../web/app/components/Console/cells.ts';
import { editorSchema } from '../../../../../web/app/components/Console/completion.ts';
import { csv, neutral } from '../../../../../web/app/components/Console/csv.ts';
import { examples } from '../../../../../web/app/components/Console/examples.ts';
import { KEPT, keepPast, readPast, remembered } from '../../../../../web/app/components/Console/past.ts';
import { place } from '../../../../../web/app/components/Console/place.ts';
import { createConsole, parseParameters } from '../../../../../web/app/components/Console/runner.ts';
import { announce } from '../../../../../web/app/components/Console/summary.ts';
import { entity, relation } from '../../samples.ts';

const graph = {
  entities: [entity('mq-9', { name: 'MQ-9' }), entity('kanoya', { name: 'Kanoya' })],
  relations: [relation('mq-9', 'DEPLOYED_TO', 'kanoya')],
  degrees: {},
};

function answer(columns: string[], rows: unknown[][], rest: object = {}): QueryAnswer {
  return QueryAnswer.parse({ columns, rows, graph, truncated: false, milliseconds: 3, ...rest });
}

const whole = answer(
  ['a', 'r', 'p', 'n', 'list'],
  [
    [
      { $entity: 'mq-9' },
      { $relation: 'mq-9 DEPLOYED_TO kanoya' },
      { $path: { entities: ['kanoya', 'mq-9'], relations: ['mq-9 DEPLOYED_TO kanoya'] } },
      -5,
      [1, { $entity: 'kanoya' }],
    ],
    [{ $entity: 'gone' }, null, { plain: 'map' }, 2.5, []],
  ],
);

describe('cells', () => {
  const found = lookup(whole);
  const kinds = (row: readonly Cell[] | undefined) => (row ?? []).map((cell) => viewOf(cell, found).kind);

  it('tells which way a relation runs between the columns beside it', () => {
    const deployed = relation('mq-9', 'DEPLOYED_TO', 'kanoya');
    const cells = (left: string, right: string): Cell[] =>
      answer(
        ['a', 'r', 'b'],
        [[{ $entity: left }, { $relation: 'mq-9 DEPLOYED_TO kanoya' }, { $entity: right }]],
      ).rows.flat();
    expect(directionIn(cells('mq-9', 'kanoya'), 1, deployed)).toBe('out');
    expect(directionIn(cells('kanoya', 'mq-9'), 1, deployed)).toBe('in');
    expect(directionIn(cells('mq-9', 'elsewhere'), 1, deployed)).toBeNull();
    expect(directionIn([{ $relation: deployed.id }], 0, deployed)).toBeNull();
  });

  it('knows nodes, relationships, paths, lists and values apart', () => {
    expect(kinds(whole.rows[0])).toEqual(['entity', 'relation', 'path', 'number', 'list']);
    expect(kinds(whole.rows[1])).toEqual(['text', 'null', 'text', 'number', 'list']);
  });

  it('reads as text', () => {
    expect(whole.rows[0]?.slice(0, 3).map((cell) => cellText(cell, found))).toEqual([
      'MQ-9',
      'DEPLOYED_TO',
      'Kanoya <-[DEPLOYED_TO]- MQ-9',
    ]);
    expect(whole.rows[1]?.map((cell) => cellText(cell, found))).toEqual([
      'gone',
      '',
      '{"plain":"map"}',
      '2.5',
      '[]',
    ]);
    expect(pathText(graph.entities, graph.relations)).toBe('MQ-9 -[DEPLOYED_TO]-> Kanoya');
  });

  it('gives rows as objects with the entities in place of their ids', () => {
    const [first] = rowsAsObjects(whole);
    expect(first).toMatchObject({ a: { name: 'MQ-9' }, n: -5, list: [1, { name: 'Kanoya' }] });
  });
});

/** Reads CSV as RFC 4180 says. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        field += text[at];
        if (text[at] === '"') at += 1;
      }
      at += 1;
    } else {
      for (; text[at] !== ',' && text[at] !== '\r'; at += 1) field += text[at];
    }
    row.push(field);
    if (text[at] === ',') at += 1;
    else {
      at += 2;
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe('csv', () => {
  it('has a header, names for nodes, and numbers as numbers', () => {
    expect(csv(whole).split('\r\n').slice(0, 2)).toEqual([
      'a,r,p,n,list',
      expect.stringMatching(/^MQ-9,DEPLOYED_TO,Kanoya <-\[DEPLOYED_TO\]- MQ-9,-5,"\[1,/),
    ]);
  });

  it('lets no spreadsheet run a cell or a header', () => {
    for (const bad of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =cmd|x', '\r=1', '＝1', '\u00a0=1']) {
      expect(neutral(bad)).toBe(`'${bad}`);
      const [header, row] = parseCsv(csv(answer([bad], [[bad]])));
      expect(header).toEqual([`'${bad}`]);
      expect(row).toEqual([`'${bad}`]);
    }
    expect(neutral('Japan - U.S.')).toBe('Japan - U.S.');
  });

  it('can be read back, whatever the cells hold', () => {
    const text = fc.string({
      unit: fc.constantFrom('"', ',', ';', '\r', '\n', '\t', '=', "'", ' ', 'a', '漢'),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 4 }), (rows) => {
        const read = parseCsv(csv(answer(['one', 'two'], rows)));
        expect(read).toEqual([['one', 'two'], ...rows.map((row) => row.map(neutral))]);
      }),
    );
  });
});

describe('place', () => {
  const text = 'MATCH (a)\nRETRUN a';

  it('finds the word at a line and column', () => {
    const { from, to } = place(text, 2, 1);
    expect(text.slice(from, to)).toBe('RETRUN');
  });

  it('takes the line where no column is known, and stays in the text', () => {
    const { from, to } = place(text, 1, undefined);
    expect(text.slice(from, to)).toBe('MATCH (a)');
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer(),
        fc.option(fc.integer(), { nil: undefined }),
        (body, line, column) => {
          const found = place(body, line, column);
          expect(found.from).toBeGreaterThanOrEqual(0);
          expect(found.to).toBeGreaterThanOrEqual(found.from);
          expect(found.to).toBeLessThanOrEqual(body.length);
        },
      ),
    );
  });
});

const shelf = (value: string | null) => ({ getItem: () => value, setItem: () => {} });

describe('history', () => {
  it('keeps the newest first, once, and not more than it says', () => {
    expect(remembered(['b', 'a'], ' a ')).toEqual(['a', 'b']);
    expect(remembered(['a'], '  ')).toEqual(['a']);
    const full = Array.from({ length: KEPT }, (_, index) => `q${index}`);
    expect(remembered(full, 'new')).toHaveLength(KEPT);
    expect(remembered(full, 'new')[0]).toBe('new');
  });

  it('begins empty where storage is off or holds something else', () => {
    for (const bad of [null, '{', '{"a":1}', '[1,2]']) expect(readPast(() => shelf(bad))).toEqual([]);
    const off = {
      getItem: () => {
        throw new DOMException('denied', 'SecurityError');
      },
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(readPast(() => off)).toEqual([]);
    expect(keepPast(['a'], () => off)).toBe(false);
    expect(readPast(() => shelf('["a","b"]'))).toEqual(['a', 'b']);
  });
});

describe('parameters', () => {
  it('takes an object or nothing', () => {
    expect(parseParameters(' ')).toEqual({});
    expect(parseParameters('{"name": "Japan", "n": [1, null]}')).toEqual({ name: 'Japan', n: [1, null] });
    for (const bad of ['{', '[1]', '3', 'null']) expect(() => parseParameters(bad)).toThrow(ApiFailure);
  });
});

describe('running a statement', () => {
  type Ask = (signal: AbortSignal | undefined) => Promise<QueryAnswer>;
  const consoleWith = (ask: Ask) =>
    createConsole({
      client: { cypher: (_, signal) => ask(signal) },
      storage: () => shelf(null),
    });
  const aborted: Ask = (signal) =>
    new Promise((_, reject) => {
      signal?.addEventListener('abort', () =>
        reject(new ApiFailure({ code: 'stopped', message: 'Stopped.' }, 0)),
      );
    });

  it('gives the answer and remembers the statement', async () => {
    const console = consoleWith(async () => whole);
    await console.run('RETURN 1');
    expect(console.store.getState()).toMatchObject({
      ran: 'RETURN 1',
      outcome: { status: 'done', answer: whole },
      past: ['RETURN 1'],
    });
  });

  it('can be stopped', async () => {
    const console = consoleWith(aborted);
    const running = console.run('MATCH (a), (b), (c) RETURN *');
    expect(console.store.getState().outcome.status).toBe('running');
    console.stop();
    await running;
    expect(console.store.getState().outcome).toEqual({ status: 'stopped' });
  });

  it('shows the newest answer when an older one is overtaken', async () => {
    let first = true;
    const console = consoleWith((signal) => {
      const slow = first;
      first = false;
      return slow ? aborted(signal) : Promise.resolve(whole);
    });
    const slow = console.run('slow');
    await console.run('fast');
    await slow;
    expect(console.store.getState()).toMatchObject({ ran: 'fast', outcome: { status: 'done' } });
  });

  it('says what failed: the statement, or the parameters before it is sent', async () => {
    let sent = 0;
    const failure = new ApiFailure({ code: 'query_syntax', message: 'no', line: 1, column: 2 }, 400);
    const console = consoleWith(() => {
      sent += 1;
      return Promise.reject(failure);
    });
    await console.run('x');
    expect(console.store.getState().outcome).toEqual({ status: 'failed', failure });
    console.setParameters('{');
    await console.run('x');
    expect(console.store.getState().outcome).toMatchObject({
      status: 'failed',
      failure: { code: 'parameters' },
    });
    expect(sent).toBe(1);
  });
});

describe('announce', () => {
  const rows = answer(
    ['n'],
    Array.from({ length: 1000 }, (_, n) => [n]),
  ).rows;
  it('never hides that rows were cut', () => {
    const base = { rows, milliseconds: 12.4 };
    expect(announce({ ...base, truncated: true, total: 12345 })).toBe('1,000 of 12,345 rows in 12 ms');
    expect(announce({ ...base, truncated: true })).toBe('The first 1,000 rows; there are more in 12 ms');
    expect(announce({ ...base, truncated: false })).toBe('1,000 rows in 12 ms');
  });
});

describe('examples and completion', () => {
  it('offers eight different examples', () => {
    expect(examples).toHaveLength(8);
    expect(new Set(examples.map(({ query }) => query)).size).toBe(8);
    expect(new Set(examples.map(({ title }) => title)).size).toBe(8);
  });

  it('completes labels and types of the schema and of the documents', () => {
    const { labels, relationshipTypes } = editorSchema(null);
    expect(labels).toContain(':Claim');
    expect(relationshipTypes).toContain(':MENTIONS');
  });
});
