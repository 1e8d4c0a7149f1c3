import { Loader, Menu, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Degree, EntityId } from '../../../../graph/model.ts';
import * as actions from '../../actions.ts';
import * as canvasActions from '../../canvas-actions.ts';
import { client } from '../../client.ts';
import { cypherFor, expansionAsCypher } from '../../cypher-actions.ts';
import * as graphActions from '../../graph-actions.ts';
import { useCatalogue, useExploration, useUi } from '../../hooks.ts';
import { collapsible } from '../../state/exploration.ts';

export function NodeMenu({ id }: { readonly id: EntityId }) {
  const entity = useExploration((state) => state.entities.get(id));
  const pinned = useExploration((state) => state.pinned.has(id));
  const collapses = useExploration((state) => collapsible(state, id).length);
  const from = useUi((state) => state.trace.from);
  if (!entity) return <Menu.Label>This entity is no longer on the canvas.</Menu.Label>;
  return (
    <>
      <Menu.Label>
        <Text size="xs" truncate>
          {entity.name}
        </Text>
      </Menu.Label>
      <ExpandMenu id={id} />
      <Menu.Item onClick={() => actions.collapse(id)} disabled={collapses === 0} rightSection="C">
        Collapse{collapses > 0 ? ` (${collapses})` : ''}
      </Menu.Item>
      <Menu.Item onClick={() => actions.hide([id])} rightSection="H">
        Hide
      </Menu.Item>
      <Menu.Item onClick={() => actions.hideOthers([id])}>Hide all others</Menu.Item>
      <Menu.Item onClick={() => (pinned ? actions.unpin([id]) : actions.pin([id]))} rightSection="P">
        {pinned ? 'Unpin' : 'Pin'}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item onClick={() => actions.startTraceFrom(id)}>Start path here</Menu.Item>
      <Menu.Item onClick={() => actions.traceTo(id)} disabled={from === id}>
        Path to here
      </Menu.Item>
      <Menu.Item onClick={() => void canvasActions.openInReader(id)}>Open in reader</Menu.Item>
      <Menu.Divider />
      <Menu.Sub>
        <Menu.Sub.Target>
          <Menu.Sub.Item>Copy</Menu.Sub.Item>
        </Menu.Sub.Target>
        <Menu.Sub.Dropdown>
          <Menu.Item onClick={() => void canvasActions.copy(entity.name)}>Name</Menu.Item>
          <Menu.Item onClick={() => void canvasActions.copy(id)}>Id</Menu.Item>
          <Menu.Item onClick={() => void canvasActions.copy(cypherFor(id))}>Cypher that finds it</Menu.Item>
        </Menu.Sub.Dropdown>
      </Menu.Sub>
    </>
  );
}

/** All neighbours, or those of one relation type and direction, with how many relations there are. */
function ExpandMenu({ id }: { readonly id: EntityId }) {
  const degrees = useDegrees(id);
  const types = useCatalogue((state) => state.schema?.relationTypes);
  const caption = ({ type, direction }: Degree) => {
    const found = types?.find((each) => each.type === type);
    const fallback = type.replaceAll('_', ' ').toLowerCase();
    return (direction === 'in' ? found?.inverse : found?.caption) ?? fallback;
  };
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item>Expand</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown style={{ maxHeight: '70vh', overflowY: 'auto' }}>
        <Menu.Item onClick={() => void graphActions.expand(id)} rightSection="E">
          All relations
        </Menu.Item>
        <Menu.Divider />
        {degrees === null && (
          <Menu.Label>
            <Loader size="xs" aria-label="Loading the relation types" />
          </Menu.Label>
        )}
        {degrees?.map((degree) => (
          <Menu.Item
            key={`${degree.type} ${degree.direction}`}
            rightSection={degree.count}
            onClick={() =>
              void graphActions.expand(id, { types: [degree.type], direction: degree.direction })
            }
          >
            {caption(degree)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => expansionAsCypher({ id })}>As Cypher, in the console</Menu.Item>
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}

function useDegrees(id: EntityId): readonly Degree[] | null {
  const [degrees, setDegrees] = useState<readonly Degree[] | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    client.entity(id, stop.signal).then(
      (found) => setDegrees(found.degrees),
      (cause) => {
        if (stop.signal.aborted) return;
        setDegrees([]);
        actions.report('The relation types could not be loaded', cause);
      },
    );
    return () => stop.abort();
  }, [id]);
  return degrees;
}
