/** Verb groups: auxiliaries, negation and the verb, with what they say about time and mood. */
import type { Token } from '../text/token.ts';
import type { VerbForm, VerbGroup } from './tree.ts';

const MODALS = new Set('will would shall should can could may might must cannot'.split(' '));
const BE = new Set("is are was were be been being am 're".split(' '));
const HAVE = new Set("has have had having 've".split(' '));
const DO = new Set('do does did'.split(' '));
const PAST_AUX = new Set('was were had did'.split(' '));
const NEGATIVE = new Set(['not', "n't", 'never', 'neither', 'hardly', 'scarcely', 'cannot']);
const IRREGULAR_PAST = new Set(
  'held met spoke said told took gave made began came went saw felt found led left kept built brought thought sought sent spent stood understood understood set put cut hit shot fell flew drew wrote chose rose struck underwent undertook withdrew became agreed read laid paid won lost ran overflew strove sank fought taught caught bought sold bore dug'.split(
    ' ',
  ),
);
const IRREGULAR_PARTICIPLE = new Set(
  'taken given made begun come gone seen held led left kept built brought sought sent set put cut hit shot fallen flown drawn written chosen risen struck undertaken withdrawn become laid known shown driven been done met told spoken sunk bought sold dug paid borne won lost'.split(
    ' ',
  ),
);
/** Verb and particle that mean something together. */
const PARTICLES: Record<string, string> = {
  carry: 'out on',
  step: 'up',
  rule: 'out',
  draw: 'up down',
  set: 'up out aside',
  enter: 'service',
  build: 'up',
  ramp: 'up',
  scale: 'up',
  point: 'out',
  speak: 'out',
  shoot: 'down',
  call: 'off',
  give: 'up',
  go: 'ahead over',
  bring: 'about up in',
  come: 'out',
  fight: 'off',
  look: 'forward ahead',
  put: 'off in forward',
  back: 'away out down',
  walk: 'back away',
  hold: 'off',
  beef: 'up',
  shore: 'up',
  firm: 'up',
  hammer: 'out',
  crack: 'down',
  clamp: 'down',
  hit: 'out',
  lash: 'out',
  push: 'back',
  root: 'out',
  stamp: 'out',
  touch: 'down upon',
  talk: 'over',
  blow: 'up',
  phase: 'out',
  pull: 'out back',
  opt: 'out',
  roll: 'out',
  wind: 'down',
  drop: 'out',
  stand: 'down',
  hand: 'over',
  take: 'part place over note up',
  gun: 'down',
  dig: 'in',
  send: 'back',
  pay: 'off',
  make: 'clear plain up',
  stay: 'away',
  laugh: 'off',
  open: 'fire',
  sit: 'out',
  turn: 'down up',
  wave: 'away off',
  brush: 'aside off',
  shrug: 'off',
};

/** `at no point entered`: nothing stands between it and the verb. */
const AT_NO_TIME =
  /\b(?:at no (?:point|time|stage|moment)|in no (?:way|case|instance)|on no occasion|by no means)$/;

