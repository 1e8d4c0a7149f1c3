/** Noun phrases: the core before the head, with names as single parts. */
import type { Span, Token } from '../text/token.ts';
import {
  bracketed,
  type GlueAt,
  isInnerMark,
  isNoun,
  joinsName,
  type Known,
  modifierAfter,
  type NameAt,
  NOT_NOMINAL,
  nominalAfter,
  sharesHead,
} from './inner-marks.ts';
import type { Name, Phrase } from './tree.ts';

const POSSESSIVES = new Set('its their his her our my your whose'.split(' '));
const PRONOUNS = new Set(
  'none it they he she them him her we us this that these those both itself themselves each'.split(' '),
);
/** Pronouns that may stand before a noun. */
const DETERMINES = new Set('this that these those both each its their his her our my your whose'.split(' '));
/** Reads the noun phrase that begins at `at`, or null. */
export function nounPhrase(
  tokens: readonly Token[],
  at: number,
  namedAt: NameAt,
  glueAt: GlueAt,
  timeAt: (index: number) => boolean,
): Phrase | null {
  const nameAt: Known = (index) => namedAt(index) ?? glueAt(index);
  let i = at;
  let head = -1;
  let name: Name | null = null;
  let possessor: Phrase | null = null;
  let core = at;
  let modifier: Phrase | null = null;
  const first = tokens[at];
  if (!first) return null;
  const second = tokens[at + 1];
  // `Neither has …`, `the latter did not`.
  if (
    first.lower === 'neither' &&
    /^(?:AUX|VERB)$/.test(second?.tag ?? '') &&
    (at === 0 || /^(?:[;,"“]|and|but|that)$/.test(tokens[at - 1]?.lower ?? ''))
  )
    return phrase({ from: at, to: at + 1, head: at, pronoun: true });
  if (
    first.lower === 'the' &&
    /^(?:former|latter)$/.test(second?.lower ?? '') &&
    !nominalAfter(tokens, at + 2, nameAt)
  )
    return phrase({ from: at, to: at + 2, head: at + 1, pronoun: true });
  if (isPronoun(first) && !nameAt(at)) {
    const alone = !DETERMINES.has(first.lower) || !nominalAfter(tokens, at + 1, nameAt);
    if (alone && !POSSESSIVES.has(first.lower))
      return phrase({ from: at, to: at + 1, head: at, pronoun: true });
  }
  const counted = pairAlone(tokens, at);
  if (counted) return counted;
  while (i < tokens.length) {
    const token = tokens[i];
    if (!token || (i > at && timeAt(i))) break;
    const named = namedAt(i);
    if (named) {
      const shared = name !== null && sharesHead(tokens, i - 1, name, namedAt);
      if (head >= 0 && !shared && !joinsName(tokens, i, head)) break;
      name = named;
      head = named.to - 1;
      i = Math.max(named.span.to, named.to);
      continue;
    }
    const glued = glueAt(i);
    if (glued) {
      head = glued.to - 1;
      name = null;
      i = glued.to;
      continue;
    }
    if (
      token.lower === "'s" ||
      ((token.text === "'" || token.text === '’') && head === i - 1 && /s$/.test(tokens[head]?.lower ?? ''))
    ) {
      if (head < 0 || !nominalAfter(tokens, i + 1, nameAt)) {
        if (head < 0) break;
        i += 1;
        break;
      }
      possessor = phrase({ from: core, to: i, head, name, possessor });
      core = i + 1;
      head = -1;
      name = null;
      i += 1;
      continue;
    }
    if (isNoun(token)) {
      if (name && !modifier) modifier = phrase({ from: name.from, to: name.to, head: name.to - 1, name });
      head = i;
      name = null;
      i += 1;
    } else if (name && sharesHead(tokens, i, name, namedAt)) i += 1;
    else if (isModifier(tokens, i, head, at, nameAt)) i += 1;
    else if (isInnerMark(tokens, i, head, nameAt, glueAt)) i += 1;
    else if (bracketed(tokens, i) && head >= 0) i += 3;
    else break;
  }
  if (head < 0 && possessor) return possessor;
  if (head < 0) return adjectiveAlone(tokens, at, i);
  let to = head + 1;
  if (name) to = Math.max(name.to, name.span.to);
  while (bracketed(tokens, to)) to += 3;
  if ((tokens[to]?.lower === "'s" || tokens[to]?.text === "'") && i > to) to += 1;
  return {
    ...phrase({ from: at, to, head, name, possessor }),
    modifier,
    determined: first.tag === 'DET',
    indefinite: /^an?$/.test(first.lower),
  };
}

/** `The two reviewed X`, `the three also agreed`: the number stands for those spoken of. */
function pairAlone(tokens: readonly Token[], at: number): Phrase | null {
  if (tokens[at]?.lower !== 'the' || !/^(?:two|three|four)$/.test(tokens[at + 1]?.lower ?? '')) return null;
  const adverb = tokens[at + 2]?.tag === 'ADV' ? 1 : 0;
  const verb = tokens[at + 2 + adverb];
  const acts =
    adverb > 0
      ? verb?.tag === 'VERB' || verb?.tag === 'AUX'
      : verb?.tag === 'AUX' ||
        /^(?:discussed|agreed|reaffirmed|exchanged|condemned|reviewed|welcomed|stressed|underlined|underscored|expressed|noted|voiced|signed|pledged|decided|deplored|denounced|emphasi[sz]ed|reiterated|shared|examined|affirmed|concurred|met|spoke|talked|held|also|called|urged|promised|explored|considered|praised|recalled|announced|raised|took|addressed|committed|vowed|acknowledged|commended|highlighted|confirmed|touched|conferred|consulted)$/.test(
          verb?.lower ?? '',
        );
  return acts ? phrase({ from: at, to: at + 2, head: at + 1 }) : null;
}

function phrase(
  parts: Span & { head: number; name?: Name | null; possessor?: Phrase | null; pronoun?: boolean },
): Phrase {
  return {
    conjuncts: [],
    post: [],
    name: null,
    possessor: null,
    modifier: null,
    pronoun: false,
    determined: false,
    indefinite: false,
    ...parts,
  };
}

function isPronoun(token: Token): boolean {
  return PRONOUNS.has(token.lower) || POSSESSIVES.has(token.lower) || token.tag === 'PRON';
}

function isModifier(tokens: readonly Token[], i: number, head: number, at: number, nameAt: Known): boolean {
  const token = tokens[i];
  if (!token) return false;
  if (token.tag === 'DET' || POSSESSIVES.has(token.lower))
    return (
      head < 0 &&
      !NOT_NOMINAL.has(token.lower) &&
      (i === at ||
        tokens[i - 1]?.tag === 'DET' ||
        /^(?:all|both|half|such|of)$/.test(tokens[i - 1]?.lower ?? ''))
    );
  if (PRONOUNS.has(token.lower) && i === at)
    return DETERMINES.has(token.lower) && nominalAfter(tokens, i + 1, nameAt);
  if (token.tag === 'NUM') return true;
  if (token.tag === 'ADJ') return head < 0 || nominalAfter(tokens, i + 1, nameAt);
  if (token.tag === 'ADV')
    return (
      !/^(?:also|then|once|again|however|together|jointly|not|as|so|thus|therefore|here|there|ahead|later|earlier|ago|further)$/.test(
        token.lower,
      ) && (i > at ? modifierAfter(tokens, i + 1) : tokens[i + 1]?.tag === 'ADJ')
    );
  // `French-made howitzers`.
  if (token.tag === 'VERB' && tokens[i - 1]?.text === '-' && tokens[i - 1]?.end === token.start)
    return head >= 0 && nominalAfter(tokens, i + 1, nameAt);
  if (token.tag === 'VERB' && /(?:ing|ed|en)$/.test(token.lower)) {
    const opened =
      i > at
        ? head < 0 || (tokens[i - 1]?.tag === 'NOUN' && false)
        : /ed$/.test(token.lower) && /^(?:ADP|VERB|CCONJ)$/.test(tokens[i - 1]?.tag ?? '');
    return opened && nominalAfter(tokens, i + 1, nameAt);
  }
  return false;
}

/** `the Japanese`, `the former`: a determiner and adjectives alone count when a determiner stands before. */
function adjectiveAlone(tokens: readonly Token[], at: number, end: number): Phrase | null {
  if (tokens[at]?.tag !== 'DET' || end <= at + 1 || tokens[end - 1]?.tag !== 'ADJ') return null;
  return phrase({ from: at, to: end, head: end - 1 });
}
