import {
  Button,
  Checkbox,
  Group,
  Loader,
  Modal,
  NumberInput,
  SegmentedControl,
  Stack,
  Text,
} from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Degree, EntityId } from '../../../../graph/model.ts';
import * as actions from '../../actions.ts';
import * as canvasActions from '../../canvas-actions.ts';
import { client } from '../../client.ts';
import { expansionAsCypher } from '../../cypher-actions.ts';
import { ASK_ABOVE } from '../../graph-actions.ts';
import { useCatalogue, useExploration, useUi } from '../../hooks.ts';
import { relationCaption } from '../../state/catalogue.ts';

/** More new neighbours than should come unasked: which, how many, and the best or least connected first. */
export function ExpandDialog() {
  const question = useUi((state) => state.question);
  const name = useExploration((state) => (question ? state.entities.get(question.entity)?.name : undefined));
  return (
    <Modal
      opened={question !== null}
      onClose={() => question && canvasActions.answerQuestion(question.entity, null)}
      title={`Expand ${name ?? 'entity'}`}
      closeButtonProps={{ 'aria-label': 'Close without expanding' }}
    >
      {question && <Choice key={question.entity} id={question.entity} preset={question.types} />}
    </Modal>
  );
}

interface TypeCount {
  readonly type: string;
  readonly count: number;
}

function Choice({ id, preset }: { readonly id: EntityId; readonly preset: readonly string[] }) {
  const counts = useTypeCounts(id);
  const catalogue = useCatalogue((state) => state);
  const missing = useExploration((state) => state.degrees.get(id) ?? 0);
  const [types, setTypes] = useState<readonly string[]>(preset);
  const [most, setMost] = useState<number | string>(ASK_ABOVE);
  const [order, setOrder] = useState('most');
  const expand = () =>
    canvasActions.answerQuestion(id, {
      types,
      limit: Math.min(1000, Math.max(1, Number(most) || ASK_ABOVE)),
      order: order === 'least' ? 'least' : 'most',
    });
  const asCypher = () => {
    canvasActions.answerQuestion(id, null);
    expansionAsCypher({ id, types });
  };
  return (
    <Stack gap="md">
      <Text size="sm">
        It has more than {ASK_ABOVE} neighbours that are not on the canvas ({missing} relations in the whole
        graph). Choose which to add.
      </Text>
      {counts === null ? (
        <Loader size="sm" aria-label="Loading the relation types" />
      ) : (
        <Checkbox.Group
          label="Relation types (none chosen: all)"
          value={[...types]}
          onChange={setTypes}
          style={{ maxHeight: 280, overflowY: 'auto' }}
        >
          <Stack gap={6} mt={6}>
            {counts.map(({ type, count }) => (
              <Checkbox key={type} value={type} label={`${relationCaption(catalogue, type)} (${count})`} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <SegmentedControl
        fullWidth
        value={order}
        onChange={setOrder}
        aria-label="Which first"
        data={[
          { value: 'most', label: 'Most connected first' },
          { value: 'least', label: 'Least connected first' },
        ]}
      />
      <NumberInput label="At most" value={most} onChange={setMost} min={1} max={1000} />
      <Group justify="flex-end">
        <Button variant="subtle" onClick={asCypher}>
          As Cypher
        </Button>
        <Button variant="default" onClick={() => canvasActions.answerQuestion(id, null)}>
          Cancel
        </Button>
        <Button onClick={expand} data-autofocus>
          Expand
        </Button>
      </Group>
    </Stack>
  );
}

function useTypeCounts(id: EntityId): readonly TypeCount[] | null {
  const [counts, setCounts] = useState<readonly TypeCount[] | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    client.entity(id, stop.signal).then(
      ({ degrees }) => setCounts(byType(degrees)),
      (cause) => {
        if (!stop.signal.aborted) actions.report('The relation types could not be loaded', cause);
      },
    );
    return () => stop.abort();
  }, [id]);
  return counts;
}

/** Both directions of a type together. */
function byType(degrees: readonly Degree[]): TypeCount[] {
  const counts = new Map<string, number>();
  for (const { type, count } of degrees) counts.set(type, (counts.get(type) ?? 0) + count);
  return [...counts].map(([type, count]) => ({ type, count })).sort((a, b) => b.count - a.count);
}
