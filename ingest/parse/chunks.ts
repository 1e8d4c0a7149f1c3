/** A sentence as a row of chunks: noun phrases, verb groups, and the small words between them. */
import type { Token } from '../text/token.ts';
import { compoundVerbs } from './compounds.ts';
import type { GlueAt, NameAt } from './inner-marks.ts';
import { inversions } from './inversion.ts';
import { MULTIWORD } from './multiwords.ts';
import { nounPhrase } from './phrases.ts';
import { timeSpans } from './temporal.ts';
import type { Chunk, VerbGroup } from './tree.ts';
import { isParticiple, verbGroup } from './verbs.ts';

const PREPOSITIONS = new Set(
  'of in on at to for with by from against over about into towards toward through throughout during regarding concerning including between among amid across within without under near inside outside around beyond despite following surrounding via per upon after before since until till alongside behind above below like as onto opposite'.split(
    ' ',
  ),
);
const SUBORDINATORS = new Set(
  'if whether while although though because unless when where whereas should'.split(' '),
);
const RELATIVES = new Set('which who whom whose'.split(' '));

/** Cuts tokens into chunks. Tokens that mean nothing to the grammar are left out. */
export function chunks(tokens: readonly Token[], nameAt: NameAt, glueAt: GlueAt): Chunk[] {
  const found: Chunk[] = [];
  const times = timeSpans(tokens).filter((span) => !nameAt(span.from));
  const timeAt = (index: number) => times.some((span) => span.from <= index && index < span.to);
  const turned = inversions(tokens, (token) => token.tag === 'VERB');
  let i = 0;
  const small = (kind: Exclude<Chunk['kind'], 'phrase' | 'verb'>, length: number, word: string) => {
    found.push({ kind, from: i, to: i + length, word });
    i += length;
  };
  i = enumerated(tokens);
  while (i < tokens.length) {
    const token = tokens[i];
    if (!token) break;
    const time = times.find((span) => span.from === i);
    if (time) {
      // The preposition before a time goes with it.
      if (found.at(-1)?.kind === 'prep') found.pop();
      found.push({ kind: 'adv', from: i, to: time.to, word: 'time' });
      i = time.to;
      continue;
    }
    const named = nameAt(i) !== null || glueAt(i) !== null;
    const compound = named
      ? undefined
      : MULTIWORD[token.lower]?.find(
          ({ words }) =>
            words.every((word, k) => tokens[i + k]?.lower === word) &&
            // `moved them up to the camp`: no number follows.
            !(token.lower === 'up' && words[1] === 'to' && goesUpTo(tokens, i + 2)) &&
            // `are due to transfer`: no preposition.
            !(words[0] === 'due' && infinitiveAfter(tokens, i + 1)),
        );
    if (compound) {
      small(
        compound.kind,
        compound.words.length - (compound.kind === 'mark' ? 1 : 0),
        compound.words.join(' '),
      );
      continue;
    }
    const aside = named ? 0 : soCalled(tokens, i);
    if (aside > 0) {
      small('adv', aside, 'so called');
      continue;
    }
    const described = compoundParticiple(tokens, i, nameAt);
    if (described > 0) {
      small('adv', described, 'compound');
      continue;
    }
    const inverted = turned.find((item) => item.auxiliary === i);
    if (inverted) {
      small('adv', 1, token.lower);
      continue;
    }
    if (!named && opensCondition(tokens, i)) {
      small('sub', 1, 'if');
      continue;
    }
    if (
      token.lower === 'there' &&
      !/^(?:is|are|was|were|be|been|will|would|can|could|may|has|have|had|remain|remains|exist|exists)$/.test(
        tokens[i + 1]?.lower ?? '',
      )
    ) {
      small('adv', 1, 'there');
      continue;
    }
    const verb = named ? null : verbAt(tokens, i, nameAt, glueAt, timeAt, found);
    if (verb) {
      const moved = turned.find((item) => verb.from <= item.verb && item.verb < verb.to);
      if (moved) takeAuxiliary(verb, tokens[moved.auxiliary]?.lower ?? '');
      found.push({ kind: 'verb', from: verb.from, to: verb.to, verb });
      i = verb.to;
      continue;
    }
    const word = smallWord(tokens, i, named, nameAt);
    if (word) {
      small(word, 1, token.lower);
      continue;
    }
    const phrase = nounPhrase(tokens, i, nameAt, glueAt, timeAt);
    if (phrase && phrase.to > i) {
      found.push({ kind: 'phrase', from: i, to: phrase.to, phrase });
      i = phrase.to;
      continue;
    }
    if (token.tag === 'ADV' || token.tag === 'ADJ') small('adv', 1, token.lower);
    else i += 1;
  }
  return compoundVerbs(found, tokens);
}

