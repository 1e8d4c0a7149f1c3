/** The vanilla stores that hold the app's state. One set per page; tests make their own. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Catalogue, initialCatalogue } from './catalogue.ts';
import { type Exploration, emptyExploration } from './exploration.ts';
import { begin, type History } from './history.ts';
import { nothingSelected, type Selection } from './selection.ts';
import { initialUi, type Ui } from './ui.ts';
import { noUploads, type Uploads } from './uploads.ts';

export interface Stores {
  readonly scene: StoreApi<History<Exploration>>;
  readonly selection: StoreApi<Selection>;
  readonly ui: StoreApi<Ui>;
  readonly catalogue: StoreApi<Catalogue>;
  readonly uploads: StoreApi<Uploads>;
}

export function createStores(): Stores {
  return {
    scene: createStore(() => begin(emptyExploration)),
    selection: createStore(() => nothingSelected),
    ui: createStore(() => initialUi),
    catalogue: createStore(() => initialCatalogue),
    uploads: createStore(() => noUploads),
  };
}

export const stores = createStores();
