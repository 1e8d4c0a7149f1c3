/** What speaks for or against a claim that has been read, in words that hold for any document. */
import { headType, type Located } from '../concepts.ts';
import type { Reading } from '../reading.ts';
import { singular } from '../text/singular.ts';
import type { Vote } from './vote.ts';

const NEGATION =
  /^(?:not|no|never|neither|nor|without|none|nothing|n't|yet|far|contrary|ruled|denied|rejected|refused|declined|dismissed|refuted|refrain)$/;
const PRONOUN = /^(?:them|it|they|there|which|that|these|such|this|those|who)$/;
const LOWER = /^(?:relative|reduced|sub|if|adjunct)$/;
/** Types whose entities are made of the words of the text and not of a name. */
const CONCEPT = /^(?:Topic|Event|Capability|Group|Program|Strategy|Agreement|EquipmentType)$/;
const LONG_SENTENCE = 45;

/** The rule of a vote without what it was applied to: `condemn → CONDEMNS`. */
export const ruleOf = ({ rule }: Vote) => rule.replace(/: .*/, '');

/** Grounds of a claim of these votes, the most trusted of which is `best`. Whether its rule is rare, the table knows. */
export function groundsOf(
  best: Vote,
  extractors: readonly string[],
  reading: Reading,
  touched: readonly Located[],
): string[] {
  const { tokens, registry, passage } = reading;
  const found = (entity: string) => touched.find((item) => item.draft.id === entity);
  const verb = reading.clauses.findLast(({ verb }) => verb.at >= best.from && verb.at < best.to);
  const cues = tokens.some((token) => NEGATION.test(token.lower));
  const when = (holds: boolean, ground: string) => (holds ? [ground] : []);
  return [
    best.type,
    `by ${extractors.length > 1 ? 'several' : (extractors[0] ?? '')}`,
    ...when(best.polarity === '-', 'a denial'),
    ...when(best.polarity !== '-' && cues, 'a word of denial in the sentence'),
    ...when(
      tokens.slice(best.from, best.to).some((token) => PRONOUN.test(token.lower)),
      'a pronoun in the quote',
    ),
    ...when(LOWER.test(verb?.link ?? ''), 'a subordinate clause'),
    ...when(/["“]/.test(passage.text), 'words in quotation marks'),
    ...when(tokens.length > LONG_SENTENCE, 'a long sentence'),
    ...when(found(best.subject)?.kind === 'pronoun', 'a pronoun as subject'),
    ...when(registry.get(best.subject)?.type === 'Topic', 'a topic as subject'),
    ...assumedGrounds(best, reading),
    ...objectGrounds(best.object, found(best.object), reading),
  ];
}

/** A minister without a country is taken for the document's own: less surely where the sentence names another state, too. */
function assumedGrounds(best: Vote, { offices, names }: Reading): string[] {
  const link = offices.find((item) => item.person === best.subject && item.assumed === true);
  if (!link || !/^(?:REPRESENTS|HOLDS_OFFICE)$/.test(best.type)) return [];
  const others = names.some((name) => name.type === 'Country' && name.entity !== link.country);
  return best.type === 'REPRESENTS' || others
    ? ['a country that no title names', ...(others ? ['another state beside it'] : [])]
    : [];
}

function objectGrounds(object: string, located: Located | undefined, reading: Reading): string[] {
  const { registry, tokens, names, knowledge } = reading;
  const named = [...names, ...reading.nested].find((name) => name.entity === object);
  if (named) return named.kind === 'anaphor' ? ['an object told again'] : [];
  const type = registry.get(object)?.type ?? '';
  if (!located || !CONCEPT.test(type)) return [];
  if (located.kind !== 'nominal') return ['an object told again'];
  const head = headAt(located, reading);
  const { lexicon } = knowledge;
  const word = singular(tokens[head]?.lower ?? '');
  const known =
    lexicon.headType.has(word) || lexicon.headType.has(`${tokens[head - 1]?.lower ?? ''} ${word}`);
  const spoken = [lexicon.spoken, lexicon.spokenModified, lexicon.spokenAlone].some((set) => set.has(word));
  const kind = headType({ head }, reading, lexicon);
  return [
    ...(tokens[located.from]?.tag === 'VERB' ? ['an object that begins with a verb'] : []),
    ...(located.to - located.from === 1 ? ['an object of one word'] : []),
    ...(known && kind !== type ? ['an object of another kind than its noun'] : []),
    ...(known || spoken ? [] : ['an object whose noun is unknown']),
  ];
}

/** The main noun: the last word before the first preposition. */
function headAt({ from, to }: Located, { tokens }: Reading): number {
  let at = from;
  while (at + 1 < to && tokens[at + 1]?.tag !== 'ADP') at += 1;
  return at;
}
