/** Statements over our graph model, in the shapes that people explore with. */
import type { Choices } from './random.ts';

const LABELS = [
  'Entity',
  'Actor',
  'Asset',
  'Country',
  'Person',
  'Facility',
  'Place',
  'Topic',
  'Location',
  'Nothing',
];
const TYPES = [
  'DEPLOYED_TO',
  'LOCATED_IN',
  'COOPERATES_WITH',
  'CONDEMNS',
  'SUPPORTS',
  'MEMBER_OF',
  'NO_SUCH_TYPE',
];
const IDS = ["'country:japan'", "'asset:mq-9'", "'base:kanoya'", "'person:austin'", "'nobody'"];

type Make = (choose: Choices) => string;

const label: Make = (choose) => choose.of(LABELS);
const node =
  (variable: string): Make =>
  (choose) =>
    choose.of([
      `(${variable}:${label(choose)})`,
      `(${variable}:Entity)`,
      `(${variable}:Entity {id: ${choose.of(IDS)}})`,
    ]);
const edge =
  (variable: string): Make =>
  (choose) =>
    choose.of([
      `-[${variable}]->`,
      `<-[${variable}]-`,
      `-[${variable}:${choose.of(TYPES)}]->`,
      `-[${variable}:${choose.of(TYPES)}|${choose.of(TYPES)}]-`,
    ]);
const condition =
  (variable: string): Make =>
  (choose) =>
    choose.of([
      `${variable}.name CONTAINS '${choose.of(['a', 'Ja', 'Base', '-'])}'`,
      `${variable}.origin = 'gazetteer'`,
      `${variable}.latitude > ${choose.int(0, 40)}`,
      `${variable}.latitude IS NULL`,
      `NOT ${variable}.provisional`,
      `${variable}.nope = 1 OR ${variable}.name STARTS WITH 'M'`,
      `size(${variable}.aliases) ${choose.of(['>', '=', '<'])} ${choose.int(0, 3)}`,
      `'Actor' IN labels(${variable})`,
      `${variable}:${choose.of(['Actor', 'Asset'])}`,
      `EXISTS { (${variable})-[:${choose.of(TYPES)}]-() }`,
      `COUNT { (${variable})--(:Entity) } > ${choose.int(1, 5)}`,
      `(${variable})-[:${choose.of(TYPES)}]->()`,
      `${variable}.name IN ['Japan', null, 1]`,
      `any(x IN ${variable}.aliases WHERE x CONTAINS 'A')`,
    ]);
const value =
  (variable: string): Make =>
  (choose) =>
    choose.of([
      variable,
      `${variable}.name`,
      `${variable}.latitude`,
      `${variable} {.id, .name}`,
      `size(${variable}.aliases)`,
      `${variable}.aliases[0]`,
      `${variable}.aliases[-2..]`,
      `coalesce(${variable}.latitude, 'none')`,
      `CASE WHEN ${variable}.latitude > 30 THEN 'north' ELSE ${variable}.name END`,
      `[${variable}]`,
      `{node: ${variable}}`,
      `${variable}.name + ' / ' + ${variable}.origin`,
      `toUpper(${variable}.name)`,
      `COUNT { (${variable})--() }`,
      `[x IN ${variable}.aliases | toLower(x)]`,
      `head([${variable}])`,
    ]);

const rows: Make = (c) =>
  `MATCH ${node('a')(c)} WHERE ${condition('a')(c)} RETURN a.id AS id, ${value('a')(c)} AS value`;
const pair: Make = (c) =>
  `MATCH ${node('a')(c)}${edge('r')(c)}${node('b')(c)} RETURN ${c.of(['a, r, b', 'r', 'a.id, type(r), b.id', 'startNode(r) AS s, endNode(r).id AS e', 'r.claimCount AS n, [a, b] AS ends', '{from: a, by: r} AS m'])}`;
const filtered: Make = (c) =>
  `MATCH ${node('a')(c)}${edge('r')(c)}(b:Entity) WHERE ${condition('a')(c)} AND ${condition('b')(c)} RETURN a.id AS a, type(r) AS t, ${value('b')(c)} AS b`;
const aggregate: Make = (c) =>
  `MATCH ${node('a')(c)}${edge('r')(c)}(b:Entity) RETURN ${c.of(['a', 'a.id AS id', 'type(r) AS t', 'b.type AS t, b', 'a {.id} AS a'])}, ${c.of(
    [
      'count(*) AS n',
      'count(DISTINCT b) AS n',
      'count(b.latitude) AS n',
      'sum(r.claimCount) AS n',
      'avg(b.latitude) AS n',
      'min(b.name) AS n, max(b.name) AS m',
      'percentileDisc(r.claimCount, 0.5) AS n',
      'round(stDev(r.claimCount) * 1000) AS n',
      'size(collect(b)) AS n',
      'size(collect(DISTINCT b.type)) AS n',
      'count(*) > 1 AS many',
    ],
  )}`;
