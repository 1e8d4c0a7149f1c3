/** What is on the canvas as a list: the same content for keyboard and screen reader. */
import { Button, CloseButton, SegmentedControl, Table, TextInput, UnstyledButton } from '@mantine/core';
import { useMemo, useState } from 'react';
import * as actions from '../../actions.ts';
import * as graphActions from '../../graph-actions.ts';
import { useCatalogue, useExploration, useSelection } from '../../hooks.ts';
import { relationCaption, typeWords } from '../../state/catalogue.ts';
import { entityRows, relationRows } from './rows.ts';
import classes from './SceneList.module.css';

/** Rows shown at a time. */
const PAGE = 200;

export function SceneList() {
  const [kind, setKind] = useState('entities');
  const [words, setWords] = useState('');
  return (
    <section className={classes.list} aria-label="List of what is on the canvas">
      <div className={classes.head}>
        <h2>On the canvas</h2>
        <CloseButton aria-label="Close the list" onClick={() => actions.showPanels({ list: false })} />
      </div>
      <div className={classes.tools}>
        <SegmentedControl
          size="xs"
          value={kind}
          onChange={setKind}
          aria-label="What to list"
          data={[
            { value: 'entities', label: 'Entities' },
            { value: 'relations', label: 'Relations' },
          ]}
        />
        <TextInput
          size="xs"
          flex={1}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          placeholder="Filter"
          aria-label="Filter the list"
          data-autofocus
        />
      </div>
      {kind === 'entities' ? <Entities words={words} /> : <Relations words={words} />}
    </section>
  );
}

function Entities({ words }: { readonly words: string }) {
  const scene = useExploration((state) => state);
  const selected = useSelection((state) => state.entities);
  const catalogue = useCatalogue((state) => state);
  const rows = useMemo(
    () => entityRows(scene, words, (type) => typeWords(catalogue, type)),
    [scene, words, catalogue],
  );
  return (
    <Rows heads={['Entity', 'Type', 'Relations', '']} total={rows.length} noun="entities">
      {(count) =>
        rows.slice(0, count).map(({ entity, type, degree }) => (
          <Table.Tr key={entity.id} data-selected={selected.has(entity.id) || undefined}>
            <Table.Td>
              <UnstyledButton
                className={classes.pick}
                aria-pressed={selected.has(entity.id)}
                onClick={() => {
                  actions.select({ entities: [entity.id] });
                  actions.centre([entity.id]);
                }}
              >
                {entity.name}
              </UnstyledButton>
            </Table.Td>
            <Table.Td>{type}</Table.Td>
            <Table.Td>{degree}</Table.Td>
            <Table.Td>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`Expand ${entity.name}`}
                onClick={() => void graphActions.expand(entity.id)}
              >
                Expand
              </Button>
            </Table.Td>
          </Table.Tr>
        ))
      }
    </Rows>
  );
}

function Relations({ words }: { readonly words: string }) {
  const scene = useExploration((state) => state);
  const selected = useSelection((state) => state.relations);
  const catalogue = useCatalogue((state) => state);
  const rows = useMemo(
    () => relationRows(scene, words, (type) => relationCaption(catalogue, type)),
    [scene, words, catalogue],
  );
  return (
    <Rows heads={['Relation', 'Claims']} total={rows.length} noun="relations">
      {(count) =>
        rows.slice(0, count).map(({ relation, subject, object }) => {
          const caption = relationCaption(catalogue, relation.type);
          return (
            <Table.Tr key={relation.id} data-selected={selected.has(relation.id) || undefined}>
              <Table.Td>
                <UnstyledButton
                  className={classes.pick}
                  aria-pressed={selected.has(relation.id)}
                  onClick={() => actions.select({ relations: [relation.id] })}
                >
                  {subject} <b>{relation.polarity === '-' ? `not ${caption}` : caption}</b> {object}
                </UnstyledButton>
              </Table.Td>
              <Table.Td>{relation.origin === 'gazetteer' ? 'background' : relation.claimCount}</Table.Td>
            </Table.Tr>
          );
        })
      }
    </Rows>
  );
}

interface RowsProps {
  readonly heads: readonly string[];
  readonly total: number;
  readonly noun: string;
  readonly children: (count: number) => React.ReactNode;
}

function Rows({ heads, total, noun, children }: RowsProps) {
  const [count, setCount] = useState(PAGE);
  const shown = Math.min(count, total);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-label={`Rows of ${noun}`}>
        <Table stickyHeader verticalSpacing={4} fz="sm">
          <Table.Thead>
            <Table.Tr>
              {heads.map((head) => (
                <Table.Th key={head}>
                  {head === '' ? <span className="mantine-visually-hidden">Expand</span> : head}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{children(shown)}</Table.Tbody>
        </Table>
      </section>
      <div className={classes.foot} role="status">
        {shown} of {total} {noun} shown{' '}
        {shown < total && (
          <Button size="compact-xs" variant="default" onClick={() => setCount(count + PAGE)}>
            Show more
          </Button>
        )}
      </div>
    </>
  );
}
