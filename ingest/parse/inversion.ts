/** Auxiliaries that stand before their subject: `Under no circumstances will X host …`, `nor were any sent`, `Had X deployed …`. */
import type { Token } from '../text/token.ts';

/** `denied`: nothing of it happened; `open`: only if; `told`: no more than an order of words (`No sooner had …`). */
export type Inversion = { auxiliary: number; verb: number; kind: 'denied' | 'open' | 'told' };

const AUXILIARY =
  /^(?:has|have|had|did|do|does|will|would|shall|should|is|are|was|were|can|could|may|might)$/;
const BASE = /^(?:did|do|does|will|would|shall|should|can|could|may|might)$/;
const DENIED =
  /^(?:never\b(?! before)|nor\b|neither\b|nowhere\b|not once\b|(?:at|under|in|on|by|for|to|from|with) no\b|by no means|in none\b|on none\b|not (?:a|one|an) single\b|nothing like)/;
const TOLD =
  /^(?:no sooner|hardly|scarcely|never before|not until|only (?:after|then|now|when|once|later|by|in|on|with)|not only|rarely|seldom|little)\b/;
const OPEN = /^only (?:if|in case|in the event)\b/;

/** The inversions of a sentence; `formOf` gives the lemma of a verb form. */
export function inversions(tokens: readonly Token[], isVerb: (token: Token) => boolean): Inversion[] {
  const found: Inversion[] = [];
  for (const [i, token] of tokens.entries()) {
    if (!AUXILIARY.test(token.lower)) continue;
    const kind = openedBy(tokens, i);
    const verb = kind ? verbAfter(tokens, i, isVerb) : -1;
    if (kind && verb > 0) found.push({ auxiliary: i, verb, kind });
  }
  return found;
}

/** What stands between the beginning of the clause and its auxiliary. */
function openedBy(tokens: readonly Token[], auxiliary: number): Inversion['kind'] | null {
  if (auxiliary === 0) return tokens[0]?.lower === 'had' ? 'open' : null;
  for (let from = auxiliary - 1; from >= Math.max(0, auxiliary - 9); from -= 1) {
    const before = tokens[from - 1];
    const starts = from === 0 || /^(?:[,;:—–("“”]|and|but|that|or)$/.test(before?.lower ?? '');
    const opening = tokens
      .slice(from, auxiliary)
      .map((token) => token.lower)
      .join(' ');
    if (starts || tokens[from]?.lower === 'nor') {
      if (TOLD.test(opening)) return 'told';
      if (OPEN.test(opening)) return 'open';
      if (DENIED.test(opening)) return 'denied';
    }
    if (/^(?:[;:]|AUX)$/.test(tokens[from]?.text ?? '') || AUXILIARY.test(tokens[from]?.lower ?? ''))
      return null;
  }
  return null;
}

/** The verb behind the subject: a base form after `did` and modals, a participle after the rest. */
function verbAfter(tokens: readonly Token[], auxiliary: number, isVerb: (token: Token) => boolean): number {
  const base = BASE.test(tokens[auxiliary]?.lower ?? '');
  for (let i = auxiliary + 2; i < Math.min(tokens.length, auxiliary + 12); i += 1) {
    const token = tokens[i];
    if (!token || /^[,;:.]$/.test(token.text)) return -1;
    if (/^\p{Lu}/u.test(token.text) || !isVerb(token)) continue;
    if (base ? /(?:ed|ing)$/.test(token.lower) && token.lower !== 'need' : !PARTICIPLE.test(token.lower))
      continue;
    const previous = tokens[i - 1];
    if (
      token.tag === 'VERB' ||
      (previous?.tag !== 'DET' && previous?.tag !== 'ADJ' && previous?.tag !== 'ADP')
    )
      return i;
  }
  return -1;
}

const PARTICIPLE =
  /(?:ed|ing|sent|taken|flown|been|held|built|made|given|met|told|put|hit|struck|shot|brought|kept|left|seen|drawn|gone|become|begun|led|sought)$/;
