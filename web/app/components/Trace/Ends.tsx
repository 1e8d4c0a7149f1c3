import { ActionIcon, Button, Group, Stack, Tooltip } from '@mantine/core';
import IconArrowsExchange from '@tabler/icons-react/dist/esm/icons/IconArrowsExchange.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useEffect, useRef, useState } from 'react';
import type { EntityId } from '../../../../graph/model.ts';
import { MOST_STOPS } from '../../../api.ts';
import { askTrace, startTraceFrom, traceTo } from '../../actions.ts';
import type { TraceQuestion } from '../../state/ui.ts';
import { EndPicker } from './EndPicker.tsx';
import classes from './Trace.module.css';

const setStops = (via: readonly EntityId[]) => askTrace({ via });

/** The two ends of the trace, the stops between them, and ways to change their order. */
export function Ends({ from, to, via }: Pick<TraceQuestion, 'from' | 'to' | 'via'>) {
  const [adding, setAdding] = useState(false);
  const adder = useRef<HTMLButtonElement>(null);
  const remove = (at: number) => {
    setStops(via.filter((_, index) => index !== at));
    adder.current?.focus();
  };
  const fields = useFirstEmpty(from, to);
  const swap = () => askTrace({ from: to, to: from, via: via.toReversed() });
  return (
    <Stack gap={6}>
      <Group gap="xs" wrap="nowrap">
        <Stack ref={fields} gap={6} flex={1} miw={0}>
          <EndPicker label="From" id={from} onChoose={startTraceFrom} />
          {via.map((id, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a stop may stand twice until it is mended
            <Stop key={`${index} ${id}`} at={index} via={via} onRemove={() => remove(index)} />
          ))}
          {adding && (
            <NewStop
              number={via.length + 1}
              onChoose={(id) => {
                setStops([...via, id]);
                setAdding(false);
              }}
              onRemove={() => {
                setAdding(false);
                adder.current?.focus();
              }}
            />
          )}
          <EndPicker label="To" id={to} onChoose={traceTo} />
        </Stack>
        <Tooltip label="Swap the ends">
          <ActionIcon
            variant="default"
            aria-label="Swap the ends"
            disabled={from === null || to === null}
            onClick={swap}
          >
            <IconArrowsExchange size={16} style={{ rotate: '90deg' }} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
      <Button
        ref={adder}
        className={classes.add}
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={12} aria-hidden />}
        // Not `disabled`, which would take the keyboard away from it.
        aria-disabled={adding || via.length >= MOST_STOPS}
        data-disabled={adding || via.length >= MOST_STOPS}
        onClick={() => via.length < MOST_STOPS && setAdding(true)}
      >
        {via.length < MOST_STOPS ? 'Add a stop' : `At most ${MOST_STOPS} stops`}
      </Button>
    </Stack>
  );
}

/**
 * The keyboard goes to the end that is still to be chosen: in a trace that somebody opened empty, or chose the other end
 * of in its field. Whoever chooses ends on the canvas keeps the keyboard there.
 */
function useFirstEmpty(from: EntityId | null, to: EntityId | null) {
  const fields = useRef<HTMLDivElement>(null);
  const empty = from === null ? 'From' : to === null ? 'To' : null;
  useEffect(() => {
    const inputs = [...(fields.current?.querySelectorAll('input') ?? [])];
    const opened = from === null && to === null && navigator.userActivation.hasBeenActive;
    const within = inputs.some((input) => input === document.activeElement);
    if (empty !== null && (opened || within)) inputs.at(empty === 'From' ? 0 : -1)?.focus();
  }, [from, to, empty]);
  return fields;
}

function Stop({
  at,
  via,
  onRemove,
}: {
  readonly at: number;
  readonly via: readonly EntityId[];
  readonly onRemove: () => void;
}) {
  const [id = null, before] = [via[at], via[at - 1]];
  const label = `Stop ${at + 1}`;
  return (
    <Group gap={4} wrap="nowrap">
      <EndPicker label={label} id={id} onChoose={(chosen) => setStops(via.with(at, chosen))} />
      {id !== null && before !== undefined && (
        <Tooltip label="One earlier">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={`Move stop ${at + 1} one earlier`}
            onClick={() => setStops(via.with(at - 1, id).with(at, before))}
          >
            <IconArrowUp size={14} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      <Remove label={label} onRemove={onRemove} />
    </Group>
  );
}

/** A stop that is not chosen yet; it has the keyboard. */
function NewStop({
  number,
  onChoose,
  onRemove,
}: {
  readonly number: number;
  readonly onChoose: (id: EntityId) => void;
  readonly onRemove: () => void;
}) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => row.current?.querySelector('input')?.focus(), []);
  const label = `Stop ${number}`;
  return (
    <Group ref={row} gap={4} wrap="nowrap">
      <EndPicker label={label} id={null} onChoose={onChoose} />
      <Remove label={label} onRemove={onRemove} />
    </Group>
  );
}

function Remove({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  return (
    <Tooltip label="Remove the stop">
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={`Remove ${label.toLowerCase()}`}
        onClick={onRemove}
      >
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