/** `up to Ghumdhum Camp`, `up to the border`, and not `up to 50`, `up to half`. */
function goesUpTo(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  return (
    (next?.tag === 'PROPN' && /^\p{Lu}/u.test(next.text)) ||
    (next?.lower === 'the' && tokens[at + 1]?.tag !== 'NUM')
  );
}

/** `a)`, `(iii)`: the mark of an item is no word of its sentence. */
function enumerated(tokens: readonly Token[]): number {
  const open = tokens[0]?.text === '(' ? 1 : 0;
  const filed = tokens
    .slice(0, 12)
    .findIndex(
      (token, i) => i > 0 && /^(?:[-–—]|--)$/.test(token.text) && token.start > (tokens[i - 1]?.end ?? 0),
    );
  // `KHARTOUM, 3 May (Agency) – …`: where a report was filed.
  if (
    filed > 0 &&
    /^\p{Lu}{3,}/u.test(tokens[0]?.text ?? '') &&
    tokens.slice(0, filed).every((token) => token.tag !== 'VERB')
  )
    return filed + 1;
  return /^(?:\p{Ll}|[ivx]{1,4}|\d{1,2})$/u.test(tokens[open]?.text ?? '') && tokens[open + 1]?.text === ')'
    ? open + 2
    : 0;
}

