/** Names and texts in Cypher: the one place that escapes them. */

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

const NAMED_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** Text as a Cypher literal. Everything that a shell or an editor may take for a line's end is escaped. */
export function stringLiteral(text: string): string {
  const escaped = text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
    /[\\'\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF]/g,
    (character) =>
      NAMED_ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return `'${escaped}'`;
}
