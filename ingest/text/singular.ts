/** English plurals, as far as equipment and heads of phrases need them. */

/** Singular of the last word of an equipment name. */
export function singular(text: string): string {
  if (/(?:aircraft|Forces|series|is|ics)$/i.test(text)) return text;
  if (/\d[\p{Lu}]?s$/u.test(text)) return text.slice(0, -1);
  if (/(?:s|x|ch|sh)es$/.test(text)) return text.slice(0, -2);
  if (/[^aeious]ies$/.test(text)) return `${text.slice(0, -3)}y`;
  return /[^su]s$/.test(text) ? text.slice(0, -1) : text;
}