/** Reads a verb group that begins at `at`, or null. Adverbs inside belong to it. */
export function verbGroup(
  tokens: readonly Token[],
  at: number,
  blocked: (index: number) => boolean,
  timeAt: (index: number) => boolean,
): VerbGroup | null {
  let i = at;
  const seen: Token[] = [];
  let infinitive = false;
  if (tokens[i]?.lower === 'to') {
    infinitive = true;
    i += 1;
  }
  let main = -1;
  for (; i < tokens.length && !blocked(i); i += 1) {
    const token = tokens[i];
    if (!token) break;
    const goesOn = seen.length > 0 ? behindTime(tokens, i, timeAt) : i;
    if (goesOn > i) {
      i = goesOn - 1;
      continue;
    }
    if (token.tag === 'AUX' || isAuxiliary(token) || helps(tokens, i)) {
      seen.push(token);
      main = i;
    } else if (token.tag === 'VERB') {
      main = i;
      seen.push(token);
      break;
    } else if (NEGATIVE.has(token.lower) || isInnerAdverb(tokens, i, seen.length > 0 || infinitive))
      seen.push(token);
    else break;
  }
  if (main < 0) return null;
  const verb = tokens[main];
  if (!verb) return null;
  const before = seen.slice(0, seen.indexOf(verb));
  const has = (set: ReadonlySet<string>) => before.some((token) => set.has(token.lower));
  const be = has(BE) || before.some((token) => token.lower === 's');
  const form = formOf(verb, before, infinitive);
  const particle = particleAfter(tokens, main);
  return {
    from: at,
    to: Math.max(main + 1, particle ? particle.to : 0),
    at: main,
    lemma: particle ? `${verb.lemma} ${particle.word}` : BE.has(verb.lower) ? 'be' : verb.lemma,
    form,
    modal: before.find((token) => MODALS.has(token.lower))?.lower ?? (infinitive ? 'to' : null),
    negated:
      (!infinitive && afterNor(tokens, at)) ||
      /^(?:neither|never|nor|hardly|scarcely)\b/.test(
        `${tokens[at - 1]?.lower === 'ever' ? tokens[at - 2]?.lower : tokens[at - 1]?.lower}`,
      ) ||
      denies(tokens, at, at + seen.length + (infinitive ? 1 : 0), main) ||
      AT_NO_TIME.test(
        tokens
          .slice(Math.max(0, at - 4), at)
          .map((token) => token.lower)
          .join(' '),
      ) ||
      /\b(?:no longer)\b/.test(
        tokens
          .slice(Math.max(0, at - 2), main)
          .map((token) => token.lower)
          .join(' '),
      ),
    passive: be && isParticiple(verb),
    participle: isParticiple(verb),
    perfect: has(HAVE),
    progressive: be && /ing$/.test(verb.lower),
    past:
      !infinitive &&
      !has(MODALS) &&
      (before.length > 0 ? before.some((token) => PAST_AUX.has(token.lower)) : isPast(verb)),
  };
}

/** `has since April been operating`: where the group goes on behind a time that stands inside it. */
function behindTime(tokens: readonly Token[], at: number, timeAt: (index: number) => boolean): number {
  let i = at;
  if (/^(?:since|in|on|for|by)$/.test(tokens[i]?.lower ?? '') && timeAt(i + 1)) i += 1;
  if (!timeAt(i)) return at;
  while (timeAt(i)) i += 1;
  const next = tokens[i];
  return next && (next.tag === 'AUX' || (next.tag === 'VERB' && isParticiple(next))) ? i : at;
}

/** A negation inside the group, or right before an infinitive or a bare participle: `chose not to send`, `missiles not deployed to X`. */
function denies(tokens: readonly Token[], at: number, to: number, main: number): boolean {
  const negates = (i: number) =>
    NEGATIVE.has(tokens[i]?.lower ?? '') &&
    !/^(?:only|just|merely|simply|solely|but|least)$/.test(tokens[i + 1]?.lower ?? '');
  for (let i = at; i < Math.max(to, main + 1); i += 1) if (negates(i)) return true;
  const verb = tokens[main];
  const bare = at === main && verb !== undefined && (isParticiple(verb) || /ing$/.test(verb.lower));
  return (
    (tokens[at]?.lower === 'to' || bare) &&
    tokens[at - 1]?.lower === 'not' &&
    !/^(?:or|if|whether)$/.test(tokens[at - 2]?.lower ?? '')
  );
}

/** `having stationed`, `has deployed` with the auxiliary taken for a verb. */
function helps(tokens: readonly Token[], i: number): boolean {
  if (!HAVE.has(tokens[i]?.lower ?? '')) return false;
  let k = i + 1;
  while (tokens[k]?.tag === 'ADV' || NEGATIVE.has(tokens[k]?.lower ?? '')) k += 1;
  const next = tokens[k];
  return next?.tag === 'VERB' && isParticiple(next);
}

