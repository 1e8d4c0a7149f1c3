/**
 * Everything the user can do, as functions: the one layer that talks to the API and changes the stores.
 * Failures become a notice in plain words; none of these functions rejects.
 */
import type {
  DocumentId,
  Entity,
  EntityId,
  Path,
  RelationId,
  SentenceId,
  Subgraph,
} from '../../graph/model.ts';
import { ApiFailure, client } from './client.ts';
import { OPENING } from './opening.ts';
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

export interface ExpandOptions {
  /** Relation types to follow; none means all. */
  readonly types?: readonly string[];
  readonly direction?: 'out' | 'in' | 'both';
  readonly limit?: number;
  readonly order?: 'most' | 'least';
}

/** Above this many new neighbours, ask first. */
export const ASK_ABOVE = 25;
/** Longest list of ids that travels in an address; longer ones are asked for in a second call. */
const PRESENT_CHARACTERS = 6000;

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

/** Reads schema and counts; true when there is a graph to show. */
export async function openCatalogue(): Promise<boolean> {
  stores.catalogue.setState({ status: 'loading', failure: null });
  try {
    const [schema, health] = await Promise.all([client.schema(), client.health()]);
    stores.catalogue.setState({ status: health.entities === 0 ? 'empty' : 'ready', schema, health });
    return health.entities > 0;
  } catch (cause) {
    if (!(cause instanceof ApiFailure)) console.error(cause);
    const message = cause instanceof Error ? cause.message : String(cause);
    const hint = cause instanceof ApiFailure ? cause.hint : undefined;
    stores.catalogue.setState({ status: 'failed', failure: { message, ...(hint ? { hint } : {}) } });
    return false;
  }
}

/** After a typed statement has changed the graph: counts and schema, and what is on the canvas, as they are now. */
export async function refreshAll(): Promise<void> {
  await attempt('What was changed could not be read again', async () => {
    const ids = [...scene().entities.keys()];
    const [schema, health, found] = await Promise.all([
      client.schema(),
      client.health(),
      client.entities({ ids }),
    ]);
    stores.catalogue.setState({ status: health.entities === 0 ? 'empty' : 'ready', schema, health });
    change((state) => exploring.refreshed(state, found, found.degrees));
  });
}

/** The whole graph up to {@link OPENING} entities, beyond that the best-connected. */
export async function openInitialScene(): Promise<void> {
  await attempt('The graph could not be loaded', async () => {
    const { degrees, entities, relations, note } = await client.graph({ limit: OPENING });
    if (scene().entities.size > 0) replaceScene({ entities, relations }, degrees);
    else openScene(exploring.add(scene(), { entities, relations }, degrees));
    if (note !== undefined) notify({ kind: 'info', title: 'A part of the graph', message: note });
  });
}

/** A scene to begin with: there is nothing to undo before it. */
export function openScene(state: exploring.Exploration): void {
  stores.scene.setState(history.begin(state), true);
  stage?.fit();
}

/** Adds entities and relations to the scene as one step; returns the ids that are new. */
export function addSubgraph(subgraph: Subgraph, degrees: exploring.Degrees = {}): EntityId[] {
  const fresh = subgraph.entities.map(({ id }) => id).filter((id) => !scene().entities.has(id));
  change((state) => exploring.add(state, subgraph, degrees));
  return fresh;
}

/** A new scene in place of the old one, as one step. */
export function replaceScene(subgraph: Subgraph, degrees: exploring.Degrees = {}): void {
  change((state) => exploring.replace(state, subgraph, degrees));
  stage?.fit();
}

/** Brings an entity into the scene with its relations to what is there; selects and centres it. */
export async function showEntity(id: EntityId): Promise<void> {
  await attempt('This entity could not be shown', async () => {
    if (!scene().entities.has(id)) {
      const found = await client.entities({ ids: [...scene().entities.keys(), id] });
      if (found.missing.includes(id)) {
        notify({ kind: 'error', title: 'Not in the graph', message: `No entity has the id ${id} any more.` });
        return;
      }
      addSubgraph(found, found.degrees);
    }
    revealType(scene().entities.get(id));
    select({ entities: [id] });
    stage?.centre([id]);
  });
}

/** What is asked for by name is shown even where a filter hides its type. */
function revealType(entity: Entity | undefined): void {
  if (entity && scene().filters.hiddenTypes.has(entity.type)) {
    change((state) => exploring.showTypes(state, [entity.type], true));
  }
}

/** Adds the neighbours of an entity. Where nothing is chosen and more than {@link ASK_ABOVE} are new, asks first. */
export async function expand(id: EntityId, options: ExpandOptions = {}): Promise<void> {
  await attempt('The neighbours could not be loaded', async () => {
    const present = [...scene().entities.keys()];
    const fits = present.join(',').length <= PRESENT_CHARACTERS;
    const found = await client.neighbours(id, {
      ...options,
      limit: options.limit ?? ASK_ABOVE,
      ...(fits ? { present } : {}),
    });
    if (options.limit === undefined && found.total > found.shown) {
      setUi((state) => ({ ...state, question: { entity: id, types: options.types ?? [] } }));
      return;
    }
    const linked = fits ? found : await linkUp(found, found.degrees);
    const before = scene().entities.size;
    change((state) => exploring.addExpansion(state, id, linked, linked.degrees));
    const added = scene().entities.size - before;
    const name = scene().entities.get(id)?.name ?? id;
    if (found.total > found.shown || found.note !== undefined) {
      const added = `${found.shown} of ${found.total} new neighbours of ${name} were added.`;
      const message = [added, found.note].filter(Boolean).join(' ');
      notify({ kind: 'info', title: 'Not all are shown', message });
    } else if (added === 0) {
      notify({ kind: 'info', title: 'Nothing new', message: `All neighbours of ${name} are on the canvas.` });
    }
  });
}

/** The same entities, with every relation between them and the scene. */
async function linkUp(subgraph: Subgraph, degrees: exploring.Degrees) {
  const ids = [...scene().entities.keys(), ...subgraph.entities.map((entity) => entity.id)];
  const all = await client.entities({ ids: [...new Set(ids)] });
  const fresh = new Set(subgraph.entities.map((entity) => entity.id));
  const touches = ({ subject, object }: { subject: EntityId; object: EntityId }) =>
    fresh.has(subject) || fresh.has(object);
  return { entities: subgraph.entities, relations: all.relations.filter(touches), degrees };
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
  setUi((state) => ui.setTraceEnds(state, { from: id }));
}

export function traceTo(id: EntityId): void {
  setUi((state) => ui.setTraceEnds(state, { to: id }));
}

/** Brings a path into the scene and makes it stand out until {@link clearHighlight}. */
export function showPath(path: Path, subgraph: Subgraph, degrees: exploring.Degrees = {}): void {
  const entities = new Set(path.hops.flatMap(({ from, to }) => [from, to]));
  const relations = new Set(path.hops.map(({ relation }) => relation.id));
  const own: Subgraph = {
    entities: subgraph.entities.filter(({ id }) => entities.has(id)),
    relations: path.hops.map(({ relation }) => relation),
  };
  addSubgraph(own, degrees);
  stores.selection.setState((state) => selecting.highlight(state, { entities, relations }), true);
  stage?.fit(entities);
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
