/**
 * What stands between commas inside a clause: `no aircraft, he noted, is stationed`, `is, contrary to the story, not considering`. It is put
 * behind the rest, so that the clause is read in one piece.
 */
import type { Chunk, VerbGroup } from './tree.ts';

/** Longest aside, in chunks. */
const REACH = 9;

/** The row with its asides at the end; the parts of a verb group that an aside cut in two are one again. */
export function settleAsides(row: readonly Chunk[], reports: ReadonlySet<string>): Chunk[] {
  const kept: Chunk[] = [];
  const aside: Chunk[] = [];
  for (let i = 0; i < row.length; i += 1) {
    const chunk = row[i];
    if (!chunk) break;
    const end = chunk.kind === 'comma' ? closing(row, i) : -1;
    const inner = end > 0 ? row.slice(i + 1, end) : [];
    const before = kept.at(-1);
    const next = row[end + 1];
    const joined = end > 0 ? rejoined(before, inner, next) : null;
    if (joined) {
      kept.pop();
      kept.push({ kind: 'verb', from: joined.from, to: joined.to, verb: joined });
      aside.push(chunk, ...inner);
      i = end + 1;
    } else if (end > 0 && isAlternative(before, inner, next)) {
      kept.push(...inner);
      i = end;
    } else if (
      end > 0 &&
      ((saysWho(inner, reports) && goesOn(row, end + 1)) || opensClause(before, inner, next))
    ) {
      aside.push(chunk, ...inner);
      i = end;
    } else kept.push(chunk);
  }
  if (aside.length === 0) return [...row];
  return [...kept, ...aside];
}

/** `tanks, or any other armour, had …`: one subject, whatever commas stand in it. */
function isAlternative(before: Chunk | undefined, inner: readonly Chunk[], next: Chunk | undefined): boolean {
  const [first] = inner;
  const or = first?.kind === 'conj' && first.word === 'or';
  const plain = inner.every((chunk, i) => i === 0 || chunk.kind === 'phrase' || chunk.kind === 'adv');
  return or && plain && before?.kind === 'phrase' && next?.kind === 'verb' && next.verb.form === 'finite';
}

/** The comma that closes what this one opens. */
function closing(row: readonly Chunk[], at: number): number {
  for (let k = at + 2; k < Math.min(row.length, at + REACH + 2); k += 1) {
    const kind = row[k]?.kind;
    if (kind === 'comma') return k;
    if (kind === 'stop') return -1;
  }
  return -1;
}

/** `…, the minister said, …`, `…, said General Brandvik of Norway, …`: a subject and a verb of saying, no more. */
function saysWho(inner: readonly Chunk[], reports: ReadonlySet<string>): boolean {
  const verbs = inner.filter((chunk) => chunk.kind === 'verb');
  const [verb] = verbs;
  if (verbs.length !== 1 || verb?.kind !== 'verb' || verb.verb.form !== 'finite' || verb.verb.negated)
    return false;
  const plain = inner.every(
    (chunk) =>
      chunk.kind === 'phrase' || chunk.kind === 'verb' || chunk.kind === 'adv' || chunk.kind === 'prep',
  );
  const edge = inner.findLast((chunk) => chunk.kind !== 'adv') === verb || inner[0] === verb;
  const subject = inner.find((chunk) => chunk.kind === 'phrase');
  return (
    plain &&
    edge &&
    subject !== undefined &&
    reports.has(verb.verb.lemma) &&
    /^(?:phrase|verb)$/.test(inner[0]?.kind ?? '')
  );
}

/** Whether what follows cannot begin a clause of its own: a verb, `to …`, or an auxiliary before its subject. */
function goesOn(row: readonly Chunk[], at: number): boolean {
  const [first, second, third] = row.slice(at);
  if (first?.kind === 'verb') return true;
  return first?.kind === 'adv' && second?.kind === 'phrase' && third?.kind === 'verb';
}

/** `which, according to a newspaper, China installed`, `but, citing costs, sent nobody`. */
function opensClause(before: Chunk | undefined, inner: readonly Chunk[], next: Chunk | undefined): boolean {
  if (before?.kind === 'phrase' && next?.kind === 'that' && inner[0]?.kind === 'verb')
    return inner.every((chunk, i) => i === 0 || chunk.kind !== 'verb');
  const opened =
    before?.kind === 'wh' || before?.kind === 'that' || before?.kind === 'conj' || before?.kind === 'sub';
  const [first] = inner;
  if (!opened || !first || (next?.kind !== 'phrase' && next?.kind !== 'verb')) return false;
  const gerund = first.kind === 'verb' && first.verb.form === 'gerund';
  const verbs = inner.filter((chunk) => chunk.kind === 'verb').length;
  return (gerund && verbs === 1) || (first.kind === 'prep' && verbs === 0) || first.kind === 'sub';
}

const AUXILIARY = /^(?:be|have|do|will|would|shall|should|can|could|may|might|must)$/;

/** `have not, so far as we know, formed`: the auxiliary and its verb as one group. */
function rejoined(
  before: Chunk | undefined,
  inner: readonly Chunk[],
  next: Chunk | undefined,
): VerbGroup | null {
  if (before?.kind !== 'verb' || next?.kind !== 'verb') return null;
  const again = inner[0]?.kind === 'conj';
  if (
    again &&
    !inner.every(
      (chunk, i) =>
        i === 0 || (chunk.kind === 'verb' && AUXILIARY.test(chunk.verb.lemma)) || chunk.kind === 'adv',
    )
  )
    return null;
  const auxiliary = before.verb;
  const main = next.verb;
  const word = auxiliary.lemma;
  // `have not, to our knowledge, been installed`.
  if (
    word === 'have' &&
    (main.passive || main.progressive) &&
    main.past === false &&
    !main.modal &&
    !main.perfect
  )
    return {
      ...main,
      from: auxiliary.from,
      form: 'finite',
      modal: auxiliary.modal,
      negated: auxiliary.negated !== main.negated,
      perfect: true,
      past: auxiliary.past,
    };
  if (main.modal || main.passive || main.perfect || main.progressive || main.form === 'infinitive')
    return null;
  const be = word === 'be';
  const have = word === 'have';
  const modal = /^(?:will|would|shall|should|can|could|may|might|must|do)$/.test(word);
  const ing = main.form === 'gerund';
  const fits = be ? main.participle || ing : have ? main.participle : modal && !main.past && !ing;
  if (
    !fits ||
    inner.some(
      (chunk) =>
        chunk.kind === 'verb' &&
        chunk.verb.form === 'finite' &&
        inner[0]?.kind === 'phrase' &&
        chunk !== inner.at(-1),
    )
  )
    return null;
  return {
    ...main,
    from: auxiliary.from,
    form: 'finite',
    modal: auxiliary.modal ?? (modal && word !== 'do' ? word : null),
    negated: auxiliary.negated !== main.negated,
    passive: be && !ing,
    progressive: be && ing,
    perfect: have || auxiliary.perfect,
    past: auxiliary.past,
  };
}