/** `nor has it deployed`: the negation stands before the subject. */
function afterNor(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 5); i -= 1) {
    if (tokens[i]?.lower === 'nor') return true;
    if (tokens[i]?.tag === 'VERB' || tokens[i]?.text === ',') return false;
  }
  return false;
}

function isAuxiliary(token: Token): boolean {
  return (
    MODALS.has(token.lower) ||
    BE.has(token.lower) ||
    (HAVE.has(token.lower) && token.tag !== 'VERB') ||
    (DO.has(token.lower) && token.tag !== 'NOUN')
  );
}

/** An adverb between the parts of the group: a verb must follow it. */
function isInnerAdverb(tokens: readonly Token[], at: number, begun: boolean): boolean {
  let i = at;
  while (tokens[i] && (tokens[i]?.tag === 'ADV' || NEGATIVE.has(tokens[i]?.lower ?? ''))) i += 1;
  // `did not itself deploy`.
  if (/^(?:itself|themselves|himself|herself)$/.test(tokens[i]?.lower ?? '')) i += 1;
  // `has since been moved`.
  if (tokens[i]?.lower === 'since' && HAVE.has(tokens[i - 1]?.lower ?? '')) i += 1;
  const next = tokens[i];
  return begun && i > at && next !== undefined && (next.tag === 'VERB' || next.tag === 'AUX');
}

function formOf(verb: Token, before: readonly Token[], infinitive: boolean): VerbForm {
  if (infinitive) return 'infinitive';
  const helped = before.some(
    (token) => MODALS.has(token.lower) || BE.has(token.lower) || HAVE.has(token.lower) || DO.has(token.lower),
  );
  if (helped) return /^(?:being|having)$/.test(before[0]?.lower ?? '') ? 'gerund' : 'finite';
  if (BE.has(verb.lower)) return verb.lower === 'being' ? 'gerund' : 'finite';
  if (/ing$/.test(verb.lower) && verb.lower !== 'bring') return 'gerund';
  if (IRREGULAR_PARTICIPLE.has(verb.lower) && !IRREGULAR_PAST.has(verb.lower)) return 'participle';
  return 'finite';
}

function isPast(verb: Token): boolean {
  return /ed$/.test(verb.lower) || IRREGULAR_PAST.has(verb.lower) || PAST_AUX.has(verb.lower);
}

/** Could be a past participle. */
export function isParticiple(verb: Token): boolean {
  return (
    /ed$/.test(verb.lower) ||
    IRREGULAR_PARTICIPLE.has(verb.lower) ||
    (IRREGULAR_PAST.has(verb.lower) &&
      !/^(?:took|gave|began|came|went|saw|flew|drew|wrote|chose|rose|spoke|became|ran)$/.test(verb.lower))
  );
}

function particleAfter(tokens: readonly Token[], main: number): { word: string; to: number } | null {
  const particles = PARTICLES[tokens[main]?.lemma ?? '']?.split(' ') ?? [];
  const next = tokens[main + 1]?.lower ?? '';
  // `held off Auckland` is a place, `held off deciding` none.
  const place =
    next === 'off' && tokens[main]?.lemma === 'hold' && /^\p{Lu}/u.test(tokens[main + 2]?.text ?? '');
  if (particles.includes(next) && !place) return { word: next, to: main + 2 };
  // `carried it out`, `sit this one out`.
  const one = /^(?:this|that)$/.test(next) && tokens[main + 2]?.lower === 'one' ? 1 : 0;
  const behind = tokens[main + 2 + one]?.lower ?? '';
  return /^(?:it|them|this|that)$/.test(next) && particles.includes(behind) && !/^(?:on|in)$/.test(behind)
    ? { word: behind, to: main + 1 }
    : null;
}
