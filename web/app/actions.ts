/**
 * What the user can do with the page, as functions: the one layer that changes the stores. What also fetches from
 * the graph stands in graph-actions.ts. Failures become a notice in plain words; none of these functions rejects.
 */
import type { DocumentId, EntityId, Path, RelationId, SentenceId, Subgraph } from '../../graph/model.ts';
import { ApiFailure } from './client.ts';
import * as exploring from './state/exploration.ts';
import * as history from './state/history.ts';
import * as selecting from './state/selection.ts';
import { stores } from './state/store.ts';
import * as ui from './state/ui.ts';

/** What the canvas offers the actions. Positions of new entities are its own business: it watches the scene. */
export interface Stage {
  /** Moves the view so that these, or everything, can be seen; waits for a layout under way. */
  fit(ids?: Iterable<EntityId>): void;
  /** Moves the view to these without zooming out further than it is. */
  centre(ids: Iterable<EntityId>): void;
  zoomBy(factor: number): void;
  /** Lays the whole scene out again (pinned entities stay), as one step that can be undone. */
  arrange(layout: string): Promise<void>;
}

let stage: Stage | null = null;

/** The canvas announces itself; the returned function takes it away again. */
export function attachStage(next: Stage): () => void {
  stage = next;
  return () => {
    if (stage === next) stage = null;
  };
}

export function scene(): exploring.Exploration {
  return stores.scene.getState().present;
}

/** One step that can be undone. */
export function change(step: (state: exploring.Exploration) => exploring.Exploration): void {
  stores.scene.setState((past) => history.commit(past, step(past.present)), true);
  stores.selection.setState((state) => selecting.within(state, scene()), true);
}

/** A change that belongs to the step before it: positions found by the layout. */
export function amend(step: (state: exploring.Exploration) => exploring.Exploration): void {
  stores.scene.setState((past) => history.amend(past, step(past.present)), true);
}

function setUi(step: (state: ui.Ui) => ui.Ui): void {
  stores.ui.setState(step, true);
}

/** Tells the user; `null` takes the notice away. */
export function notify(notice: ui.Notice | null): void {
  setUi((state) => ({ ...state, notice }));
}

/** Shows why something failed. A call the user stopped is no failure. */
export function report(title: string, cause: unknown): void {
  if (cause instanceof ApiFailure && cause.code === 'stopped') return;
  if (!(cause instanceof ApiFailure)) console.error(cause);
  const message = cause instanceof Error ? cause.message : String(cause);
  const hint = cause instanceof ApiFailure && cause.hint ? ` ${cause.hint}` : '';
  notify({ kind: 'error', title, message: `${message}${hint}` });
}

/** Does something that may fail; a failure becomes a notice under this title. */
export async function attempt(title: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    report(title, cause);
  }
}

/** A scene to begin with: there is nothing to undo before it. */
export function openScene(state: exploring.Exploration): void {
  stores.scene.setState(history.begin(state), true);
  stage?.fit();
}

/** Adds entities and relations to the scene as one step, none when all are there; returns the ids that are new. */
export function addSubgraph(subgraph: Subgraph, degrees: exploring.Degrees = {}): EntityId[] {
  const { entities } = scene();
  const fresh = subgraph.entities.map(({ id }) => id).filter((id) => !entities.has(id));
  const step = exploring.holds(scene(), subgraph) ? amend : change;
  step((state) => exploring.add(state, subgraph, degrees));
  return fresh;
}

/** A new scene in place of the old one, as one step. */
export function replaceScene(subgraph: Subgraph, degrees: exploring.Degrees = {}): void {
  change((state) => exploring.replace(state, subgraph, degrees));
  stage?.fit();
}

export function collapse(id: EntityId): void {
  change((state) => exploring.collapse(state, id));
}

export function hide(ids: Iterable<EntityId>): void {
  change((state) => exploring.remove(state, ids));
}

export function hideOthers(ids: Iterable<EntityId>): void {
  change((state) => exploring.keepOnly(state, ids));
}

export function pin(ids: Iterable<EntityId>): void {
  change((state) => exploring.pin(state, ids));
}

