import { Kbd, List, Stack, Text, Title } from '@mantine/core';
import { useCatalogue, useExploration } from '../../hooks.ts';
import { DocumentRow } from '../Common/DocumentRow.tsx';
import { ListingState } from '../Common/ListingState.tsx';
import { useDocuments } from '../Common/useDocuments.ts';
import { count, figures } from '../Common/words.ts';
import classes from './Inspector.module.css';
import { Section } from './Section.tsx';

const FIRST = 10;

/** Nothing selected: how much there is, where it comes from, and how to begin. */
export function OverviewPanel() {
  const health = useCatalogue((state) => state.health);
  const foreign = health?.content === 'foreign';
  const shown = useExploration((state) => state.entities.size);
  const documents = useDocuments();
  const list = documents.status === 'ready' ? documents.data.documents : [];
  return (
    <Stack gap="sm" p="sm">
      <div>
        <Title order={3} size="h4">
          The graph
        </Title>
        {foreign && (
          <Text size="sm" mb={4}>
            This database holds data of others: it is shown as it is.
          </Text>
        )}
        {health && (
          <Text size="sm">
            {count(health.entities, 'entity', 'entities')} and {count(health.relations, 'relation')}
            {health.content === 'ours' && ` from ${count(health.documents, 'document')}`}; {figures(shown)} on
            the canvas.
          </Text>
        )}
      </div>
      <ListingState of={documents} />
      {list.length > 0 && (
        <Section title="Read the sources">
          <ul className={classes.list}>
            {list.slice(0, FIRST).map((document) => (
              <li key={document.id}>
                <DocumentRow document={document} />
              </li>
            ))}
          </ul>
          {list.length > FIRST && (
            <Text size="xs" c="dimmed">
              {FIRST} of {figures(list.length)} documents; the reader lists all.
            </Text>
          )}
        </Section>
      )}
      <Section title="How to begin">
        <List size="sm" spacing={4}>
          <List.Item>Click a node for what the graph knows about it; double-click it to expand.</List.Item>
          <List.Item>
            {foreign
              ? 'Click a line for what the relation holds.'
              : 'Click a line to read the sentences behind it.'}
          </List.Item>
          <List.Item>
            <Kbd size="xs">/</Kbd>{' '}
            {foreign ? 'finds nodes by their text.' : 'finds people, places, assets and topics.'}
          </List.Item>
          {foreign && (
            <List.Item>The legend says by which property each label is called, and changes it.</List.Item>
          )}
          <List.Item>
            <Kbd size="xs">?</Kbd> lists all keys.
          </List.Item>
        </List>
      </Section>
    </Stack>
  );
}
