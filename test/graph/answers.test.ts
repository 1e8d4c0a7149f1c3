import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as cypher from '../../graph/cypher.ts';
import { answeredOtherwise } from '../../graph/store/embedded-answers.ts';
import { bridged } from '../../graph/store/embedded-bridge.ts';
import { examples } from '../../web/app/components/Console/examples.ts';

describe('what the embedded engine is known to answer otherwise', () => {
  it.each([
    ['RETURN false >= false AS v', 'order of booleans'],
    ['RETURN [1, 0] >= [1] AS v', 'order of booleans'],
    ['WITH true AS x RETURN x >= x', 'order of booleans'],
    ['RETURN 4 ^ 3 ^ 2 AS v', 'powers'],
    ['WITH [-2] AS bound RETURN [1, 2, 3][bound[0]..] AS v', 'slices'],
    ['RETURN [1, 2][null..2] AS v', 'slices'],
    ['RETURN [1, null] = [1, null] AS v', 'null'],
    ['RETURN null IN [] AS v', 'null'],
    ['RETURN all(x IN [1, null] WHERE x > 0) AS v', 'null'],
    ['MATCH (n) RETURN none(x IN [n] WHERE x.missing > 0) AS v', 'missing'],
    ["RETURN 1 IN ['1', 2] AS v", 'text with numbers'],
    ["RETURN '0' = 0 AS v", 'text with numbers'],
    ["RETURN CASE '0' WHEN 0 THEN 'number' ELSE 'text' END AS v", 'text with numbers'],
    ['MATCH (d:Document) WHERE d.published = 2022 RETURN d', 'text with numbers'],
    ["RETURN 1 + 'a' AS v", 'adding'],
    ["MATCH ()-[r]->() RETURN r.claimCount + ' claims' AS v", 'adding'],
    ["RETURN size([1]) + 'a' AS v", 'adding'],
    ['RETURN [1] + [2][0] AS v', 'adding'],
    ['RETURN [1] + 2 AS v', 'adding'],
    ['MATCH (a)-[*2..1]->(b) RETURN b', 'bounds'],
    ["RETURN toInteger('1.7') AS v", 'conversions'],
    ['RETURN toString(1.0) AS v', 'conversions'],
    ['RETURN toBoolean(1) AS v', 'conversions'],
    ['RETURN range(3, 2, 2) AS v', 'range'],
    ['MATCH (a) OPTIONAL MATCH (a)--(b) WHERE EXISTS { (b)--() } RETURN a', 'OPTIONAL MATCH'],
    [
      'MATCH (a) CALL (a) { OPTIONAL MATCH (a)--(b) WHERE NOT (b)-[:X]->() RETURN b } RETURN b',
      'OPTIONAL MATCH',
    ],
    ['MATCH p = (a)--(b) WHERE NOT any(x IN nodes(p) WHERE x.latitude > 3) RETURN p', 'missing'],
    ['MATCH (n) RETURN n, all(x IN [n] WHERE x.latitude > 3) AS v', 'missing'],
    ["RETURN single(x IN ['a', 2] WHERE x > 1) AS v", 'mixed'],
    ["WITH '1.7' AS x RETURN toInteger(x) AS v", 'conversions'],
    ['MATCH ()-[r]->() RETURN toString(r.confidence) AS v', 'conversions'],
    ["MATCH (n) WITH count(n) AS c RETURN c + ' nodes' AS v", 'adding'],
    ['MATCH (n) RETURN n.aliases + n.name AS v', 'adding'],
    ["MATCH ()-[r {claimCount: '1'}]->() RETURN r", 'text with numbers'],
    ["MATCH ()-[r]->() WHERE r.claimCount > '1' RETURN r", 'text with numbers'],
    ["UNWIND [1, 2] AS x UNWIND ['1'] AS y WITH x, y WHERE x = y RETURN x", 'text with numbers'],
    ['MATCH (n) WHERE NOT n.latitude IN [] RETURN n', 'null'],
    ["RETURN split('abc', '') AS v", 'split'],
    ['MATCH p = (a)--(b) RETURN nodes(p)[0] = a AS v', 'nodes(p)'],
    ['MATCH p = (a)--(b) WHERE last(nodes(p)) <> b RETURN p', 'nodes(p)'],
    ['MATCH p = (a)--(b) WHERE a IN nodes(p) RETURN p', 'nodes(p)'],
    ['MATCH p = (a)--(b) WITH a, nodes(p) AS found WHERE a = found[0] RETURN a', 'nodes(p)'],
  ])('refuses %s', (statement, reason) => {
    expect(answeredOtherwise(statement)).toContain(reason);
  });

  it.each([
    "WITH 'x' AS name MATCH (a) WHERE a.name > name RETURN a",
    'MATCH (a)-[r*1..3]->(b)<-[q:X]-(c) WHERE a.id < b.id AND r.x <= 3 RETURN a, r[0], b.list[0] > 1',
    "MATCH (n) WHERE n.latitude > 30 AND n.name = 'Japan' AND n.x = 1 RETURN n",
    "MATCH (n) WHERE n.id IN ['a', 'b'] RETURN [x IN n.aliases WHERE x CONTAINS 'A' | x + '!'] AS v",
    "MATCH (n) RETURN n.name + ' / ' + n.origin AS v, n.aliases[0..2] AS few, n.aliases[-1] AS last",
    "MATCH (n) RETURN CASE WHEN n.x > 1 THEN '1' ELSE '0' END AS v",
    'MATCH p = (a)--(b) WHERE all(x IN nodes(p) WHERE x.id IS NOT NULL) RETURN [1, 2] + [3] AS v, 2 ^ 3 AS w',
    "MATCH (n) WHERE n.name = '5' AND n.id IN ['2022'] RETURN n LIMIT 10",
    'MATCH p = (a)--(b) WHERE (a.x = 1 OR any(x IN nodes(p) WHERE x.latitude > 3)) AND NOT a:B RETURN p',
    "MATCH p = (a)--(b) WHERE none(x IN nodes(p) WHERE x.id = 'a') RETURN p",
    "MATCH (n) WITH n.type AS t, count(*) AS c RETURN t + ': ' + c AS v, none(x IN [] WHERE x > 1) AS w",
    'MATCH (a) OPTIONAL MATCH (a)--(b) WHERE b.x > 1 WITH a WHERE EXISTS { (a)--() } RETURN a, 2 ^ 3 * 2 ^ 2 AS v',
    "RETURN 'a // [null] = ^ ^' AS v, n['key'] AS w, $list[0] AS x",
  ])('has nothing against %s', (statement) => {
    expect(answeredOtherwise(statement)).toBeUndefined();
  });

  it('has nothing against what the product itself asks', () => {
    const queries = Object.values(cypher).flatMap((made) =>
      typeof made === 'object' && 'mode' in made && made.mode === 'read' ? [made.text] : [],
    );
    expect(queries.length).toBeGreaterThan(20);
    for (const text of [...queries, ...examples.map(({ query }) => query)]) {
      expect(answeredOtherwise(text), text).toBeUndefined();
    }
  });
});

