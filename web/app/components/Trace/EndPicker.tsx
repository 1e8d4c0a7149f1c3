import { Text } from '@mantine/core';
import type { EntityId } from '../../../../graph/model.ts';
import { client } from '../../client.ts';
import { useExploration } from '../../hooks.ts';
import { useRequest } from '../Common/useRequest.ts';
import { EntityPicker } from '../Search/EntityPicker.tsx';
import classes from './Trace.module.css';

/** One end of the trace: shows what is chosen, finds another. */
export function EndPicker({
  label,
  id,
  onChoose,
}: {
  readonly label: string;
  readonly id: EntityId | null;
  readonly onChoose: (id: EntityId) => void;
}) {
  const here = useExploration((state) => (id === null ? undefined : state.entities.get(id)?.name));
  const elsewhere = useRequest(id !== null && here === undefined ? id : null, (signal) =>
    client.entity(id ?? '', signal),
  );
  const name = here ?? (elsewhere.status === 'ready' ? elsewhere.data.entity.name : (id ?? ''));
  return (
    <div className={classes.end}>
      <Text size="xs" c="dimmed" aria-hidden>
        {label}
      </Text>
      <EntityPicker
        label={`Trace ${label.toLowerCase()}`}
        placeholder="Find an entity"
        chosen={name}
        onChoose={({ entity }) => onChoose(entity.id)}
      />
    </div>
  );
}
