/** Statements that would do more than read the graph, in many disguises. */
const WRITES = [
  'CREATE (:X)',
  'MERGE (:X {a: 1})',
  'MATCH (n:Entity) SET n.stolen = true',
  'MATCH (n:Entity) SET n = {}',
  'MATCH (n:Entity) SET n += {stolen: true}',
  'MATCH (n:Entity) SET n:Stolen',
  'MATCH (n:Entity) REMOVE n.name',
  'MATCH (n:Entity) REMOVE n:Entity',
  'MATCH (n) DETACH DELETE n',
  'MATCH ()-[r]->() DELETE r',
  'MATCH (n:Entity) FOREACH (x IN [1] | SET n.stolen = x)',
  'FOREACH (x IN [1, 2] | CREATE (:X {a: x}))',
  'UNWIND [1, 2] AS x CREATE (:X {a: x})',
  'CALL { CREATE (:X) } RETURN 1 AS one',
  'MATCH (n:Entity) CALL { WITH n SET n.stolen = 1 } RETURN n.id AS id',
  'MATCH (n:Entity) WITH n CREATE (n)-[:STOLEN]->(:X)',
];

/** The same statement, dressed up in ways that a reader of its text could be fooled by. */
const DISGUISES: readonly ((statement: string) => string)[] = [
  (statement) => statement,
  (statement) => statement.toLowerCase().replace(':x', ':X'),
  (statement) => statement.replaceAll(' ', '\n\t'),
  (statement) => statement.replaceAll(' ', ' /* MATCH (n) RETURN n */ '),
  (statement) => `// RETURN 1\n${statement}`,
  (statement) => `MATCH (z:Entity) WITH z LIMIT 1 ${statement.replaceAll('(n', '(y').replaceAll(' n', ' y')}`,
  (statement) => `PROFILE ${statement}`,
  (statement) => `${statement};`,
];

const OTHER = [
  'CREATE INDEX stolen FOR (n:Entity) ON (n.name)',
  'CREATE CONSTRAINT stolen FOR (n:Entity) REQUIRE n.name IS UNIQUE',
  'DROP INDEX entity_id',
  'DROP INDEX entity_id IF EXISTS',
  'DROP CONSTRAINT entity_id_unique IF EXISTS',
  'create /* */ index stolen2 for (n:Entity) on (n.name)',
  "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
  "LOAD CSV FROM '/etc/passwd' AS line RETURN line",
  "load csv with headers from 'file:///etc/hostname' as line return line",
  'INSERT (:X)',
  'MATCH (n) RETURN n; CREATE (:X)',
  'MATCH (n:Entity) RETURN n UNION CREATE (n:X) RETURN n',
  'CALL { CREATE (:X) } IN TRANSACTIONS RETURN 1',
  'CALL { MATCH (n:Entity) SET n.stolen = 1 } IN TRANSACTIONS OF 10 ROWS',
  'CR\\u0045ATE (:X)',
  'MATCH (n:Entity) RETURN COUNT { CREATE (:X) } AS c',
  'MATCH (n:Entity) WHERE EXISTS { CREATE (:X) } RETURN n',
  'RETURN 1 AS one CREATE (:X)',
  'COMMIT',
  'ROLLBACK',
  'BEGIN CREATE (:X)',
  'CALL dbms.killConnections([])',
  'CALL db.clearQueryCaches()',
  "CALL db.createLabel('Stolen')",
  'MATCH (n:NotThere) SET n.stolen = 1',
  'OPTIONAL MATCH (n:NotThere) DETACH DELETE n',
];

export const disguisedWrites: readonly string[] = [
  ...WRITES.flatMap((statement) => DISGUISES.map((disguise) => disguise(statement))),
  ...OTHER,
];

/** Reads that look like writes to a careless judge. Each is answered. */
export const innocentReads: readonly string[] = [
  "RETURN 'CREATE (n) SET n.x = 1 DELETE n' AS text",
  'MATCH (n:Merge) RETURN n.id AS id',
  'MATCH (n:Create)-[r:DELETE]->(:Set) RETURN r',
  'MATCH (n:Entity) RETURN n.set AS a, n.delete AS b, n.create AS c LIMIT 1',
  'MATCH (n:Entity) RETURN n.name AS `CREATE` LIMIT 1',
  '// CREATE (:X)\nRETURN 1 AS one',
  '/* MERGE (:X) */ RETURN 1 AS one',
  "MATCH (n:Entity {name: 'DROP INDEX'}) RETURN n.id AS id",
  'RETURN {set: 1, merge: 2} AS map',
  'WITH 1 AS created RETURN created',
  "MATCH (n:Entity) WHERE n.name CONTAINS 'LOAD CSV' RETURN n.id AS id",
  'CALL db.labels() YIELD label RETURN label',
  'MATCH (n:Entity) RETURN n.id AS id;',
];
