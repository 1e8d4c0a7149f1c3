/** From address to scene and back: what a page does when it opens, and what it keeps up to date after. */
import type { Subgraph } from '../../graph/model.ts';
import * as actions from './actions.ts';
import { keptCaptions } from './caption-actions.ts';
import { ApiFailure, client } from './client.ts';
import * as graphActions from './graph-actions.ts';
import { add, type Degrees, emptyExploration, pin, place, withFilters } from './state/exploration.ts';
import { nothingSelected, select, within } from './state/selection.ts';
import { stores } from './state/store.ts';
import { decodeView, encodeView, fingerprint, type View, ViewError, viewOf } from './state/url.ts';

/** Pause after the last change before the address is written, in ms. Browsers refuse more than 100 in 30 s. */
const WRITE_AFTER = 350;

/** Where the last view of a page that is left waits in the session's storage. */
const KEPT = 'threadline-view';

/** Reads the address, loads what it asks for (or the opening scene), then keeps the address up to date. */
export async function startSession(): Promise<() => void> {
  resumeReload();
  const view = readAddress();
  showPanelsOf(view);
  await load(view);
  return keepAddress();
}

/** The panels of a view; what nodes are called by it comes on top of what was chosen here before. */
function showPanelsOf(view: View | null): void {
  const captions = { ...keptCaptions(), ...view?.ui.captions };
  stores.ui.setState({ ...view?.ui, captions });
}

/** A reload opens the address of before the page was left: what changed just then was kept aside. */
function resumeReload(): void {
  const kept = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  const [navigation] = performance.getEntriesByType('navigation');
  const reloaded = navigation instanceof PerformanceNavigationTiming && navigation.type === 'reload';
  if (kept !== null && reloaded) window.history.replaceState(null, '', `#${kept}`);
}

/** Loads again after a failure, or when someone has ingested into an empty store. */
export async function retry(): Promise<void> {
  await load(readAddress());
}

function readAddress(): View | null {
  const text = window.location.hash.slice(1);
  if (text === '') return null;
  try {
    return decodeView(text);
  } catch (cause) {
    if (!(cause instanceof ViewError)) throw cause;
    actions.notify({ kind: 'error', title: 'The opening scene is shown instead', message: cause.message });
    return null;
  }
}

async function load(view: View | null): Promise<void> {
  const scene = view && view.entities.length > 0 ? restore(view) : graphActions.openInitialScene();
  const [ready] = await Promise.all([graphActions.openCatalogue(), scene]);
  // The page itself says that the server cannot be reached: not a second time in a notice.
  if (!ready && stores.catalogue.getState().status === 'failed') actions.notify(null);
}

async function restore(view: View): Promise<void> {
  try {
    const found = await client.entities({ ids: view.entities.map(({ id }) => id) });
    showView(view, found, found.degrees);
    const lost = found.missing.length;
    if (lost > 0) {
      const message = `${lost} of the ${view.entities.length} entities of this link are no longer in the graph.`;
      actions.notify({ kind: 'info', title: 'Not all could be restored', message });
    }
  } catch (cause) {
    if (!(cause instanceof ApiFailure)) throw cause;
    actions.report('The scene of this link could not be loaded', cause);
  }
}

function showView(view: View, { entities, relations }: Subgraph, degrees: Degrees): void {
  const drawn = relations.filter(({ id }) => view.relations.has(fingerprint(id)));
  const positions = new Map(view.entities.flatMap(({ id, position }) => (position ? [[id, position]] : [])));
  const pinned = view.entities.filter((entity) => entity.pinned).map(({ id }) => id);
  const filters = {
    hiddenTypes: new Set(view.hiddenTypes),
    hiddenRelationTypes: new Set(view.hiddenRelationTypes),
    background: view.background,
  };
  const scene = add(emptyExploration, { entities, relations: drawn }, degrees);
  actions.openScene(withFilters(pin(place(scene, positions), pinned), filters));
  const picked = { entities: view.selectedEntities, relations: view.selectedRelations };
  stores.selection.setState(within(select(nothingSelected, picked), actions.scene()), true);
}

/** Writes every change into the address, and follows an address typed or pasted into the open page. */
function keepAddress(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    if (stores.catalogue.getState().status !== 'ready') return null;
    const { present } = stores.scene.getState();
    const text = encodeView(viewOf(present, stores.selection.getState(), stores.ui.getState()));
    window.history.replaceState(null, '', `#${text}`);
    return text;
  };
  const keep = () => {
    const text = write();
    if (text !== null) sessionStorage.setItem(KEPT, text);
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(write, WRITE_AFTER);
  };
  const follow = () => {
    const view = readAddress();
    showPanelsOf(view);
    void load(view);
  };
  const stops = [
    stores.scene.subscribe(later),
    stores.selection.subscribe(later),
    stores.ui.subscribe(later),
  ];
  window.addEventListener('hashchange', follow);
  window.addEventListener('pagehide', keep);
  later();
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
    window.removeEventListener('hashchange', follow);
    window.removeEventListener('pagehide', keep);
  };
}
