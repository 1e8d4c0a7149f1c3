/** The shapes of graphs that people bring along, none of them made by us. */

/** Movies, with people who both act and direct: parallel relationships between the same two. */
export const MOVIES = `
  CREATE (matrix:Movie {title: 'The Matrix', released: 1999, tagline: 'Welcome to the Real World'}),
         (cloud:Movie {title: 'Cloud Atlas', released: 2012}),
         (speed:Movie {title: 'Speed Racer', released: 2008}),
         (hoffa:Movie {title: 'Hoffa', released: 1992}),
         (keanu:Person {name: 'Keanu Reeves', born: 1964}),
         (lana:Person {name: 'Lana Wachowski', born: 1965}),
         (devito:Person {name: 'Danny DeVito', born: 1944}),
         (hanks:Person {name: 'Tom Hanks', born: 1956}),
         (emil:Person {name: 'Emil Eifrém', born: 1978}),
         (jack:Person {name: 'Jack Nicholson', born: 1937}),
         (keanu)-[:ACTED_IN {roles: ['Neo']}]->(matrix),
         (emil)-[:ACTED_IN {roles: ['Emil']}]->(matrix),
         (lana)-[:DIRECTED]->(matrix),
         (lana)-[:DIRECTED]->(cloud),
         (lana)-[:DIRECTED]->(speed),
         (hanks)-[:ACTED_IN {roles: ['Zachry', 'Dr. Henry Goose']}]->(cloud),
         (devito)-[:ACTED_IN {roles: ['Robert "Bobby" Ciaro']}]->(hoffa),
         (devito)-[:DIRECTED]->(hoffa),
         (jack)-[:ACTED_IN {roles: ['Hoffa']}]->(hoffa),
         (hanks)-[:FOLLOWS]->(lana),
         (devito)-[:FOLLOWS {since: date('2001-02-03')}]->(hanks)`;

/** Forty labels, and nodes of several at once. */
export const FORTY_LABELS = `CREATE ${Array.from(
  { length: 40 },
  (_, index) =>
    `(n${index}:Kind${index}${index % 5 === 0 ? ':Common' : ''} {code: 'K-${index}'})${index === 0 ? '' : `, (n${index})-[:NEXT_TO]->(n${index - 1})`}`,
).join(', ')}`;

/** What databases hold besides names: nothing, long texts, lists, dates, points, labels and types of any spelling. */
export const ODDITIES = `
  CREATE (bare),
         (named {name: 'No label'}),
         (plain:Thing),
         (long:Note {title: 'Long', body: $long}),
         (place:Place {label: 'Lookout', at: point({longitude: 130.8, latitude: 31.4}), flat: point({x: 1, y: 2}),
                       opened: date('2020-02-29'), seen: datetime('2022-08-04T09:30:00+09:00'),
                       tags: ['view', 'wind'], heights: [1.5, 2], big: 9007199254740993, open: true}),
         (odd:\`Odd \`\`label\`\` \u{1F5FA}\` {\`a key\`: 'odd value'}),
         (entity:Entity {id: 'not ours', name: 'An entity of others'}),
         (twin:Entity {id: 'not ours', name: 'Its twin'}),
         (document:Document {title: 'A document of others'}),
         (plain)-[:LIKES]->(plain),
         (plain)-[:LIKES {since: 1}]->(place), (plain)-[:LIKES {since: 2}]->(place), (place)-[:LIKES]->(plain),
         (bare)-[:\`ODD \`\`type\`\`\` {note: $long}]->(odd),
         (entity)-[:MENTIONS {id: 'same'}]->(document), (twin)-[:MENTIONS {id: 'same'}]->(document)`;

/** 5,000 characters. */
export const LONG = 'All work and no play makes a long property. '.repeat(120).slice(0, 5000);
