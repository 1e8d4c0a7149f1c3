import { Button, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { IconFileText, IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import * as actions from '../../actions.ts';
import * as graphActions from '../../graph-actions.ts';
import { useCatalogue, useExploration } from '../../hooks.ts';
import { retry } from '../../session.ts';
import classes from '../Canvas/Canvas.module.css';

/** What the canvas says while it has nothing to show: loading, no server, an empty store, an empty scene. */
export function SceneState({ busy }: { readonly busy: boolean }) {
  const status = useCatalogue((state) => state.status);
  const failure = useCatalogue((state) => state.failure);
  const empty = useExploration((state) => state.entities.size === 0);
  if (!empty && !busy) return null;
  if (status === 'failed') {
    return (
      <Card title="The graph could not be loaded" icon={<IconPlugConnectedX size={36} aria-hidden />}>
        <Text size="sm">{failure?.message}</Text>
        {failure?.hint && <Text size="sm">{failure.hint}</Text>}
        <Group>
          <Button onClick={() => void retry()}>Try again</Button>
        </Group>
      </Card>
    );
  }
  if (status === 'empty') {
    return (
      <Card title="No documents yet" icon={<IconFileText size={36} aria-hidden />}>
        <Text size="sm">The graph is empty. Add a document, or drop one on this page.</Text>
        <Group>
          <Button onClick={() => actions.showPanels({ documents: true })}>Add documents</Button>
          <Button variant="default" onClick={() => void retry()}>
            Look again
          </Button>
        </Group>
      </Card>
    );
  }
  if (status === 'loading' || busy) {
    return (
      <div className={classes.state} role="status">
        <Stack align="center" gap="xs">
          <Loader aria-hidden />
          <Text size="sm">{status === 'loading' ? 'Loading the graph…' : 'Laying out the graph…'}</Text>
        </Stack>
      </div>
    );
  }
  return (
    <Card title="The canvas is empty">
      <Text size="sm">Search for an entity to start from, run a query in the console, or go back.</Text>
      <Group>
        <Button onClick={() => void graphActions.openInitialScene()}>Show the opening scene</Button>
        <Button variant="default" onClick={actions.undo}>
          Undo
        </Button>
      </Group>
    </Card>
  );
}

interface CardProps {
  readonly title: string;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

function Card({ title, icon, children }: CardProps) {
  return (
    <div className={classes.state}>
      <Paper withBorder shadow="sm" p="xl" maw={440}>
        <Stack gap="sm">
          {icon}
          <Title order={2} size="h4">
            {title}
          </Title>
          {children}
        </Stack>
      </Paper>
    </div>
  );
}
