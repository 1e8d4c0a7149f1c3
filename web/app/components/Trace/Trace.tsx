import { Group, NativeSelect, SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { type DocumentSummary, PathRank } from '../../../../graph/model.ts';
import { askTrace, clearHighlight, showPanels } from '../../actions.ts';
import { useUi } from '../../hooks.ts';
import type { TraceQuestion } from '../../state/ui.ts';
import { Panel } from '../Common/Panel.tsx';
import { Nothing } from '../Common/States.tsx';
import { useDocuments } from '../Common/useDocuments.ts';
import { Ends } from './Ends.tsx';
import { Filters } from './Filters.tsx';
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
  const question = useUi((state) => state.trace);
  const { from, to, via, rank, background, filter } = question;
  const [limit, setLimit] = useState(5);
  const listed = useDocuments();
  const documents = listed.status === 'ready' ? listed.data.documents : [];
  return (
    <Panel
      title="Trace"
      onClose={() => {
        clearHighlight();
        showPanels({ left: null });
      }}
    >
      <Stack gap="xs" p="sm">
        <Ends {...{ from, to, via }} />
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
        <Filters {...{ filter, documents }} />
      </Stack>
      <Answer {...{ question, limit, documents }} />
    </Panel>
  );
}

function Answer({
  question,
  limit,
  documents,
}: {
  readonly question: TraceQuestion;
  readonly limit: number;
  readonly documents: readonly DocumentSummary[];
}) {
  const { from, to, via } = question;
  if (from === null || to === null) {
    return <Nothing>Choose two entities, here or from a node’s menu, to see what connects them.</Nothing>;
  }
  if (from === to) return <Nothing>Both ends are the same entity: choose another for one of them.</Nothing>;
  if (new Set([from, ...via, to]).size < via.length + 2) {
    return <Nothing>An entity stands twice among the ends and stops: a path passes each only once.</Nothing>;
  }
  return (
    <Paths key={JSON.stringify(question)} question={{ ...question, from, to, limit }} documents={documents} />
  );
}
