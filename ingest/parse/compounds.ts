/** Verb groups that are one although the tagger sees two: `is to deploy`, `remain committed`, `are due to transfer`. */
import type { Token } from '../text/token.ts';
import type { Chunk, VerbGroup } from './tree.ts';

type VerbChunk = Extract<Chunk, { kind: 'verb' }>;

/** Of these `is to …` says what they consist in, not what will happen: `the aim is to …`. */
const ABSTRACT =
  /^(?:aim|goal|purpose|objective|task|plan|intention|idea|priority|mission|role|step|way|key|challenge|hope|point|job|ambition|approach|policy|position|view|decision|proposal|focus|function|target|vision|duty|what|this|that|it)s?$/;
/** Verbs that with a participle say that a state goes on. */
const LASTING = /^(?:remain|stay|stand|keep|feel)$/;

/** The row with verb groups that belong together joined. */
export function compoundVerbs(row: readonly Chunk[], tokens: readonly Token[]): Chunk[] {
  const joined: Chunk[] = [];
  for (const chunk of row) {
    const between = chunk.kind === 'verb' ? asideBefore(joined) : 0;
    const first = joined[joined.length - 1 - between];
    const group =
      chunk.kind === 'verb' && first?.kind === 'verb' ? compound(first, chunk, joined, tokens) : null;
    if (!group) {
      joined.push(chunk);
      continue;
    }
    joined.splice(joined.length - 1 - between);
    joined.push({ kind: 'verb', from: group.from, to: group.to, verb: group });
  }
  return joined;
}

/** How many chunks at the end of a row are an adverb, or one between commas: `is, however, concerned`. */
function asideBefore(row: readonly Chunk[]): number {
  if (row.at(-1)?.kind === 'adv') return 1;
  const [open, word, close] = row.slice(-3);
  return open?.kind === 'comma' && word?.kind === 'adv' && close?.kind === 'comma' ? 3 : 0;
}

function compound(
  { verb: first }: VerbChunk,
  { verb: second }: VerbChunk,
  row: readonly Chunk[],
  tokens: readonly Token[],
): VerbGroup | null {
  const own = {
    from: first.from,
    form: first.form,
    negated: first.negated || second.negated,
    perfect: first.perfect,
    past: first.past,
  };
  if (first.lemma === 'be' && !first.modal && second.form === 'infinitive' && first.form === 'finite') {
    const between = tokens.slice(first.to, second.from).map((token) => token.lower);
    // `is unlikely to attack`, `is able to host`: no plan.
    if (between.some((word) => /^(?:unlikely|unable|unwilling|reluctant|loath)$/.test(word)))
      return { ...second, ...own, negated: true, modal: 'might', past: false };
    if (between.some((word) => /^(?:likely|able|free|entitled|welcome|liable|apt)$/.test(word)))
      return { ...second, ...own, modal: 'might', past: false };
    const subject = row.findLast((chunk) => chunk.kind === 'phrase');
    const head = subject?.kind === 'phrase' ? (tokens[subject.phrase.head]?.lower ?? '') : '';
    // `was to have sailed`: it did not.
    if (second.perfect && first.past)
      return { ...second, ...own, modal: 'would', perfect: true, past: false };
    return ABSTRACT.test(head) ? null : { ...second, ...own, modal: 'will', past: false };
  }
  // `were to have been based`, `said to have been seen`.
  const been = tokens[second.from]?.lower === 'been' && second.from === first.to;
  if (been && first.lemma === 'have' && /\bto have$/i.test(wordsOf(first, tokens)))
    return {
      ...second,
      ...own,
      modal:
        first.modal === 'will' && /^(?:was|were)\b/i.test(wordsOf(first, tokens)) ? 'would' : first.modal,
      perfect: true,
      past: false,
    };
  const bare = second.participle && second.to - second.from <= 2 && !second.modal && !second.passive;
  if (first.lemma === 'be' && !first.passive && bare && first.to - first.from <= 2 && first.form === 'finite')
    return { ...second, ...own, modal: first.modal, passive: true, progressive: false };
  if (LASTING.test(first.lemma) && !first.passive && bare && /ed$/.test(tokens[second.at]?.lower ?? ''))
    return { ...second, ...own, modal: first.modal, passive: true, progressive: false };
  return null;
}

function wordsOf({ from, to }: VerbGroup, tokens: readonly Token[]): string {
  return tokens
    .slice(from, to)
    .map((token) => token.lower)
    .join(' ');
}
