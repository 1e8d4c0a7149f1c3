/** Which panels are open and what they are about. Not part of undo. */
import type { DocumentId, EntityId, PathRank, SentenceId } from '../../../graph/model.ts';
import type { ChosenCaptions } from './captions.ts';

export type LeftPanel = 'reader' | 'trace';
export type Theme = 'auto' | 'light' | 'dark';

/** What the reader shows: a document, and where in it to scroll (offsets in UTF-16 units into its text). */
export interface ReaderTarget {
  readonly document: DocumentId;
  readonly sentence?: SentenceId;
  readonly start?: number;
  readonly end?: number;
}

/** What every step of a trace must be. */
export interface TraceFilter {
  /** Relation types and documents; none means all. */
  readonly types: readonly string[];
  readonly documents: readonly DocumentId[];
  /** The least confidence, 0 to 1. */
  readonly confidence: number;
  /** ISO dates, or years or months; empty for no bound. */
  readonly after: string;
  readonly before: string;
}

export const noFilter: TraceFilter = { types: [], documents: [], confidence: 0, after: '', before: '' };

export interface TraceQuestion {
  readonly from: EntityId | null;
  readonly to: EntityId | null;
  /** Stops: entities to pass on the way, in this order. */
  readonly via: readonly EntityId[];
  readonly rank: PathRank;
  /** false: only over what a document says. */
  readonly background: boolean;
  readonly filter: TraceFilter;
}

/** Something the user should know now: an error in plain words with what to do, or what was done. */
export interface Notice {
  readonly kind: 'error' | 'info';
  readonly title: string;
  readonly message: string;
}

/** An expansion of more neighbours than should come unasked. */
export interface ExpansionQuestion {
  readonly entity: EntityId;
  /** Relation types to follow; none means all. */
  readonly types: readonly string[];
}

export interface Ui {
  readonly left: LeftPanel | null;
  readonly inspector: boolean;
  readonly console: boolean;
  /** The list of what is on the canvas. */
  readonly list: boolean;
  readonly help: boolean;
  /** The documents: what is there, add and remove. */
  readonly documents: boolean;
  readonly palette: boolean;
  readonly theme: Theme;
  readonly reader: ReaderTarget | null;
  readonly trace: TraceQuestion;
  /** The statement in the console's editor. From a URL it is filled in, never run. */
  readonly statement: string;
  readonly question: ExpansionQuestion | null;
  readonly notice: Notice | null;
  /** What the nodes of a label are called by, where somebody chose it. */
  readonly captions: ChosenCaptions;
}

export const initialUi: Ui = {
  left: null,
  inspector: true,
  console: false,
  list: false,
  help: false,
  documents: false,
  palette: false,
  theme: 'auto',
  reader: null,
  trace: { from: null, to: null, via: [], rank: 'specific', background: true, filter: noFilter },
  statement: '',
  question: null,
  notice: null,
  captions: {},
};

export function openLeft(state: Ui, left: LeftPanel | null): Ui {
  return { ...state, left };
}

export function openReader(state: Ui, reader: ReaderTarget): Ui {
  return { ...state, left: 'reader', reader };
}

/** Points an open reader elsewhere; a closed one stays closed. */
export function followInReader(state: Ui, reader: ReaderTarget): Ui {
  return state.left === 'reader' ? { ...state, reader } : state;
}

export function setTrace(state: Ui, question: Partial<TraceQuestion>): Ui {
  return { ...state, left: 'trace', trace: { ...state.trace, ...question } };
}

export function showConsole(state: Ui, statement?: string): Ui {
  return { ...state, console: true, ...(statement === undefined ? {} : { statement }) };
}

/** Closes the topmost thing that is open: what Escape does. The same state when nothing is. */
export function closeTop(state: Ui): Ui {
  if (state.palette) return { ...state, palette: false };
  if (state.help) return { ...state, help: false };
  if (state.documents) return { ...state, documents: false };
  if (state.question) return { ...state, question: null };
  if (state.notice) return { ...state, notice: null };
  if (state.list) return { ...state, list: false };
  return state;
}
