import { Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { DocumentSummary, PathsAnswer } from '../../../../graph/model.ts';
import { offerPath, showPath } from '../../actions.ts';
import { client } from '../../client.ts';
import { useCatalogue } from '../../hooks.ts';
import { Failed, Loading } from '../Common/States.tsx';
import { useRequest } from '../Common/useRequest.ts';
import { count, names } from '../Common/words.ts';
import { filterWords, type Question } from './filters.ts';
import { NoPath } from './NoPath.tsx';
import { PathCard } from './PathCard.tsx';
import classes from './Trace.module.css';

interface AskedProps {
  readonly question: Question;
  readonly documents: readonly DocumentSummary[];
}

/** The paths between two ends, ranked; the one chosen comes into the scene and stands out, the first one unasked. */
export function Paths({ question, documents }: AskedProps) {
  const { filter, ...rest } = question;
  const request = useRequest(JSON.stringify(question), (signal) =>
    client.paths({ ...rest, ...filter }, signal),
  );
  const catalogue = useCatalogue((state) => state);
  const titles = new Map<string, string>(documents.map(({ id, title }) => [id, title]));
  const filters = filterWords(question, catalogue, (id) => titles.get(id) ?? id);
  if (request.status === 'failed') {
    return <Failed title="The paths could not be found" failure={request.failure} retry={request.retry} />;
  }
  if (request.status !== 'ready') return <Loading what="Looking for paths" />;
  const { data: answer } = request;
  if (answer.paths.length === 0) return <NoPath {...{ question, answer, filters }} />;
  return <PathList {...{ question, answer, filters }} />;
}

interface AnswerProps {
  readonly question: Question;
  readonly answer: PathsAnswer;
  /** What narrows the trace, in words. */
  readonly filters: readonly string[];
}

function PathList({ question, answer, filters }: AnswerProps) {
  const { rank, via, limit } = question;
  const [chosen, setChosen] = useState(0);
  const { paths, entities, relations, degrees } = answer;
  const nameOf = names(entities);
  useEffect(() => {
    const [first] = answer.paths;
    if (first) offerPath(first, answer);
  }, [answer]);
  return (
    <Stack gap="xs" px="sm" pb="sm">
      <Text size="xs" c="dimmed" role="status">
        {amountWords(answer, limit)}
      </Text>
      <ol className={classes.paths}>
        {paths.map((path, index) => (
          <li key={path.hops.map(({ relation }) => relation.id).join(' ')}>
            <PathCard
              {...{ path, nameOf }}
              how={{ rank, via: via.map(nameOf), filters }}
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