export function unpin(ids: Iterable<EntityId>): void {
  change((state) => exploring.unpin(state, ids));
}

/** Selects these and nothing else. Relations and entities alike; `{}` selects nothing. */
export function select(picked: selecting.Picked): void {
  stores.selection.setState((state) => selecting.select(state, picked), true);
}

export function hover(target: selecting.Hover | null): void {
  stores.selection.setState((state) => selecting.hover(state, target), true);
}

/** Opens the reader on a document, at a sentence or a range of its text. */
export function openReader(
  document: DocumentId,
  sentence?: SentenceId,
  range?: { start: number; end: number },
): void {
  setUi((state) => ui.openReader(state, { document, ...(sentence ? { sentence } : {}), ...range }));
}

export function startTraceFrom(id: EntityId): void {
  setUi((state) => ui.setTrace(state, { from: id }));
}

export function traceTo(id: EntityId): void {
  setUi((state) => ui.setTrace(state, { to: id }));
}

/** Changes what the trace asks for: its ends and stops, how it ranks its paths, what it goes along. */
export function askTrace(question: Partial<ui.TraceQuestion>): void {
  setUi((state) => ui.setTrace(state, question));
}

/** A path as entities and relations, and as what is pointed at. */
function partsOf({ hops }: Path, { entities }: Subgraph): { own: Subgraph; target: selecting.Highlight } {
  const passed = new Set(hops.flatMap(({ from, to }) => [from, to]));
  const relations = hops.map(({ relation }) => relation);
  const own = { entities: entities.filter(({ id }) => passed.has(id)), relations };
  return { own, target: { entities: passed, relations: new Set(relations.map(({ id }) => id)) } };
}

/** Brings a path into the scene and makes it stand out until {@link clearHighlight}. */
export function showPath(path: Path, subgraph: Subgraph, degrees: exploring.Degrees = {}): void {
  const { own, target } = partsOf(path, subgraph);
  addSubgraph(own, degrees);
  stores.selection.setState((state) => selecting.highlight(state, target), true);
  stage?.fit(target.entities);
}

/** Makes a path stand out that nobody chose: only where neither the scene nor the selection changes by it. */
export function offerPath(path: Path, subgraph: Subgraph): void {
  const { own, target } = partsOf(path, subgraph);
  const selected = stores.selection.getState();
  const onPath =
    [...selected.entities].every((id) => target.entities.has(id)) &&
    [...selected.relations].every((id) => target.relations.has(id));
  if (onPath && exploring.holds(scene(), own)) showPath(path, subgraph);
}

export function clearHighlight(): void {
  stores.selection.setState((state) => selecting.highlight(state, null), true);
}

/** Selects a relation; brings it into the scene first where it is not there. */
export function selectRelation(id: RelationId, subgraph?: Subgraph): void {
  if (!scene().relations.has(id) && subgraph) addSubgraph(subgraph);
  select({ relations: [id] });
}

function travel(step: typeof history.undo): void {
  stores.scene.setState((past) => step(past), true);
  stores.selection.setState((state) => selecting.within(state, scene()), true);
}

export function undo(): void {
  travel(history.undo);
}

export function redo(): void {
  travel(history.redo);
}

export function fit(ids?: Iterable<EntityId>): void {
  stage?.fit(ids);
}

export function zoomBy(factor: number): void {
  stage?.zoomBy(factor);
}

export async function arrange(layout: string): Promise<void> {
  await stage?.arrange(layout);
}

/** Opens or closes panels: `showPanels({ console: true })`. */
export function showPanels(
  panels: Partial<Pick<ui.Ui, 'left' | 'inspector' | 'console' | 'list' | 'help' | 'documents' | 'palette'>>,
) {
  setUi((state) => ({ ...state, ...panels }));
}

/** Opens the console; a statement given is filled in, never run. */
export function openConsole(statement?: string): void {
  setUi((state) => ui.showConsole(state, statement));
}

export function centre(ids: Iterable<EntityId>): void {
  stage?.centre(ids);
}
