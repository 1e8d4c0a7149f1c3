import { Alert, Button, Code, Group, Tabs, Text } from '@mantine/core';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { useStore } from 'zustand';
import type { QueryAnswer } from '../../../../graph/model.ts';
import { useCatalogue } from '../../hooks.ts';
import { Loading, Nothing } from '../Common/States.tsx';
import { count } from '../Common/words.ts';
import classes from './Console.module.css';
import { rowsAsObjects } from './cells.ts';
import { csv } from './csv.ts';
import { download } from './download.ts';
import { GraphResult } from './GraphResult.tsx';
import { ResultTable } from './ResultTable.tsx';
import { session } from './session.ts';
import { announce } from './summary.ts';

/** What the statement gave: a table, a graph, JSON; or why it failed and where. */
export function Results() {
  const outcome = useStore(session.store, (state) => state.outcome);
  const writes = useCatalogue((state) => state.health?.writes ?? false);
  switch (outcome.status) {
    case 'idle':
      return (
        <Nothing>
          Write a statement or take an example, then run it.{' '}
          {writes
            ? 'Writing is on: it can change nodes and relationships, and there is no undo.'
            : 'It can read, never change.'}
        </Nothing>
      );
    case 'running':
      return <Loading what="The statement is running" />;
    case 'stopped':
      return (
        <Nothing>
          Stopped. {writes ? 'What it had changed was undone' : 'Nothing was changed'}; run it again whenever
          you like.
        </Nothing>
      );
    case 'failed':
      return <Failure {...outcome.failure} message={outcome.failure.message} />;
    case 'done':
      return <Answer answer={outcome.answer} />;
  }
}

function Failure({
  message,
  hint,
  line,
  column,
}: {
  readonly message: string;
  readonly hint?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}) {
  const where =
    line === undefined ? '' : ` at line ${line}${column === undefined ? '' : `, column ${column}`}`;
  return (
    <Alert role="alert" color="red" variant="light" title={`The statement failed${where}`} m="xs">
      <Text size="sm" className={classes.message}>
        {message}
      </Text>
      {hint && (
        <Text size="sm" mt={4}>
          {hint}
        </Text>
      )}
    </Alert>
  );
}

function Answer({ answer }: { readonly answer: QueryAnswer }) {
  const { entities, relations } = answer.graph;
  const drawable = entities.length > 0;
  return (
    <div className={classes.answer}>
      <Tabs defaultValue="table" keepMounted={false}>
        <Group gap="xs" justify="space-between">
          <Tabs.List>
            <Tabs.Tab value="table">Table</Tabs.Tab>
            <Tabs.Tab value="graph" disabled={!drawable}>
              Graph
            </Tabs.Tab>
            <Tabs.Tab value="json">JSON</Tabs.Tab>
          </Tabs.List>
          <Text
            size="xs"
            c={answer.truncated ? 'var(--mantine-color-text)' : 'dimmed'}
            fw={answer.truncated ? 600 : 400}
            role="status"
          >
            {announce(answer)}
          </Text>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconDownload size={12} aria-hidden />}
            onClick={() => download('threadline.csv', 'text/csv', `\ufeff${csv(answer)}`)}
          >
            CSV
          </Button>
        </Group>
        <Tabs.Panel value="table" pt="xs">
          <ResultTable answer={answer} />
        </Tabs.Panel>
        <Tabs.Panel value="graph" pt="xs">
          <GraphResult
            graph={answer.graph}
            words={`${count(entities.length, 'entity', 'entities')} and ${count(relations.length, 'relation')}`}
          />
        </Tabs.Panel>
        <Tabs.Panel value="json" pt="xs">
          <Code block className={classes.json}>
            {JSON.stringify(rowsAsObjects(answer), null, 2)}
          </Code>
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
