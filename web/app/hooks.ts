/** The thin React binding of the stores. Selectors that build new objects want `useShallow`. */
import { useStore } from 'zustand';
import type { Catalogue } from './state/catalogue.ts';
import type { Exploration } from './state/exploration.ts';
import type { History } from './state/history.ts';
import type { Selection } from './state/selection.ts';
import { stores } from './state/store.ts';
import type { Ui } from './state/ui.ts';
import type { Uploads } from './state/uploads.ts';

export function useExploration<T>(selector: (state: Exploration) => T): T {
  return useStore(stores.scene, (history) => selector(history.present));
}

export function useHistory<T>(selector: (state: History<Exploration>) => T): T {
  return useStore(stores.scene, selector);
}

export function useSelection<T>(selector: (state: Selection) => T): T {
  return useStore(stores.selection, selector);
}

export function useUi<T>(selector: (state: Ui) => T): T {
  return useStore(stores.ui, selector);
}

export function useUploads<T>(selector: (state: Uploads) => T): T {
  return useStore(stores.uploads, selector);
}

export function useCatalogue<T>(selector: (state: Catalogue) => T): T {
  return useStore(stores.catalogue, selector);
}