/** `Should a cyclone strike, …`: the subject behind the modal makes it a condition. */
function opensCondition(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.lower !== 'should') return false;
  const before = tokens[i - 1];
  return (
    (before === undefined || /^(?:,|that|and|but|;|["“])$/.test(before.lower)) &&
    /^(?:DET|PROPN|NOUN|PRON|ADJ|NUM)$/.test(tokens[i + 1]?.tag ?? '')
  );
}

/** What the auxiliary before the subject says of the verb: `nor were any sent`. */
function takeAuxiliary(verb: VerbGroup, auxiliary: string): void {
  if (/^(?:will|would|shall|should|can|could|may|might)$/.test(auxiliary)) verb.modal = auxiliary;
  verb.past ||= /^(?:did|was|were|had)$/.test(auxiliary);
  verb.perfect ||= /^(?:has|have|had)$/.test(auxiliary);
  if (/^(?:is|are|was|were)$/.test(auxiliary)) verb.passive = verb.participle;
  if (verb.form === 'participle') verb.form = 'finite';
}

/** `condemned what it called the seizure …`: how many words only say whose word it is. */
function soCalled(tokens: readonly Token[], i: number): number {
  if (tokens[i]?.lower !== 'what') return 0;
  for (let k = i + 2; k < Math.min(tokens.length, i + 8); k += 1) {
    const word = tokens[k]?.lower ?? '';
    const as = tokens[k + 1]?.lower === 'as';
    if (
      /^(?:describe[sd]?|regard(?:s|ed)?|characteri[sz]e[sd]?|see|sees|saw|denounced|condemned|view(?:s|ed)?)$/.test(
        word,
      ) &&
      as
    )
      return k + 2 - i;
    if (
      /^(?:call|calls|called|term|terms|termed|dubbed|label(?:s|led|ed)|brand(?:s|ed)|deem(?:s|ed)|consider(?:s|ed))$/.test(
        word,
      )
    )
      return k + 1 - i;
    if (/^(?:say|says|said)$/.test(word) && /^(?:is|was|were|are)$/.test(tokens[k + 1]?.lower ?? ''))
      return k + 2 - i;
  }
  return 0;
}

/** `French-made howitzers`, `the Italian-led operation`: how many words only describe the noun behind them. */
function compoundParticiple(tokens: readonly Token[], i: number, nameAt: NameAt): number {
  const from = tokens[i]?.tag === 'DET' ? i + 1 : i;
  const name = nameAt(from);
  const participle = name ? tokens[name.to + 1] : undefined;
  if (!name || !/^[-‐–]$/.test(tokens[name.to]?.text ?? '') || !participle) return 0;
  if (
    !/^(?:made|built|led|backed|supplied|owned|run|held|flagged|brokered|sponsored|hosted|controlled|mediated|designed|funded|registered|produced|operated|trained|manned|crewed|occupied|born|based)$/.test(
      participle.lower,
    )
  )
    return 0;
  return name.to + 2 - i;
}

function verbAt(
  tokens: readonly Token[],
  i: number,
  nameAt: NameAt,
  glueAt: GlueAt,
  timeAt: (index: number) => boolean,
  before: readonly Chunk[],
) {
  const token = tokens[i];
  if (!token) return null;
  const starts =
    token.tag === 'VERB' ||
    token.tag === 'AUX' ||
    token.lower === 'to' ||
    /^(?:has|have|had|do|does|did|will|would|shall|should|can|could|may|might|must|is|are|was|were|cannot)$/.test(
      token.lower,
    );
  if (!starts) return null;
  if (/^(?:including|regarding|concerning|surrounding|following)$/.test(token.lower)) return null;
  if (token.lower === 'to' && !infinitiveAfter(tokens, i)) return null;
  // A participle before its noun is part of the phrase, unless a subject waits for its verb.
  if (token.tag === 'VERB' && /(?:ed|ing)$/.test(token.lower)) {
    const previous = before.at(-1);
    const afterPhrase = previous?.kind === 'phrase' || previous?.kind === 'adv';
    const phrase = nounPhrase(tokens, i, nameAt, glueAt, timeAt);
    const attributive =
      phrase !== null && phrase.head > i && /ed$/.test(token.lower) && previous?.kind === 'prep';
    if (attributive && !afterPhrase) return null;
  }
  const group = verbGroup(tokens, i, (k) => k > i && (nameAt(k) !== null || glueAt(k) !== null), timeAt);
  if (!group) return null;
  return group;
}

function infinitiveAfter(tokens: readonly Token[], to: number): boolean {
  let k = to + 1;
  while (
    tokens[k] &&
    (tokens[k]?.tag === 'ADV' || /^(?:not|further|also|jointly)$/.test(tokens[k]?.lower ?? ''))
  )
    k += 1;
  const next = tokens[k];
  if (!next || (next.tag !== 'VERB' && next.tag !== 'AUX')) return false;
  return (
    !/ing$/.test(next.lower) &&
    (!/ed$/.test(next.lower) ||
      /^(?:need|proceed|succeed|exceed|feed|speed|embed|shed|heed)$/.test(next.lower))
  );
}

function smallWord(
  tokens: readonly Token[],
  i: number,
  named: boolean,
  nameAt: NameAt,
): Exclude<Chunk['kind'], 'phrase' | 'verb'> | null {
  const token = tokens[i];
  if (!token || named) return null;
  if (token.text === ',') return 'comma';
  if (/^(?:;|:|—|–|--|\(|\)|\/)$/.test(token.text)) return 'stop';
  if (token.lower === 'that') {
    if (
      tokens[i - 1]?.tag === 'ADP' &&
      /^(?:time|point|moment|date|day|stage|juncture|effect|end|extent)$/.test(tokens[i + 1]?.lower ?? '')
    )
      return null;
    const next = tokens[i + 1];
    if (
      tokens[i - 1]?.tag !== 'PUNCT' &&
      (!next ||
        /^[.;,!?]$/.test(next.text) ||
        /^(?:for now|for the|either|too|yet)\b/.test(`${next.lower} ${tokens[i + 2]?.lower ?? ''}`))
    ) {
      const said = /^(?:say|said|says|told|add|added|note|noted)$/.test(tokens[i - 1]?.lower ?? '');
      if (!said) return null;
    }
    // `That move has been cancelled`.
    const opens = i === 0 || /^[;:—–"“]$/.test(tokens[i - 1]?.text ?? '');
    if (opens && next?.tag === 'NOUN' && /^(?:AUX|VERB)$/.test(tokens[i + 2]?.tag ?? '')) return null;
    const demonstrative =
      (next?.tag === 'NOUN' || next?.tag === 'ADJ') &&
      /^(?:ADP|VERB|CCONJ)$/.test(tokens[i - 1]?.tag ?? 'ADP') &&
      token.tag === 'DET';
    return demonstrative && !nameAt(i + 1) && tokens[i - 1]?.tag === 'ADP' ? null : 'that';
  }
  const opens = i === 0 || /^(?:[;,"“]|and|but|that)$/.test(tokens[i - 1]?.lower ?? '');
  if (/^(?:neither|either)$/.test(token.lower) && tokens[i + 1]?.tag === 'VERB' && !opens) return 'adv';
  if (RELATIVES.has(token.lower)) return 'wh';
  if (SUBORDINATORS.has(token.lower)) return 'sub';
  if (/^(?:and|or|but|nor|plus)$/.test(token.lower)) return 'conj';
  if (token.lower === 'as' && tokens[i + 1] && isParticiple(tokens[i + 1] as Token)) return 'adv';
  if (PREPOSITIONS.has(token.lower)) return 'prep';
  if (token.tag === 'ADP') return 'prep';
  return null;
}
