import { Button, Popover, Text, UnstyledButton } from '@mantine/core';
import IconChartDots3 from '@tabler/icons-react/dist/esm/icons/IconChartDots3.mjs';
import type { Entity, EntityId } from '../../../../graph/model.ts';
import { addSubgraph, hover, report, scene, selectRelation } from '../../actions.ts';
import { client } from '../../client.ts';
import { useCatalogue } from '../../hooks.ts';
import { RelationText } from '../Common/RelationText.tsx';
import { count, names, readRelation } from '../Common/words.ts';
import classes from './Reader.module.css';
import { showGraphOf } from './show.ts';
import { type DocumentClaim, entitiesIn, type MarkedSentence, relationsIn } from './text.ts';

interface MenuProps {
  readonly marked: MarkedSentence;
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly open: boolean;
  readonly onOpen: (sentence: string | null) => void;
}

/** The button at a sentence's end: how many relations it states; opens their list. */
export function SentenceMenu({ marked, entities, open, onOpen }: MenuProps) {
  const relations = relationsIn(marked);
  const label = `${count(relations.length, 'relation')} in this sentence`;
  const button = (
    <button
      type="button"
      tabIndex={-1}
      data-stop=""
      className={classes.pill}
      aria-label={label}
      aria-haspopup="dialog"
      aria-expanded={open}
      title={label}
      onClick={(event) => {
        event.stopPropagation();
        onOpen(open ? null : marked.sentence.id);
      }}
    >
      {relations.length === 0 ? '⋯' : relations.length}
    </button>
  );
  if (!open) return button;
  return (
    <Popover
      opened
      onChange={() => onOpen(null)}
      width="min(24rem, calc(100vw - 1rem))"
      shadow="md"
      trapFocus
      returnFocus
      withArrow
      position="bottom"
    >
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown
        className={classes.menu}
        aria-label={label}
        onClick={(event) => event.stopPropagation()}
      >
        <MenuContent marked={marked} relations={relations} entities={entities} close={() => onOpen(null)} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Selects the relation a claim is drawn as; brings both ends into the scene where they are not there. */
async function choose({ relation, subject, object }: DocumentClaim): Promise<void> {
  try {
    if (!scene().relations.has(relation)) {
      const ids = [...new Set([...scene().entities.keys(), subject, object])];
      const { entities, relations, degrees } = await client.entities({ ids });
      addSubgraph({ entities, relations }, degrees);
    }
    selectRelation(relation);
  } catch (cause) {
    report('This relation could not be shown', cause);
  }
}

function MenuContent({
  marked,
  relations,
  entities,
  close,
}: {
  readonly marked: MarkedSentence;
  readonly relations: readonly DocumentClaim[];
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly close: () => void;
}) {
  const catalogue = useCatalogue((state) => state);
  const nameOf = names(entities.values());
  return (
    <>
      {relations.length === 0 && (
        <Text size="sm" c="dimmed" mb="xs">
          No relation was read in this sentence.
        </Text>
      )}
      {relations.map((claim) => (
        <UnstyledButton
          key={claim.relation}
          className={classes.menuRow}
          onMouseEnter={() => hover({ kind: 'relation', id: claim.relation, from: 'reader' })}
          onMouseLeave={() => hover(null)}
          onClick={() => {
            close();
            void choose(claim);
          }}
        >
          <RelationText reading={readRelation(claim, nameOf, catalogue)} />
        </UnstyledButton>
      ))}
      <Button
        size="compact-sm"
        variant="light"
        mt="xs"
        leftSection={<IconChartDots3 size={14} aria-hidden />}
        onClick={() => {
          close();
          void showGraphOf(entitiesIn([marked]));
        }}
      >
        Graph of this sentence
      </Button>
    </>
  );
}
