import { Button, Group, Stack, Text } from '@mantine/core';
import type { PathsAnswer } from '../../../../graph/model.ts';
import { askTrace } from '../../actions.ts';
import { useExploration } from '../../hooks.ts';
import { noFilter } from '../../state/ui.ts';
import { EntityChip } from '../Common/EntityChip.tsx';
import { names } from '../Common/words.ts';
import { activeFilters, type Question } from './filters.ts';

interface NoPathProps {
  readonly question: Question;
  readonly answer: PathsAnswer;
  readonly filters: readonly string[];
}

/** That there is no path, what may be in its way, and the nearest miss. */
export function NoPath({ question, answer, filters }: NoPathProps) {
  const scene = useExploration((state) => state.entities);
  const nameOf = names([...scene.values(), ...answer.entities]);
  const { from, to, via } = question;
  const { nearest } = answer;
  const through = via.length > 0 ? ` by way of ${via.map(nameOf).join(', then ')}` : '';
  return (
    <Stack gap="xs" p="sm" role="status" align="flex-start">
      <Text size="sm" fw={600}>
        No path
      </Text>
      <Text size="sm">
        {filters.length > 0 ? 'Nothing that passes the filters' : 'Nothing in the graph'} connects{' '}
        {nameOf(from)} with {nameOf(to)}
        {through}. {missWords(nearest !== null, via.length > 0)}
      </Text>
      {nearest && (
        <>
          <EntityChip entity={nearest} />
          <Button size="compact-sm" variant="light" onClick={() => askTrace({ to: nearest.id, via: [] })}>
            Trace to {nearest.name}
          </Button>
        </>
      )}
      {filters.length > 0 && <FiltersOn {...{ question, filters }} />}
    </Stack>
  );
}

function missWords(nearest: boolean, stops: boolean): string {
  if (nearest)
    return stops
      ? 'The nearest miss on the way:'
      : 'The nearest miss, which can be reached from the first end:';
  return stops
    ? 'A stop or the end cannot be reached, or only by passing an entity twice. Try another order or fewer stops.'
    : 'Nothing near the second end can be reached from the first.';
}

function FiltersOn({ question, filters }: Omit<NoPathProps, 'answer'>) {
  return (
    <>
      <Text size="sm">Filters are on: {filters.join('; ')}.</Text>
      <Group gap="xs">
        {activeFilters(question.filter) > 0 && (
          <Button size="compact-sm" variant="light" onClick={() => askTrace({ filter: noFilter })}>
            Clear all filters
          </Button>
        )}
        {!question.background && (
          <Button size="compact-sm" variant="light" onClick={() => askTrace({ background: true })}>
            With background knowledge
          </Button>
        )}
      </Group>
    </>
  );
}
