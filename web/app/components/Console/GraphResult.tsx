import { Button, Group, Stack, Text } from '@mantine/core';
import type { Scene } from '../../../../graph/model.ts';
import * as actions from '../../actions.ts';
import { useExploration } from '../../hooks.ts';
import { count } from '../Common/words.ts';

/** The nodes and relationships of an answer, for the canvas. */
export function GraphResult({ graph, words }: { readonly graph: Scene; readonly words: string }) {
  const fresh = useExploration((state) => graph.entities.filter(({ id }) => !state.entities.has(id)).length);
  const { entities, relations, degrees } = graph;
  const add = () => {
    actions.addSubgraph({ entities, relations }, degrees);
    actions.fit(entities.map(({ id }) => id));
  };
  return (
    <Stack gap="xs" p="xs" align="flex-start">
      <Text size="sm">
        {words};{' '}
        {fresh === 0
          ? 'all of them are on the canvas'
          : `${count(fresh, 'entity', 'entities')} not yet on the canvas`}
        .
      </Text>
      <Group gap="xs">
        <Button
          size="compact-sm"
          autoContrast
          onClick={() => actions.replaceScene({ entities, relations }, degrees)}
        >
          Show on canvas
        </Button>
        <Button size="compact-sm" variant="default" onClick={add}>
          Add to canvas
        </Button>
      </Group>
      <Text size="xs" c="dimmed">
        Showing replaces what is on the canvas; undo brings it back.
      </Text>
    </Stack>
  );
}
