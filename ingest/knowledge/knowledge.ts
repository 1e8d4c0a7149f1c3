/** Everything the extractor knows before it reads: loaded once, never changed by a document. */

import type { Ontology } from '../../graph/ontology.ts';
import { readOntology } from '../../graph/ontology-file.ts';
import { type ConfidenceModel, readConfidence } from './confidence.ts';
import { type CountryForm, readCountries } from './countries.ts';
import { type GazetteerEntry, readGazetteer } from './gazetteer.ts';
import { type Lexicon, readLexicon, verbForms } from './lexicon.ts';

export type Knowledge = {
  ontology: Ontology;
  confidence: ConfidenceModel;
  lexicon: Lexicon;
  verbForms: ReadonlyMap<string, string>;
  entries: ReadonlyMap<string, GazetteerEntry>;
  /** Names by their first word, longest first; `words` as the tokenizer splits them. */
  names: ReadonlyMap<string, readonly KnownName[]>;
  /** First words of country forms, for taking `Japan-U.S.` apart. */
  countryWords: ReadonlySet<string>;
};

export type KnownName = {
  words: readonly string[];
  id: string;
  type: string;
  form: CountryForm['kind'] | 'alias' | 'surname';
  context: readonly string[] | null;
  caseInsensitive: boolean;
};

/** Reads all data files. Throws DataFileError or OntologyError with the line of the first fault. */
export function loadKnowledge(split: (text: string) => string[]): Knowledge {
  const lexicon = readLexicon();
  const gazetteer = readGazetteer();
  const countries = readCountries();
  const names = new Map<string, KnownName[]>();
  const add = (text: string, name: Omit<KnownName, 'words'>) => {
    const words = split(text);
    const key = (words[0] ?? '').toLowerCase();
    names.set(key, [...(names.get(key) ?? []), { ...name, words }]);
  };
  for (const { text, kind, id } of countries.forms)
    add(text, { id, type: 'Country', form: kind, context: null, caseInsensitive: false });
  for (const entry of gazetteer) {
    const { id, type, caseInsensitive } = entry;
    for (const alias of [entry.name, ...entry.aliases]) {
      const text = typeof alias === 'string' ? alias : alias.text;
      add(text, {
        id,
        type,
        form: 'alias',
        context: typeof alias === 'string' ? null : alias.context,
        caseInsensitive,
      });
    }
  }
  for (const list of names.values()) list.sort((a, b) => b.words.length - a.words.length);
  return {
    ontology: readOntology(),
    confidence: readConfidence(),
    lexicon,
    verbForms: verbForms(lexicon),
    entries: new Map([...countries.entries, ...gazetteer].map((entry) => [entry.id, entry])),
    names,
    countryWords: new Set(countries.forms.map(({ text }) => text).filter((text) => !text.includes(' '))),
  };
}