it('judges and rewrites any words without failing', () => {
  const words = fc.array(
    fc.constantFrom(
      ...'MATCH OPTIONAL WHERE EXISTS RETURN WITH UNWIND AS CASE WHEN THEN END IN any round sum stDev range a null'.split(
        ' ',
      ),
      ...'( ) [ ] { } . .. , | : * + - ^ = < >'.split(' '),
      ...['1', '2', "'1'", 'true'],
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(words, (given) => {
      const text = given.join(' ');
      expect(() => answeredOtherwise(text)).not.toThrow();
      expect(bridged(text).text.length).toBeGreaterThanOrEqual(text.length);
    }),
    { numRuns: 2000 },
  );
});

describe('what the embedded engine is given', () => {
  it.each([
    ['RETURN n.end AS order', 'RETURN n.`end` AS `order`'],
    ['RETURN sum(x) + 1', 'RETURN coalesce(sum(x), 0) + 1'],
    ['RETURN stDev(DISTINCT x)', 'RETURN coalesce(stDev(DISTINCT x), 0.0 * avg(DISTINCT x))'],
    ['RETURN round(avg(x) * 10) / 10', 'RETURN floor((avg(x) * 10) + 0.5) / 10'],
    ['RETURN n.a[-2..]', 'RETURN n.a[CASE WHEN size(n . a) > 2 THEN size(n . a) - 2 ELSE 0 END ..]'],
    ["RETURN 'sum(1)', n.sum, $round, round(1, 2), [1, 2][0..1]", null],
  ])('%s', (typed, given) => {
    expect(bridged(typed).text).toBe(given ?? typed);
  });

  it('keeps the place of mistakes', () => {
    const typed = 'RETURN sum(x), n.end,,';
    const given = bridged(typed);
    const column = given.text.indexOf(',,') + 2;
    expect(given.columnBefore(1, column)).toBe(typed.indexOf(',,') + 2);
    expect(given.columnBefore(1, 3)).toBe(3);
  });
});
