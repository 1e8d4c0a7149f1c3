/** Names in Cypher: the one place that escapes them. */

/**
 * An identifier in backticks: any text is one name and nothing else. Neo4j reads `\uXXXX` as the character before it
 * reads anything else, within backticks too, so such a backslash is written as `\u005C`.
 * @throws RangeError for the empty name
 */
export function name(identifier: string): string {
  if (identifier === '') throw new RangeError('A label or type needs a name.');
  const plain = identifier.replace(/\\+(?=u)/g, (run) =>
    run.length % 2 === 1 ? `${run.slice(0, -1)}\\u005C` : run,
  );
  return `\`${plain.replaceAll('`', '``')}\``;
}
