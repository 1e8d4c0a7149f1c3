/** What the parser makes of one sentence: phrases, verb groups and clauses, all by token index. */
import type { MentionKind } from '../../graph/model.ts';
import type { Passage } from '../passages.ts';
import type { Span, Token } from '../text/token.ts';

/** A span that names something known or recognised. `span` may reach beyond the name where an apposition belongs to it. */
export type Name = Span & { entity: string; kind: MentionKind; span: Span; type: string };

/** A noun phrase: `from`–`to` is its core, `head` its main noun; `post` what follows by preposition; `conjuncts` what is joined to it. */
export type Phrase = Span & {
  head: number;
  name: Name | null;
  possessor: Phrase | null;
  /** A name before the head: `the U.S. commitment`. */
  modifier: Phrase | null;
  pronoun: boolean;
  /** Begins with an article or the like. */
  determined: boolean;
  /** Begins with `a` or `an`. */
  indefinite: boolean;
  conjuncts: Phrase[];
  post: Attachment[];
};

/** `joined`: where the preposition stands that this one is coordinated with (`on X and in Y`). */
export type Attachment = { preposition: string; at: number; phrase: Phrase; joined?: number };

export type VerbForm = 'finite' | 'infinitive' | 'gerund' | 'participle';

/** A verb with its auxiliaries. `lemma` joins a particle (`carry out`); `auxiliaries` are lower case. */
export type VerbGroup = Span & {
  lemma: string;
  at: number;
  form: VerbForm;
  modal: string | null;
  negated: boolean;
  passive: boolean;
  /** The form could be a past participle. */
  participle: boolean;
  perfect: boolean;
  progressive: boolean;
  past: boolean;
};

/** How a clause hangs on the one before it. */
export type Link =
  | 'root'
  | 'that'
  | 'to'
  | 'purpose'
  | 'gerund'
  | 'adjunct'
  | 'relative'
  | 'reduced'
  | 'and'
  | 'if'
  | 'sub';

export type Clause = {
  verb: VerbGroup;
  link: Link;
  parent: Clause | null;
  /** The preposition before a gerund (`through strengthening`), or the subordinating word. */
  marker: string;
  subject: Phrase[];
  objects: Phrase[];
  preps: Attachment[];
  /** Token range of the clause without the clauses it governs. */
  span: Span;
  /** Whether the subject was read before the verb, or is taken over from the parent. */
  ownSubject: boolean;
};

export type Chunk =
  | { kind: 'phrase'; from: number; to: number; phrase: Phrase }
  | { kind: 'verb'; from: number; to: number; verb: VerbGroup }
  | {
      kind: 'prep' | 'that' | 'wh' | 'sub' | 'conj' | 'comma' | 'stop' | 'adv' | 'mark';
      from: number;
      to: number;
      word: string;
    };

/** One sentence with all that was read in it. */
export type Analysis = {
  passage: Passage;
  tokens: Token[];
  names: Name[];
  nested: Name[];
  chunks: Chunk[];
  clauses: Clause[];
};
