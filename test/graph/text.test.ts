import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { name } from '../../graph/cypher-text.ts';
import { excerptAround, fold, searchWords } from '../../graph/fold.ts';
import { columnsOf } from '../../graph/store/embedded-columns.ts';
import { neo4jOnly, quoteNames } from '../../graph/store/embedded-dialect.ts';
import { refusedOperator } from '../../graph/store/embedded-plan.ts';
import { tokensOf } from '../../graph/store/embedded-tokens.ts';
import type { Type } from '../../graph/store/embedded-types.ts';

const text = fc.string({ unit: 'binary' });

describe('identifiers in Cypher', () => {
  it('are one quoted name, whatever is in them', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: fc.constantFrom('`', ')', ' ', 'a') })), (identifier) => {
        fc.pre(identifier !== '');
        const tokens = tokensOf(`MATCH (n:${name(identifier)}) RETURN n`);
        expect(tokens).toHaveLength(tokensOf('MATCH (n:`x`) RETURN n').length);
        expect(tokens.find(({ kind }) => kind === 'quoted')?.text).toBe(identifier);
      }),
    );
    expect(() => name('')).toThrow(RangeError);
  });
});

describe('tokens', () => {
  it('cover the statement, in order, for any text', () => {
    fc.assert(
      fc.property(text, (given) => {
        let at = 0;
        for (const { start, end } of tokensOf(given)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(given.length);
      }),
    );
  });

  it('leave comments out and strings whole', () => {
    const words = (given: string) => tokensOf(given).map((token) => token.text);
    expect(words("RETURN /* CREATE */ 'a // b' // SET\n, `x``y`, $p, 1.5e3, [1..2]")).toEqual([
      'RETURN',
      "'a // b'",
      ',',
      'x`y',
      ',',
      '$p',
      ',',
      '1.5e3',
      ',',
      '[',
      '1',
      '..',
      '2',
      ']',
    ]);
  });
});

describe('columns told from the statement', () => {
  const told = (type: Type): string => {
    if (type.is === 'list') return `[${told(type.of)}]`;
    if (type.is !== 'map') return type.is;
    return `{${Object.entries(type.of)
      .map(([key, of]) => `${key}: ${told(of)}`)
      .join(', ')}}`;
  };
  const cases: [string, string[]][] = [
    ['MATCH (n) RETURN n, count(*)', ['n: node', 'count(*): scalar']],
    [
      'MATCH (a)-[r:K*1..2]->(b)<-[q]-(c) RETURN r, q, c',
      ['r: [relationship]', 'q: relationship', 'c: node'],
    ],
    [
      'MATCH p = (a)--(b) RETURN p, nodes(p)[0] AS x, [y IN nodes(p) | y.name] AS z',
      ['p: path', 'x: node', 'z: [scalar]'],
    ],
    [
      'MATCH (n) RETURN CASE WHEN n.x > 1 THEN n END AS c, CASE WHEN true THEN n ELSE 1 END AS d',
      ['c: node', 'd: unknown'],
    ],
    [
      'MATCH (a)--(b) WITH a, collect(b) AS bs RETURN a{.name, bs}, head(bs), bs[1..2], size(bs)',
      ['a{.name, bs}: {name: scalar, bs: [node]}', 'head(bs): node', 'bs[1..2]: [node]', 'size(bs): scalar'],
    ],
    ['MATCH (b)--(a) RETURN *', ['a: node', 'b: node']],
    [
      'MATCH (n) CALL { WITH n MATCH (n)--(m) RETURN m, count(*) AS c } RETURN m, c',
      ['m: node', 'c: scalar'],
    ],
    ['MATCH (n) RETURN n UNION MATCH ()-[n]->() RETURN n', ['n: unknown']],
    ['MATCH (n) WITH n.name AS n RETURN n', ['n: scalar']],
    [
      'MATCH (n) WHERE n.name STARTS WITH "WITH" RETURN (n:X), n = n, NOT n.x',
      ['(n:X): scalar', 'n = n: scalar', 'NOT n.x: scalar'],
    ],
    [
      'MATCH (a) RETURN [(a)-->(b) | b], [a] + [1], reduce(s = a, x IN [1] | s)',
      ['[(a)-->(b) | b]: [node]', '[a] + [1]: [unknown]', 'reduce(s = a, x IN [1] | s): unknown'],
    ],
    ['MATCH (a) UNWIND labels(a) AS l RETURN cOuNt( * ), l', ['cOuNt( * ): scalar', 'l: scalar']],
  ];
  it.each(cases)('%s', (statement, columns) => {
    expect(columnsOf(statement)?.map(({ name: column, type }) => `${column}: ${told(type)}`)).toEqual(
      columns,
    );
  });

  it('never fail, whatever the text', () => {
    const pieces = fc.constantFrom(
      'MATCH',
      'RETURN',
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      'n',
      'CASE',
      'END',
      'WITH',
      ',',
      '|',
      '.',
      '+',
      'AS',
      'CALL',
      'UNION',
      '*',
      'x',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (words) => {
        expect(() => columnsOf(words.join(' '))).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});

describe('the engine’s dialect', () => {
  it('quotes keywords that stand as names, and nothing else', () => {
    expect(
      quoteNames('MATCH (n:Set)-[r:DELETE|On]->() WHERE n.order IN [1] RETURN {set: n.end} AS limit').text,
    ).toBe('MATCH (n:`Set`)-[r:`DELETE`|`On`]->() WHERE n.`order` IN [1] RETURN {`set`: n.`end`} AS `limit`');
    for (const same of [
      'MATCH (n) WHERE n.x IS NOT NULL RETURN CASE WHEN true THEN {a: null} END',
      "RETURN ':SET .end'",
    ]) {
      expect(quoteNames(same).text).toBe(same);
    }
  });

  it('finds the place of an error in the text as it was written', () => {
    const { columnBefore } = quoteNames('MATCH (n:Set)\nRETURN n.end,,');
    expect(columnBefore(2, 'RETURN n.`end`,,'.length)).toBe('RETURN n.end,,'.length);
  });

  it.each([
    ['MATCH (n:A|B) RETURN n', 'label expressions'],
    ['MATCH (n:!A) RETURN n', 'label expressions'],
    ['MATCH (n WHERE n.x > 1) RETURN n', 'WHERE inside'],
    ['MATCH ((a)-->(b)){1,3} RETURN a', 'quantified'],
    ['MATCH p = SHORTEST 2 (a)-[*]-(b) RETURN p', 'SHORTEST'],
    ['RETURN COLLECT { MATCH (n) RETURN n } AS c', 'COLLECT'],
    ['RETURN isEmpty([]) AS v', 'only Neo4j has'],
    ["RETURN date('2022-09-14').year AS v", 'parts of dates'],
    ['MATCH (a) RETURN COUNT { MATCH (a)--(b) RETURN DISTINCT b } AS n', 'RETURN inside'],
    ['RETURN round(1.25, 1) AS v', 'round() to a precision'],
  ])('names what only Neo4j runs: %s', (statement, construct) => {
    expect(neo4jOnly(statement)).toContain(construct);
  });

  it.each([
    'MATCH (a)-[r:A|B]->(b) WHERE all(x IN [1] WHERE x > 0) RETURN a',
    'MATCH (a:A) WHERE a.x = 1 RETURN [x IN [1] WHERE x > 0 | x]',
  ])('has nothing against %s', (statement) => {
    expect(neo4jOnly(statement)).toBeUndefined();
  });

  it('judges plans by their operators', () => {
    expect(refusedOperator('Return (n)\n  Filter (n.name Eq "x")\n    NodeScan (n:*)')).toBeUndefined();
    expect(refusedOperator('Return ()\n  Create (n:X)')).toContain('Create');
    expect(refusedOperator("Return (l)\n  LoadCsv ('/etc/passwd' AS l)")).toContain('file');
    expect(refusedOperator('CallProcedure (db.labels)')).toBeUndefined();
    expect(refusedOperator('CallProcedure (grafeo.secret)')).toContain('grafeo.secret');
    expect(refusedOperator('Return ()\n  SomethingNew (x)')).toContain('SomethingNew');
  });
});

describe('search text', () => {
  it('folds case, accents and widths, twice the same as once', () => {
    expect(fold('Kānoya ＭＱ-9 ÉCLAIR')).toBe('kanoya mq-9 eclair');
    expect(searchWords('  Kānoya  kanoya 普天間 ')).toEqual(['kanoya', '普天間']);
    fc.assert(
      fc.property(text, (given) => {
        expect(fold(fold(given))).toBe(fold(given));
      }),
    );
  });

  it('an excerpt is short, holds the word, and says where it was cut', () => {
    const words = fc.array(fc.constantFrom('alpha', 'Bêta', '普天間', 'x', '🙂'), {
      minLength: 1,
      maxLength: 120,
    });
    fc.assert(
      fc.property(words, fc.nat(), (before, index) => {
        const at = index % (before.length + 1);
        const given = [...before.slice(0, at), 'Nēedle', ...before.slice(at)].join(' ');
        const excerpt = excerptAround(given, ['needle']);
        expect(fold(excerpt)).toContain('needle');
        expect(excerpt.length).toBeLessThanOrEqual(130);
        const inner = excerpt.replace(/^… | …$/g, '');
        expect(given).toContain(inner);
        expect(given.startsWith(inner)).toBe(!excerpt.startsWith('… '));
      }),
      { numRuns: 300 },
    );
  });
});
