import { describe, expect, it } from 'vitest';
import { answeredOtherwise } from '../../graph/store/embedded-answers.ts';

describe('what the embedded engine is known to answer otherwise', () => {
  it.each([
    ['RETURN false >= false AS v', 'order of booleans'],
    ['RETURN [1, 0] >= [1] AS v', 'order of booleans'],
    ['WITH true AS x RETURN x >= x', 'order of booleans'],
    ['RETURN 4 ^ 3 ^ 2 AS v', 'powers'],
    ['RETURN [1, 2, 3][-2..] AS v', 'slices'],
    ['MATCH (n) RETURN n.aliases[..-1] AS v', 'slices'],
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
    ['RETURN round(-2.5) AS v', 'rounding'],
    ["RETURN split('abc', '') AS v", 'split'],
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
    "RETURN 'a // [null] = ^ ^' AS v, n['key'] AS w, $list[0] AS x",
  ])('has nothing against %s', (statement) => {
    expect(answeredOtherwise(statement)).toBeUndefined();
  });
});
