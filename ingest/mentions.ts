/** Names in all sentences of a document: recognisers, then what the document itself taught (acronyms, surnames), then one entity each. */
import type { Registry } from './entities.ts';
import type { Designators } from './knowledge/designators.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { learn, nothingTaught } from './mentions/learnt.ts';
import { createPeople } from './mentions/persons.ts';
import { recognise } from './mentions/recognise.ts';
import { linkSentence } from './mentions/sentence-names.ts';
import type { Titles } from './mentions/titles.ts';
import type { Name } from './parse/tree.ts';
import type { Passage } from './passages.ts';
import type { Token } from './text/token.ts';

export type Tagged = { passage: Passage; tokens: Token[] };
export type Named = Tagged & { names: Name[]; nested: Name[]; offices: OfficeLink[] };
/** A person's title where the text gives it. */
export type OfficeLink = {
  person: string;
  /** Null where the title is too bare to be an office. */
  office: string | null;
  from: number;
  to: number;
  status: 'holds' | 'former' | 'future';
  country: string | null;
  /** The title names no country: it is the document's own, or that of the party nobody else speaks for. */
  assumed?: boolean;
  /** The title goes on with a body that is no state's, as far as is known: no state is assumed for it. */
  elsewhere: boolean;
  /** The body a spokesperson or commander stands for. */
  body: string | null;
};

export type Setting = {
  knowledge: Knowledge;
  designators: Designators;
  titles: Titles;
  registry: Registry;
  published: string | null;
  /** As in the frame. */
  scope: string;
  home: string | null;
  parties: string[];
};

/** Reads the names of every sentence, in order. */
export function mentions(sentences: readonly Tagged[], setting: Setting): Named[] {
  const taught = nothingTaught();
  // Twice: what is introduced late is known early (a title names "Minister Brandt" before the text does).
  for (const { tokens } of sentences) learn(taught, recognise(tokens, setting, taught), tokens, setting);
  const persons = createPeople(setting);
  const found = sentences.map(({ tokens }) => recognise(tokens, setting, taught));
  for (const [i, sentence] of sentences.entries()) persons.prepare(found[i] ?? [], sentence.tokens);
  const linking = { setting, persons, acronyms: new Map<string, string>() };
  return sentences.map((sentence, i) => linkSentence(sentence, found[i] ?? [], linking));
}