const collected: Make = (c) =>
  `MATCH ${node('a')(c)}${edge('r')(c)}(b:Entity) WITH a, b ORDER BY b.id WITH a, collect(DISTINCT ${c.of(['b', 'b.name', 'b {.id}', '[b.id]', 'b.latitude'])}) AS found RETURN a.id AS id, ${c.of(['found', 'size(found) AS n', 'found[0] AS first', 'found[-1] AS last', 'found[..2] AS some', '[x IN found | x] AS all', 'a, found', 'head(found) AS first'])}`;
const chain: Make = (c) =>
  `MATCH ${node('a')(c)} WITH a, COUNT { (a)--(:Entity) } AS degree WHERE degree ${c.of(['>', '<=', '='])} ${c.int(0, 6)} WITH ${c.of(['a, degree', 'a, degree, a.name AS name', '*'])} RETURN ${c.of(['a', 'a.id AS id'])}, degree ORDER BY degree DESC, a.id ${c.of(['', 'SKIP 1', 'LIMIT 3', 'SKIP 2 LIMIT 4'])}`;
const ordered: Make = (c) =>
  `MATCH ${node('a')(c)} RETURN a.id AS id, a.latitude AS latitude ORDER BY ${c.of(['latitude', 'latitude DESC', 'a.name', 'size(a.aliases) DESC', 'a.provisional'])}, id ${c.of(['', 'LIMIT 5', 'SKIP 3'])}`;
const optional: Make = (c) =>
  `MATCH ${node('a')(c)} OPTIONAL MATCH (a)${edge('r')(c)}(b:${label(c)}) ${c.of(['', `WHERE ${condition('b')(c)} `])}RETURN a.id AS id, ${c.of(['b', 'b.name AS name', 'count(b) AS n', 'r IS NULL AS none', 'type(r) AS t', 'coalesce(b.name, a.name) AS name'])}`;
const variable: Make = (c) =>
  `MATCH p = (a:Entity {id: ${c.of(IDS)}})-[r${c.of(['', ':COOPERATES_WITH', ':LOCATED_IN'])}*${c.of(['1..2', '2', '0..1', '..2', '2..1', '1..1'])}]${c.of(['->', '-'])}(b:${label(c)}) RETURN ${c.of(['p', 'length(p) AS n', '[x IN nodes(p) | x.id] AS ids', 'b', 'count(*) AS n', 'DISTINCT b.id AS id', 'size(r) AS n', 'relationships(p) AS rs', 'b.id AS id, min(length(p)) AS n', 'nodes(p)[-1] AS last', 'nodes(p)[1].name AS second'])}`;
const shortest: Make = (c) =>
  `MATCH p = ${c.of(['shortestPath', 'allShortestPaths'])}((a:Entity {id: ${c.of(IDS)}})-[*..${c.int(2, 4)}]-(b:Entity {id: ${c.of(["'topic:deterrence'", "'base:kanoya'", "'country:china'", "'country:japan'"])}})) WHERE a <> b RETURN length(p) AS n${c.of(['', ', a.id AS a'])}`;
const union: Make = (c) =>
  `MATCH ${node('a')(c)} RETURN a.id AS id UNION ${c.of(['', 'ALL '])}MATCH ${node('b')(c)} RETURN b.id AS id`;
const subquery: Make = (c) =>
  `MATCH ${node('a')(c)} CALL (a) { MATCH (a)${edge('r')(c)}(b:Entity) RETURN ${c.of(['count(*) AS n', 'count(DISTINCT b) AS n', 'max(b.id) AS n'])} } RETURN a.id AS id, n`;
const pattern: Make = (c) =>
  `MATCH ${node('a')(c)} RETURN a.id AS id, size([(a)${edge('')(c)}(b:${label(c)}) | b.id]) AS n`;
const two: Make = (c) =>
  `MATCH (a:${label(c)}), (b:${label(c)}) WHERE a.id < b.id AND ${condition('a')(c)} RETURN a.id AS a, b.id AS b`;
const source: Make = (c) =>
  `MATCH (d:Document)-[:HAS_SENTENCE]->(s:Sentence)${c.of(['<-[:EVIDENCE]-(c:Claim)', '-[m:MENTIONS]->(c:Entity)'])} RETURN ${c.of(['s.index AS i, count(*) AS n', 'd.title AS title, count(DISTINCT s) AS n', 's, c', 's.index AS i, c.id AS id', 'count(c) AS n'])}`;

/** A statement that reads our graph; its rows have no order unless it ends with `ORDER BY`. */
export function graphStatement(choose: Choices): string {
  const make = choose.of([
    ...[rows, rows, pair, pair, filtered, aggregate, aggregate, collected, chain, ordered],
    ...[optional, variable, variable, shortest, union, subquery, pattern, two, source],
  ]);
  return make(choose);
}
