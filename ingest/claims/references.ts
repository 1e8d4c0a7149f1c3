/** Words that stand for somebody named elsewhere: `The Ministers`, `both sides`, `they`, `its`. One mention per entity they stand for. */
import type { Located } from '../concepts.ts';
import type { Phrase } from '../parse/tree.ts';
import type { Reading } from '../reading.ts';
import { actorsOf } from './actors.ts';

/** States rather than the people who speak for them. */
const OF_STATES =
  /^(?:sides?|countries|nations|parties|governments?|states|allies|partners|neighbours|neighbors|capitals|militaries|forces|navies|armies|authorities|ministry|delegations)$/;
const POSSESSIVE = new Map([
  ['its', 'it'],
  ['their', 'they'],
  ['his', 'he'],
  ['her', 'she'],
]);

/** Role and pronoun mentions of a sentence, by what the discourse knows before it and what stands earlier in it. */
export function references(reading: Reading): Located[] {
  const phrases = reading.chunks.flatMap((chunk) => (chunk.kind === 'phrase' ? [chunk.phrase] : []));
  const inside = reading.tokens.flatMap((token, at) => {
    const plain = POSSESSIVE.get(token.lower);
    return plain ? [standIn(at, reading, plain)] : [];
  });
  return [
    ...phrases.filter((phrase) => phrase.name === null).flatMap((phrase) => refer(phrase, reading)),
    ...inside.flat(),
  ];
}

function refer(phrase: Phrase, reading: Reading): Located[] {
  const { actors, persons, role } = actorsOf([phrase], reading);
  if (!role) return [];
  const head = reading.tokens[phrase.head]?.lower ?? '';
  const named = reading.names.some((name) => name.from >= phrase.from && name.to <= phrase.to);
  if (named && !phrase.pronoun) return [];
  const ids = persons.length > 0 && !OF_STATES.test(head) ? persons : actors;
  return located(ids, phrase.from, phrase.to, phrase.pronoun ? 'pronoun' : 'role', reading);
}

/** A possessive read as the pronoun it belongs to. */
function standIn(at: number, reading: Reading, plain: string): Located[] {
  const tokens = reading.tokens.map((token, i) => (i === at ? { ...token, lower: plain } : token));
  const phrase: Phrase = {
    from: at,
    to: at + 1,
    head: at,
    name: null,
    possessor: null,
    modifier: null,
    pronoun: true,
    determined: false,
    indefinite: false,
    conjuncts: [],
    post: [],
  };
  const { actors, persons } = actorsOf([phrase], { ...reading, tokens });
  return located(persons.length > 0 ? persons : actors, at, at + 1, 'pronoun', reading);
}

function located(
  ids: readonly string[],
  from: number,
  to: number,
  kind: 'role' | 'pronoun',
  reading: Reading,
): Located[] {
  return ids.flatMap((id) => {
    const draft = reading.registry.get(id);
    return draft ? [{ draft, from, to, kind }] : [];
  });
}
