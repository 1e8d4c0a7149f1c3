/** Statements in the style of people who explore: those of the README and of the console, and many more. */
import { readFileSync } from 'node:fs';
import { examples } from '../../../web/app/components/Console/examples.ts';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

const oneLine = (statement: string): string => statement.replace(/\s+/g, ' ').trim();
const documented = [...readme.matchAll(/^```cypher\n([\s\S]*?)^```/gm)].map(
  ([, statement = '']) => statement,
);

/** What is offered to people, and what they would go on with. Their last order leaves ties, so it is taken out. */
export const EXPLORATION: readonly string[] = [
  ...new Set(
    [...examples.map(({ query }) => query), ...documented]
      .map(oneLine)
      .map((statement) => statement.replace(/ ORDER BY .*$/, '')),
  ),
  'MATCH (a:Asset)-[:DEPLOYED_TO]->(b) RETURN a, b',
  'MATCH (a:Actor)-[r:CONDEMNS]->(b) RETURN a.name, b.name, r.claimCount',
  'MATCH (a:Actor)-[r]->(b:Asset) WHERE r.confidence > 0.5 RETURN a.name, type(r), b.name',
  'MATCH (a:Entity) WHERE NOT (a)--() RETURN a.id AS id',
  "MATCH (a:Entity) WHERE a.name =~ '(?i).*base.*' RETURN a.id AS id",
  'MATCH (a:Entity) WHERE a.latitude IS NOT NULL RETURN a.id AS id, round(a.latitude * 10) / 10 AS lat',
  'MATCH (s:Sentence)-[:MENTIONS]->(e:Asset) RETURN e.name AS name, count(DISTINCT s) AS n',
  'MATCH (c:Claim)-[:SUBJECT]->(a), (c)-[:OBJECT]->(b) RETURN a.id AS a, c.type AS t, b.id AS b',
  'MATCH (a:Entity)-[r1]->(b:Entity)<-[r2]-(c:Entity) WHERE a.id < c.id RETURN count(*) AS n',
  'MATCH (a:Person)-->(b)-->(c:Country) RETURN DISTINCT a.id AS a, c.id AS c',
  'MATCH (a:Entity) RETURN labels(a)[0] IS NOT NULL AS v, count(*) AS n',
  'MATCH (a:Asset|Person) RETURN a.id AS id',
  'MATCH (a:Asset WHERE a.latitude > 30) RETURN a.id AS id',
  'MATCH (a:Asset) WITH a.name AS name, a RETURN name, a {.*, degree: COUNT { (a)--() }}.degree AS degree',
  'MATCH (a:Asset)-[r]->() RETURN properties(r).id = r.id AS same',
  "WITH 'x' AS name MATCH (a:Asset) WHERE a.name > name RETURN count(a) AS n",
  'MATCH (a:Asset) RETURN a.name AS name ORDER BY toLower(name) LIMIT 3',
  "MATCH (n:Country) WHERE n.name = '5' RETURN n.id LIMIT 3",
  "MATCH (n:Entity) WHERE n.name IN ['Japan', '2022'] RETURN n.id AS id",
  "MATCH (n:Entity) WHERE toLower(n.name) CONTAINS 'defense' RETURN n.id AS id, n.type AS type",
  "MATCH (n:Entity) WHERE any(x IN n.aliases WHERE toLower(x) = 'japanese') RETURN n",
  "MATCH (n:Entity) WHERE NOT any(x IN n.aliases WHERE x CONTAINS 'a') RETURN n.id AS id",
  'MATCH (n:Entity) WHERE size(n.name) > 10 AND size(n.aliases) >= 2 RETURN n.id AS id',
  "MATCH (n:Entity) RETURN n.name + ' (' + n.type + ')' AS label",
  "MATCH (n:Entity) WITH n.type AS type, count(*) AS c RETURN type + ': ' + c AS line",
  "MATCH (n:Entity) WITH n.type AS type, count(*) AS c RETURN c + ' of ' + type AS line",
  'MATCH (n:Country) RETURN n.name AS name, n.aliases[-1..] AS last, n.aliases[..-1] AS most, n.aliases[0] AS first',
  "MATCH (n:Country) RETURN split(n.name, ' ')[-1..] AS last",
  'MATCH (n:Facility) RETURN round(n.latitude) AS lat, round(n.longitude * 10) / 10 AS lon, round(0 - n.latitude) AS south',
  'MATCH (n:Facility) RETURN round(n.latitude, 1) AS lat',
  'MATCH (n:Entity) RETURN n.type AS type, sum(n.latitude) AS s, avg(n.latitude) AS a, stDev(n.latitude) AS d ORDER BY s DESC, type',
  'MATCH (n:Entity) RETURN n.type AS type, min(n.name) AS first, max(n.name) AS last, count(n.latitude) AS placed ORDER BY type',
  "MATCH (n:Entity) WITH n, CASE n.type WHEN 'Country' THEN 1 ELSE 0 END AS c RETURN sum(c) AS countries",
  "MATCH (d:Document) WHERE d.published >= '2022' RETURN d.id AS id, d.characters AS characters",
  "MATCH ()-[r]->() WHERE r.firstDate = '2022' RETURN count(r) AS n LIMIT 5",
  'MATCH (a)-[r]->(b) WHERE r.confidence >= 0.5 AND r.claimCount > 1 AND a.id <> b.id RETURN a.id AS a, b.id AS b',
  "MATCH (a:Entity)-[r]->(b:Entity) WHERE 'planned' IN r.modalities RETURN a.id AS a, type(r) AS t, b.id AS b",
  "MATCH (a:Entity)-[r]->(b:Entity) WHERE r.modalities = ['asserted'] RETURN count(*) AS n",
  'MATCH (a:Entity)-[r]->(b:Entity) RETURN a.id AS id, sum(r.claimCount) ORDER BY sum(r.claimCount) DESC, a.id LIMIT 5',
  'MATCH (a:Entity)-[r]->(b) WITH a, sum(r.claimCount) AS n WHERE n > 3 RETURN a.id AS id, n / 2 AS half',
  'MATCH (a:Asset)-[r]->(b) RETURN a.name AS a, r.confidence * 100 AS percent, r.claimCount / 2 AS half',
  "MATCH (c:Claim) WHERE c.modality = 'planned' AND c.confidence > 0.4 RETURN c.quote AS quote",
  'MATCH (c:Claim) RETURN c.type AS type, count(*) AS n, avg(c.confidence) AS a, min(c.start) AS s ORDER BY n DESC, type LIMIT 5',
  "MATCH (s:Sentence) WHERE s.text CONTAINS 'Japan' AND s.index < 10 RETURN s.index AS i, left(s.text, 20) AS t ORDER BY i",
  'MATCH (s:Sentence) WHERE s.index IN [1, 2, 3] RETURN s',
  'MATCH (s:Sentence {index: 3}) RETURN s.text AS text',
  "MATCH (c:Claim)-[:EVIDENCE]->(s:Sentence), (c)-[:SUBJECT]->(a:Country {name: 'Japan'}) RETURN s.text AS text, count(c) AS n ORDER BY n DESC, text LIMIT 4",
  "MATCH p = (a:Asset)-[*1..2]-(b) WHERE none(x IN nodes(p) WHERE x.id = 'country:japan') RETURN count(*) AS n",
  'MATCH p = (a:Asset)-[*1..2]-(b) WHERE all(x IN nodes(p) WHERE x.latitude > 30 OR x:Country) AND length(p) > 1 RETURN count(*) AS n',
  "MATCH p = (a:Asset)-[*1..2]-(b) WHERE all(r IN relationships(p) WHERE type(r) <> 'LOCATED_IN') RETURN count(*) AS n",
  'MATCH p = (a:Asset)-[rs*1..2]-(b) WHERE all(r IN rs WHERE r.confidence > 0.5) RETURN count(*) AS n',
  "MATCH (a:Country {name: 'Japan'})-[r]-(b) RETURN type(r) AS type, count(*) AS n, count(DISTINCT b) AS others ORDER BY n DESC, type",
  "MATCH (a:Entity) OPTIONAL MATCH (a)-[:LOCATED_IN]->(b) WHERE b.name STARTS WITH 'J' RETURN a.id AS a, b.id AS b",
  'MATCH (a:Entity) OPTIONAL MATCH (a)-[:LOCATED_IN]->(b) RETURN a.id AS a, b.id AS b, EXISTS { (a)--(:Country) } AS near',
  'MATCH (a:Entity) OPTIONAL MATCH (a)-[:LOCATED_IN]->(b) WHERE (b)--(:Country) RETURN a.id AS a, b.id AS b',
  'MATCH (a:Entity) WHERE NOT EXISTS { (a)--(:Country) } RETURN a.id AS id',
  'MATCH (a:Country), (b:Country) WHERE a.id < b.id AND (a)--(b) RETURN a.name AS a, b.name AS b',
  'MATCH (a:Country)--(t:Topic)--(b:Country) WHERE a.name < b.name RETURN a.name AS a, b.name AS b, count(DISTINCT t) AS n ORDER BY n DESC, a, b',
  'MATCH (a:Entity) RETURN a.type AS type, collect(a.name)[..3] AS names',
  'MATCH (a:Entity) WITH a ORDER BY a.name WITH a.type AS type, collect(a.name) AS names RETURN type, names[..3] AS some, size(names) AS n',
  'UNWIND [1, 2, 3] AS x WITH x WHERE x > 1 RETURN x, x ^ 2 AS square, x * 1.5 + 1 AS more',
  'WITH [1, 2, 3] AS l RETURN [x IN l WHERE x > 1 | x * 2] AS v, l + [4] AS w, size(l) AS n',
  'MATCH (a:Entity)-[r]-() WITH a, count(r) AS degree ORDER BY degree DESC, a.id LIMIT 5 MATCH (a)-[q]-(b:Topic) RETURN a.name AS a, b.name AS b, type(q) AS t',
];
