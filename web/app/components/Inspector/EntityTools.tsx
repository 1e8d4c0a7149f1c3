import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs';
import IconFocus2 from '@tabler/icons-react/dist/esm/icons/IconFocus2.mjs';
import IconPin from '@tabler/icons-react/dist/esm/icons/IconPin.mjs';
import IconPinnedOff from '@tabler/icons-react/dist/esm/icons/IconPinnedOff.mjs';
import IconRoute from '@tabler/icons-react/dist/esm/icons/IconRoute.mjs';
import type { Entity } from '../../../../graph/model.ts';
import { hide, pin, startTraceFrom, traceTo, unpin } from '../../actions.ts';
import { showEntity } from '../../graph-actions.ts';
import { useExploration } from '../../hooks.ts';

/** What can be done with an entity. */
export function EntityTools({ entity }: { readonly entity: Entity }) {
  const { id } = entity;
  const inScene = useExploration((state) => state.entities.has(id));
  const pinned = useExploration((state) => state.pinned.has(id));
  return (
    <Group gap={6}>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconRoute size={14} aria-hidden />}
        onClick={() => startTraceFrom(id)}
      >
        Trace from here
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => traceTo(id)}>
        Trace to here
      </Button>
      <Tool
        label={inScene ? 'Centre on the canvas' : 'Bring onto the canvas'}
        onClick={() => void showEntity(id)}
      >
        <IconFocus2 size={16} aria-hidden />
      </Tool>
      {inScene && (
        <>
          <Tool label={pinned ? 'Unpin' : 'Pin in place'} onClick={() => (pinned ? unpin([id]) : pin([id]))}>
            {pinned ? <IconPinnedOff size={16} aria-hidden /> : <IconPin size={16} aria-hidden />}
          </Tool>
          <Tool label="Hide" onClick={() => hide([id])}>
            <IconEyeOff size={16} aria-hidden />
          </Tool>
        </>
      )}
    </Group>
  );
}

function Tool({
  label,
  onClick,
  children,
}: {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size={26} aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
