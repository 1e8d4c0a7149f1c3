import { Button, Group, JsonInput, Kbd, Loader, Menu } from '@mantine/core';
import IconBulb from '@tabler/icons-react/dist/esm/icons/IconBulb.mjs';
import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs';
import IconPlayerPlay from '@tabler/icons-react/dist/esm/icons/IconPlayerPlay.mjs';
import IconPlayerStop from '@tabler/icons-react/dist/esm/icons/IconPlayerStop.mjs';
import { lazy, Suspense, useState } from 'react';
import { useStore } from 'zustand';
import { openConsole, showPanels } from '../../actions.ts';
import { useCatalogue, useUi } from '../../hooks.ts';
import { stores } from '../../state/store.ts';
import { Panel } from '../Common/Panel.tsx';
import { Loading } from '../Common/States.tsx';
import classes from './Console.module.css';
import { anyGraphExamples, examples } from './examples.ts';
import { Results } from './Results.tsx';
import { session } from './session.ts';

const Editor = lazy(() => import('./Editor.tsx'));

/** Cypher against the graph: a statement, its parameters, and what it gives. */
export function Console() {
  const statement = useUi((state) => state.statement);
  const parameters = useStore(session.store, (state) => state.parameters);
  const outcome = useStore(session.store, (state) => state.outcome);
  const ran = useStore(session.store, (state) => state.ran);
  const [withParameters, setWithParameters] = useState(parameters !== '');
  const failure = outcome.status === 'failed' && ran === statement ? outcome.failure : null;
  const run = () => void session.run(stores.ui.getState().statement);
  return (
    <Panel
      title="Console"
      tools={
        <Tools
          {...{ run, statement, withParameters }}
          onParameters={() => setWithParameters(!withParameters)}
        />
      }
      onClose={() => showPanels({ console: false })}
    >
      <div className={classes.layout}>
        <div className={classes.input}>
          <Suspense fallback={<Loading what="Loading the editor" />}>
            <Editor onRun={run} failure={failure} />
          </Suspense>
          {withParameters && (
            <JsonInput
              label="Parameters (JSON)"
              size="xs"
              autosize
              minRows={2}
              maxRows={8}
              formatOnBlur
              placeholder='{"name": "Japan"}'
              validationError="This is not JSON."
              value={parameters}
              onChange={session.setParameters}
            />
          )}
        </div>
        <div className={classes.results}>
          <Results />
        </div>
      </div>
    </Panel>
  );
}

function Tools({
  run,
  statement,
  withParameters,
  onParameters,
}: {
  readonly run: () => void;
  readonly statement: string;
  readonly withParameters: boolean;
  readonly onParameters: () => void;
}) {
  const running = useStore(session.store, (state) => state.outcome.status === 'running');
  const past = useStore(session.store, (state) => state.past);
  const foreign = useCatalogue((state) => state.health?.content === 'foreign');
  return (
    <Group gap={6} wrap="wrap">
      <Statements
        label="Examples"
        icon={<IconBulb size={14} aria-hidden />}
        items={(foreign ? anyGraphExamples : examples).map(({ title, query }) => ({ title, query }))}
      />
      <Statements
        label="History"
        icon={<IconHistory size={14} aria-hidden />}
        items={past.map((query) => ({ title: query, query }))}
      />
      <Button
        size="compact-sm"
        variant="default"
        aria-pressed={withParameters}
        title="Values for $name in the statement"
        onClick={onParameters}
      >
        Parameters
      </Button>
      {running && <Loader size={14} aria-label="The statement is running" />}
      {running ? (
        <Button
          size="compact-sm"
          color="red"
          variant="light"
          leftSection={<IconPlayerStop size={14} aria-hidden />}
          onClick={session.stop}
        >
          Stop
        </Button>
      ) : (
        <Button
          size="compact-sm"
          variant="light"
          disabled={statement.trim() === ''}
          leftSection={<IconPlayerPlay size={14} aria-hidden />}
          rightSection={<Kbd size="xs">{shortcut}</Kbd>}
          onClick={run}
        >
          Run
        </Button>
      )}
    </Group>
  );
}

const shortcut = navigator.platform.startsWith('Mac') ? '⌘ ⏎' : 'Ctrl ⏎';

function Statements({
  label,
  icon,
  items,
}: {
  readonly label: string;
  readonly icon: React.ReactNode;
  readonly items: readonly { readonly title: string; readonly query: string }[];
}) {
  return (
    <Menu
      width="min(30rem, calc(100vw - 1rem))"
      position="top-end"
      shadow="md"
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Button size="compact-sm" variant="default" leftSection={icon} disabled={items.length === 0}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.statements}>
        {items.map(({ title, query }) => (
          <Menu.Item key={query} title={query} onClick={() => openConsole(query)}>
            <span className={title === query ? classes.code : undefined}>{title}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
