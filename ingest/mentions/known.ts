/** Names the gazetteer knows, at their places in a sentence. */
import type { Knowledge, KnownName } from '../knowledge/knowledge.ts';
import type { Token } from '../text/token.ts';
import type { Found } from './found.ts';

/** All known names of a sentence, overlapping ones too. A guarded alias needs one of its context words in the sentence. */
export function knownNames(tokens: readonly Token[], knowledge: Knowledge): Found[] {
  const found: Found[] = [];
  tokens.forEach((token, i) => {
    for (const name of knowledge.names.get(token.lower) ?? []) {
      if (!matches(tokens, i, name) || !guarded(tokens, name)) continue;
      const to = i + name.words.length;
      const continued =
        name.type !== 'Country' &&
        /^[-‐]$/.test(tokens[to]?.text ?? '') &&
        tokens[to]?.start === tokens[to - 1]?.end;
      if (!continued)
        found.push({
          from: i,
          to,
          type: name.type,
          id: name.id,
          form: name.form,
          rank: name.form === 'alias' ? 5 : 2,
        });
    }
  });
  return [...found, ...sharing(tokens, knowledge)];
}

/** `the East and South China Seas`: two known names that share what is behind them. */
function sharing(tokens: readonly Token[], knowledge: Knowledge): Found[] {
  return tokens.flatMap((token, i): Found[] => {
    if (token.lower !== 'and') return [];
    for (let to = i + 3; to <= i + 4; to += 1) {
      const right = tokens.slice(i + 1, to).map((word) => word.text);
      const last = right.at(-1) ?? '';
      if (!/^\p{Lu}\p{Ll}+s$/u.test(last)) continue;
      const common = [...right.slice(1, -1), last.slice(0, -1)];
      const find = (first: string | undefined) =>
        (knowledge.names.get(first?.toLowerCase() ?? '') ?? []).find(
          (name) => name.words.join(' ') === [first, ...common].join(' '),
        );
      const [a, b] = [find(tokens[i - 1]?.text), find(right[0])];
      if (a && b)
        return [
          { from: i - 1, to: i, type: a.type, id: a.id, form: a.form, rank: 6 },
          { from: i + 1, to, type: b.type, id: b.id, form: b.form, rank: 6 },
        ];
    }
    return [];
  });
}

function matches(tokens: readonly Token[], at: number, name: KnownName): boolean {
  return name.words.every((word, k) => {
    const token = tokens[at + k];
    if (!token) return false;
    if (name.caseInsensitive) return token.lower === word.toLowerCase();
    // Headings in capitals name the same things; acronyms stay as they are.
    return token.text === word || (word.length > 3 && token.text === word.toUpperCase());
  });
}

function guarded(tokens: readonly Token[], name: KnownName): boolean {
  return name.context === null || name.context.some((word) => tokens.some((token) => token.text === word));
}
