import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { EntityId, PathRank, PathsAnswer } from '../../../../graph/model.ts';
import { showPath, traceTo } from '../../actions.ts';
import { client } from '../../client.ts';
import { useExploration } from '../../hooks.ts';
import { EntityChip } from '../Common/EntityChip.tsx';
import { Failed, Loading } from '../Common/States.tsx';
import { useRequest } from '../Common/useRequest.ts';
import { count, names } from '../Common/words.ts';
import { PathCard } from './PathCard.tsx';
import classes from './Trace.module.css';

interface Question {
  readonly from: EntityId;
  readonly to: EntityId;
  readonly rank: PathRank;
  readonly background: boolean;
  readonly limit: number;
}

/** The paths between two ends, ranked; the one chosen comes into the scene and stands out. */
export function Paths(question: Question) {
  const request = useRequest(JSON.stringify(question), (signal) => client.paths(question, signal));
  if (request.status === 'failed') {
    return <Failed title="The paths could not be found" failure={request.failure} retry={request.retry} />;
  }
  if (request.status !== 'ready') return <Loading what="Looking for paths" />;
  if (request.data.paths.length === 0) return <NoPath {...question} answer={request.data} />;
  return <PathList answer={request.data} {...question} />;
}

function PathList({ answer, rank, limit }: Question & { readonly answer: PathsAnswer }) {
  const [chosen, setChosen] = useState(0);
  const { paths, entities, relations, degrees } = answer;
  const nameOf = names(entities);
  return (
    <Stack gap="xs" px="sm" pb="sm">
      <Text size="xs" c="dimmed" role="status">
        {amountWords(answer, limit)}
      </Text>
      <ol className={classes.paths}>
        {paths.map((path, index) => (
          <li key={path.hops.map(({ relation }) => relation.id).join(' ')}>
            <PathCard
              {...{ path, rank, nameOf }}
              number={index + 1}
              open={chosen === index}
              onChoose={() => {
                setChosen(index);
                showPath(path, { entities, relations }, degrees);
              }}
            />
          </li>
        ))}
      </ol>
    </Stack>
  );
}

/** Whether these are all. */
function amountWords({ paths, complete }: PathsAnswer, limit: number): string {
  const found = count(paths.length, 'path');
  if (paths.length === limit) return `The first ${found}; ask for more above.`;
  return complete
    ? `${found}: there are no more.`
    : `${found}; the search was ended before it could tell whether there are more.`;
}

function NoPath({ from, to, answer }: Question & { readonly answer: PathsAnswer }) {
  const scene = useExploration((state) => state.entities);
  const nameOf = names([...scene.values(), ...answer.entities]);
  const { nearest } = answer;
  return (
    <Stack gap="xs" p="sm" role="status" align="flex-start">
      <Text size="sm" fw={600}>
        No path
      </Text>
      <Text size="sm">
        Nothing in the graph connects {nameOf(from)} with {nameOf(to)}.{' '}
        {nearest
          ? 'The nearest miss, which can be reached from the first end:'
          : 'Nothing near the second end can be reached from the first.'}
      </Text>
      {nearest && (
        <>
          <EntityChip entity={nearest} />
          <Button size="compact-sm" variant="light" onClick={() => traceTo(nearest.id)}>
            Trace to {nearest.name}
          </Button>
        </>
      )}
    </Stack>
  );
}
