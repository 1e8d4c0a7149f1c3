/**
 * Judges a statement by the plan that the engine itself makes of it (`EXPLAIN`), before it runs. No reading of the
 * statement's text by rules of ours is needed: comments, strings, escapes and nesting are already resolved in the plan.
 */

/** Operators that only read the graph. Anything else is refused, known or not. */
const READING = new Set([
  'Aggregate',
  'AntiJoin',
  'Apply',
  'Discriminant',
  'Distinct',
  'Empty',
  'Except',
  'Expand',
  'Filter',
  'Intersect',
  'Join',
  'LeftJoin',
  'Limit',
  'MultiWayJoin',
  'NodeScan',
  'EdgeScan',
  'Otherwise',
  'ParameterScan',
  'Project',
  'Return',
  'ShortestPath',
  'Skip',
  'Sort',
  'TopK',
  'Union',
  'Unwind',
]);

/** Procedures that tell about the graph and change nothing. */
const PROCEDURES = new Set(['db.labels', 'db.relationshipTypes', 'db.propertyKeys']);

/** The first operator of a plan that is not a plain read, in words for the person; undefined where all are reads. */
export function refusedOperator(plan: string): string | undefined {
  for (const line of plan.split('\n')) {
    const match = /^\s*([A-Za-z]+)(?:\s*\((.*)\))?/.exec(line);
    if (!match) continue;
    const [, operator = '', detail = ''] = match;
    if (operator === 'CallProcedure') {
      if (!PROCEDURES.has(detail.trim())) return `calls the procedure ${detail.trim()}`;
    } else if (operator === 'LoadCsv') {
      return 'reads a file (LOAD CSV)';
    } else if (!READING.has(operator)) {
      return `writes (${operator})`;
    }
  }
  return undefined;
}
