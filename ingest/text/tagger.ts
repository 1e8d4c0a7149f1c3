/** Part-of-speech tags and lemmas: wink-nlp with its bundled English model, corrected where policy English misleads it. */
import { createRequire } from 'node:module';
import type { Tag, Token, Word } from './token.ts';

export type Tagger = (words: readonly Word[]) => Token[];

const TAGS = new Set<string>(
  'ADJ ADP ADV AUX CCONJ DET NOUN NUM PART PRON PROPN PUNCT SCONJ VERB'.split(' '),
);

/** Loads the model once; the tagger itself is pure. */
export function loadTagger(isVerb: (form: string) => string | undefined): Tagger {
  const require = createRequire(import.meta.url);
  // Required here, not imported: both are CommonJS and heavy, and a command that never reads a text should not wait for them.
  const winkNLP = require('wink-nlp') as typeof import('wink-nlp').default;
  const model = require('wink-eng-lite-web-model') as typeof import('wink-eng-lite-web-model').default;
  const nlp = winkNLP(model, ['sbd', 'pos']);
  const its = nlp.its;
  return (words) => {
    const joined = words.map((word) => word.text.replace(/^['’]s$/, "'s").replace(/\./g, '')).join(' ');
    const read = nlp.readDoc(joined);
    const tags = read.tokens().out(its.pos) as unknown as string[];
    const lemmas = read.tokens().out(its.lemma as never) as unknown as string[];
    const texts = read.tokens().out() as string[];
    const tokens = align(words, texts, tags, lemmas);
    correct(tokens, isVerb);
    return tokens;
  };
}

/** Gives every word the tag of the model's token that begins where it begins, counted without spaces and stops. */
function align(words: readonly Word[], texts: string[], tags: string[], lemmas: string[]): Token[] {
  const at = new Map<number, number>();
  let position = 0;
  texts.forEach((text, index) => {
    at.set(position, index);
    position += text.replace(/[\s.]/g, '').length;
  });
  position = 0;
  return words.map((word) => {
    const index = at.get(position) ?? -1;
    position += word.text.replace(/[\s.]/g, '').length;
    const tag = tags[index] ?? 'X';
    const lower = word.text.toLowerCase().replace(/’/g, "'");
    const whole = (texts[index] ?? '').replace(/[\s.]/g, '') === word.text.replace(/[\s.]/g, '');
    return {
      ...word,
      lower,
      lemma: whole ? (lemmas[index] ?? lower).toLowerCase() : lower,
      tag: (TAGS.has(tag) ? tag : 'X') as Tag,
    };
  });
}

const MODALS = new Set('will would shall should can could may might must to cannot'.split(' '));
const BETWEEN = new Set(
  'further also not jointly closely fundamentally even more promptly fully together'.split(' '),
);
const NOUN_ONLY = new Set(['summary', 'issue', 'issues', 'ministers']);

/** Repairs the tags that decide a clause: verbs after modals and `to`, nouns taken for verbs, words that are always one thing. */
function correct(tokens: Token[], isVerb: (form: string) => string | undefined): void {
  tokens.forEach((token, i) => {
    if (!/[\p{L}\p{N}]/u.test(token.text)) token.tag = 'PUNCT';
    if (/^(?:'s)$/.test(token.lower)) token.tag = 'PART';
    if (token.lower === "n't" || token.lower === 'not') token.tag = 'PART';
    if (token.lower === 'further' && tokens[i + 1]?.tag !== 'NOUN') token.tag = 'ADV';
    const verb = isVerb(token.lower);
    if (verb && token.tag === 'VERB') token.lemma = verb;
    if (NOUN_ONLY.has(token.lower) && token.tag === 'VERB') token.tag = 'NOUN';
    if (!verb || token.tag === 'VERB' || token.tag === 'PROPN' || token.tag === 'AUX') return;
    let before = i - 1;
    while (before >= 0 && (tokens[before]?.tag === 'ADV' || BETWEEN.has(tokens[before]?.lower ?? '')))
      before -= 1;
    const previous = tokens[before];
    if (
      previous &&
      MODALS.has(previous.lower) &&
      verb === token.lower &&
      !(previous.lower === 'to' && previous.tag === 'ADP')
    ) {
      token.tag = 'VERB';
      token.lemma = verb;
    }
  });
}
