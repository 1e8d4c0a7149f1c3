/** The ingest's pure half: a document's text in, its sentences, mentions, entities and claims out. */
import type { Extraction } from '../graph/model.ts';
import { assemble, type Read } from './assemble.ts';
import { agree } from './claims/agree.ts';
import type { Vote } from './claims/vote.ts';
import { createRegistry } from './entities.ts';
import { documentFrame } from './frame.ts';
import { readDesignators } from './knowledge/designators.ts';
import { loadKnowledge } from './knowledge/knowledge.ts';
import { tellAgain } from './mentions/anaphors.ts';
import { settleOffices } from './mentions/offices.ts';
import { mentions } from './mentions.ts';
import { passages } from './passages.ts';
import { settleCountries } from './principals.ts';
import { readDocument } from './read-document.ts';
import type { SourceDocument } from './source-document.ts';
import { tagListed } from './text/list-verbs.ts';
import { loadTagger } from './text/tagger.ts';
import { words } from './text/token.ts';

/** Reads documents. Made once; every call of `extract` is independent of the ones before. */
export type Extractor = {
  extract(source: SourceDocument): Extraction;
  /** The same with what was read in every sentence, for the explanation. */
  trace(source: SourceDocument): Traced;
};

export type Traced = {
  extraction: Extraction;
  read: Read[];
  /** The same with the votes of one more voter, by the index of their sentence: they count like all others. */
  withVotes(more: ReadonlyMap<number, readonly Vote[]>): Traced;
};

/**
 * Longest sentence that is parsed, in UTF-16 code units. What is longer (a table, a dump of data, a text without stops) is stored and can
 * be searched, but gives no names and no claims: parsing costs more than linear time in the length of one sentence.
 */
export const LONGEST_PARSED = 3_000;

/** Loads gazetteer, frames and the language model once (a few hundred milliseconds). Throws DataFileError when a data file is at fault. */
export function createExtractor(): Extractor {
  const plain = (text: string) => words(text, 0, () => false).map((word) => word.text);
  const knowledge = loadKnowledge(plain);
  const designators = readDesignators();
  const lower = (set: ReadonlySet<string>) => new Set([...set].map((word) => word.toLowerCase()));
  const titles = {
    ...knowledge.lexicon.titles,
    portfolio: designators.portfolio,
    portfolioLower: lower(designators.portfolio),
  };
  const tag = loadTagger((form) => knowledge.verbForms.get(form));
  const isName = (part: string) => knowledge.countryWords.has(part) || /^(?:\p{L}\.)+$/u.test(part);

  const symmetric = (type: string) => knowledge.ontology.relationTypes.get(type)?.symmetric ?? false;
  const joined = (sentence: Read, more: ReadonlyMap<number, readonly Vote[]>): Read => {
    const own = more.get(sentence.reading.passage.index);
    if (!own) return sentence;
    const votes = [...sentence.votes, ...own];
    return { ...sentence, votes, agreed: agree(votes, symmetric, sentence.sure) };
  };

  const trace: Extractor['trace'] = (source) => {
    const tagged = passages(source.text).map((passage) => ({
      passage,
      tokens: passage.text.length > LONGEST_PARSED ? [] : tag(words(passage.text, passage.start, isName)),
    }));
    tagListed(tagged, (form) => knowledge.verbForms.get(form) === form);
    const frame = documentFrame(source, tagged, knowledge);
    const registry = createRegistry(knowledge.entries);
    const setting = {
      knowledge,
      designators,
      titles,
      registry,
      published: frame.published,
      scope: frame.scope,
      home: frame.home,
      parties: frame.titleParties,
    };
    const named = mentions(tagged, setting);
    settleCountries(named, frame, registry, setting);
    settleOffices(named, setting);
    tellAgain(named, registry);
    const read = readDocument(named, frame, registry, knowledge);
    const traced = (sentences: Read[]): Traced => ({
      extraction: assemble(source, frame, sentences, registry, knowledge),
      read: sentences,
      withVotes: (more) => traced(sentences.map((sentence) => joined(sentence, more))),
    });
    return traced(read);
  };
  return { trace, extract: (source) => trace(source).extraction };
}
