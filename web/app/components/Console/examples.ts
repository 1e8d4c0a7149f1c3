/** Queries to begin with. Plain data: every one runs on both stores against the bundled document. */
export interface Example {
  readonly title: string;
  readonly query: string;
}

export const examples: readonly Example[] = [
  {
    title: 'Assets and everything they are related to',
    query: 'MATCH (a:Asset)-[r]-(b) RETURN a, r, b',
  },
  {
    title: 'Where equipment is deployed, and where that lies',
    query: `MATCH p = (a:EquipmentType)-[:DEPLOYED_TO]->(b:Entity)-[:LOCATED_IN|PART_OF*0..2]->(c:Entity)
RETURN p`,
  },
  {
    title: 'Who condemns or opposes what',
    query: `MATCH (a:Actor)-[r:CONDEMNS|OPPOSES]->(b:Entity)
RETURN a, r, b`,
  },
  {
    title: 'Every claim about an asset, with its quote',
    query: `MATCH (c:Claim)-[:OBJECT]->(b:Asset), (c)-[:SUBJECT]->(a:Entity)
RETURN a.name AS subject, c.type AS relation, b.name AS object, c.modality AS modality, c.quote AS quote
ORDER BY object, subject, relation`,
  },
  {
    title: 'What is only planned or considered',
    query: `MATCH (c:Claim)-[:SUBJECT]->(a:Entity), (c)-[:OBJECT]->(b:Entity)
WHERE c.modality IN ['planned', 'hypothetical']
RETURN a.name AS subject, c.type AS relation, b.name AS object, c.modality AS modality, c.quote AS quote
ORDER BY modality, subject, object`,
  },
  {
    title: 'Sentences that name two actors',
    query: `MATCH (a:Actor)<-[:MENTIONS]-(s:Sentence)-[:MENTIONS]->(b:Actor)
WHERE a.name < b.name
RETURN DISTINCT a.name AS one, b.name AS other, s.section AS section, s.text AS sentence
ORDER BY one, other`,
  },
  {
    title: 'Best-connected entities',
    query: `MATCH (a:Entity)-[r]-(:Entity)
WITH a, count(r) AS relations
RETURN a, relations
ORDER BY relations DESC, a.name
LIMIT 10`,
  },
  {
    title: 'Who said how much',
    query: `MATCH (c:Claim)-[:SAID_BY]->(p:Person)
WITH p.name AS speaker, count(c) AS claims
RETURN speaker, claims
ORDER BY claims DESC, speaker`,
  },
];

/** Queries to begin with on a database that is not ours: right on any graph. */
export const anyGraphExamples: readonly Example[] = [
  {
    title: 'Some nodes and what they are related to',
    query: 'MATCH (a)-[r]->(b)\nRETURN a, r, b\nLIMIT 50',
  },
  {
    title: 'How many nodes there are of each label',
    query: `MATCH (n)
UNWIND labels(n) AS label
RETURN label, count(*) AS nodes
ORDER BY nodes DESC, label`,
  },
  {
    title: 'How many relations there are of each type',
    query: `MATCH ()-[r]->()
RETURN type(r) AS type, count(*) AS relations
ORDER BY relations DESC, type`,
  },
  {
    title: 'Which labels are related by which types',
    query: `MATCH (a)-[r]->(b)
RETURN labels(a) AS from, type(r) AS type, labels(b) AS to, count(*) AS relations
ORDER BY relations DESC
LIMIT 50`,
  },
  {
    title: 'Best-connected nodes',
    query: `MATCH (n)
RETURN n, COUNT { (n)--() } AS relations
ORDER BY relations DESC
LIMIT 10`,
  },
];
