import {
  ActionIcon,
  Group,
  NativeSelect,
  SegmentedControl,
  Stack,
  Switch,
  Text,
  Tooltip,
} from '@mantine/core';
import IconArrowsExchange from '@tabler/icons-react/dist/esm/icons/IconArrowsExchange.mjs';
import { useState } from 'react';
import { type EntityId, PathRank } from '../../../../graph/model.ts';
import { askTrace, clearHighlight, showPanels, startTraceFrom, traceTo } from '../../actions.ts';
import { useUi } from '../../hooks.ts';
import { Panel } from '../Common/Panel.tsx';
import { Nothing } from '../Common/States.tsx';
import { EndPicker } from './EndPicker.tsx';
import { Paths } from './Paths.tsx';

const explanations: Record<PathRank, string> = {
  specific:
    'Most specific first: a step through something with many relations, such as a large country, costs more.',
  short: 'Fewest hops first, however general what lies between.',
  evidenced: 'Best evidenced first: a step of low confidence, or one that nobody said, costs more.',
};
const AMOUNTS = ['3', '5', '10', '20', '50'];

/** Ranked paths between two entities, every step with the sentence behind it. */
export function Trace() {
  const { from, to, rank, background } = useUi((state) => state.trace);
  const [limit, setLimit] = useState(5);
  return (
    <Panel
      title="Trace"
      onClose={() => {
        clearHighlight();
        showPanels({ left: null });
      }}
    >
      <Stack gap="xs" p="sm">
        <Ends from={from} to={to} />
        <Group gap="xs" wrap="wrap">
          <SegmentedControl
            size="xs"
            aria-label="Ranking of the paths"
            value={rank}
            onChange={(value) => askTrace({ rank: PathRank.parse(value) })}
            data={[
              { value: 'specific', label: 'Most specific' },
              { value: 'short', label: 'Fewest hops' },
              { value: 'evidenced', label: 'Best evidenced' },
            ]}
          />
          <NativeSelect
            size="xs"
            aria-label="Number of paths"
            value={String(limit)}
            onChange={(event) => setLimit(Number(event.currentTarget.value))}
            data={AMOUNTS.map((value) => ({ value, label: `${value} paths` }))}
          />
        </Group>
        <Text size="xs" c="dimmed">
          {explanations[rank]}
        </Text>
        <Switch
          size="xs"
          label="Background knowledge too"
          checked={background}
          onChange={(event) => askTrace({ background: event.currentTarget.checked })}
        />
      </Stack>
      <Answer {...{ from, to, rank, background, limit }} />
    </Panel>
  );
}

function Answer({
  from,
  to,
  rank,
  background,
  limit,
}: {
  readonly from: EntityId | null;
  readonly to: EntityId | null;
  readonly rank: PathRank;
  readonly background: boolean;
  readonly limit: number;
}) {
  if (from === null || to === null) {
    return <Nothing>Choose two entities, here or from a node’s menu, to see what connects them.</Nothing>;
  }
  if (from === to) return <Nothing>Both ends are the same entity: choose another for one of them.</Nothing>;
  return <Paths key={`${from} ${to} ${rank} ${background}`} {...{ from, to, rank, background, limit }} />;
}

function Ends({ from, to }: { readonly from: EntityId | null; readonly to: EntityId | null }) {
  const swap = () => {
    if (from === null || to === null) return;
    startTraceFrom(to);
    traceTo(from);
  };
  return (
    <Group gap="xs" wrap="nowrap">
      <Stack gap={6} flex={1} miw={0}>
        <EndPicker label="From" id={from} onChoose={startTraceFrom} />
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
  );
}
