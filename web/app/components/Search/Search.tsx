import { Kbd } from '@mantine/core';
import { showEntity } from '../../graph-actions.ts';
import { useCatalogue } from '../../hooks.ts';
import { EntityPicker } from './EntityPicker.tsx';

/** The id of the search field, for the key that focuses it. */
export const SEARCH_FIELD = 'search';

/** Finds entities by name, alias, description and sentence; the one chosen comes into the scene. */
export function Search() {
  const own = useCatalogue((state) => state.health?.content === 'ours');
  return (
    <EntityPicker
      id={SEARCH_FIELD}
      label="Search the graph"
      placeholder={own ? 'Search people, places, assets, topics' : 'Search the graph'}
      hint={<Kbd size="xs">/</Kbd>}
      onChoose={({ entity }) => {
        // The keys of the canvas work on what was found.
        document.querySelector<HTMLElement>('[role="application"]')?.focus();
        void showEntity(entity.id);
      }}
    />
  );
}
