/** What is fetched from the graph into the page: schema and counts, the opening scene, entities and their neighbours. */
import type { Entity, EntityId, Subgraph } from '../../graph/model.ts';
import {
  addSubgraph,
  attempt,
  centre,
  change,
  notify,
  openScene,
  replaceScene,
  scene,
  select,
} from './actions.ts';
import { ApiFailure, client } from './client.ts';
import { OPENING } from './opening.ts';
import * as exploring from './state/exploration.ts';
import { stores } from './state/store.ts';

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
    centre([id]);
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
      stores.ui.setState({ question: { entity: id, types: options.types ?? [] } });
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
