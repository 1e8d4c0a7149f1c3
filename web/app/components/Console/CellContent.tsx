import { Text, UnstyledButton } from '@mantine/core';
import { Fragment } from 'react';
import type { Cell, Entity, EntityId, QueryAnswer, Relation } from '../../../../graph/model.ts';
import { addSubgraph, scene, selectRelation } from '../../actions.ts';
import { showEntity } from '../../graph-actions.ts';
import { useCatalogue } from '../../hooks.ts';
import { relationCaption } from '../../state/catalogue.ts';
import { stores } from '../../state/store.ts';
import { EntityChip } from '../Common/EntityChip.tsx';
import classes from './Console.module.css';
import { directionIn, type Lookup, viewOf } from './cells.ts';

interface CellProps {
  readonly cell: Cell;
  readonly graph: Lookup;
  readonly answer: QueryAnswer;
  /** The row it stands in, where it is a cell of a table. */
  readonly beside?: { readonly row: readonly Cell[]; readonly at: number };
}

/** A cell: nodes and relationships as buttons that bring them onto the canvas, everything else as text. */
export function CellContent({ cell, graph, answer, beside }: CellProps) {
  const view = viewOf(cell, graph);
  switch (view.kind) {
    case 'null':
      return (
        <Text span size="sm" c="dimmed">
          null
        </Text>
      );
    case 'entity':
      return <EntityChip entity={view.entity} onChoose={() => void show(view.entity, answer)} />;
    case 'relation':
      return <Related relation={view.relation} graph={graph} answer={answer} beside={beside} />;
    case 'path':
      return (
        <span className={classes.path}>
          {view.entities.map((entity, index) => {
            const relation = view.relations[index];
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a path may pass an entity twice
              <Fragment key={index}>
                <EntityChip entity={entity} onChoose={() => void show(entity, answer)} />
                {relation && <Step relation={relation} from={entity.id} answer={answer} />}
              </Fragment>
            );
          })}
        </span>
      );
    case 'list':
      return (
        <span className={classes.path}>
          {view.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items of a list have no identity but their place
            <CellContent key={index} cell={item} graph={graph} answer={answer} />
          ))}
        </span>
      );
    case 'number':
      return <span className={classes.number}>{view.text}</span>;
    case 'text':
      return <span className={classes.text}>{view.text}</span>;
  }
}

type RelatedProps = Omit<CellProps, 'cell' | 'beside'> & {
  readonly relation: Relation;
  readonly beside: CellProps['beside'];
};

/** A relation with its direction: an arrow between the two columns beside it, else with both ends by name. */
function Related({ relation, graph, answer, beside }: RelatedProps) {
  const direction = beside ? directionIn(beside.row, beside.at, relation) : null;
  if (direction) {
    const from = direction === 'out' ? relation.subject : relation.object;
    return (
      <span className={classes.path}>
        <Step relation={relation} from={from} answer={answer} />
      </span>
    );
  }
  const name = (id: EntityId) => graph.entities.get(id)?.name ?? id;
  return (
    <span className={classes.path}>
      {name(relation.subject)}
      <Step relation={relation} from={relation.subject} answer={answer} />
      {name(relation.object)}
    </span>
  );
}

function Step({
  relation,
  from,
  answer,
}: {
  readonly relation: Relation;
  readonly from: EntityId;
  readonly answer: QueryAnswer;
}) {
  const forward = relation.subject === from;
  return (
    <span className={classes.step}>
      {forward ? '—' : '←'}
      <RelationChip relation={relation} answer={answer} />
      {forward ? '→' : '—'}
    </span>
  );
}

function RelationChip({ relation, answer }: { readonly relation: Relation; readonly answer: QueryAnswer }) {
  const caption = useCatalogue((state) => relationCaption(state, relation.type));
  const ends = answer.graph.entities.filter(({ id }) => id === relation.subject || id === relation.object);
  return (
    <UnstyledButton
      className={classes.relation}
      title={`${relation.type}: show on the canvas`}
      onClick={() => selectRelation(relation.id, { entities: ends, relations: [relation] })}
    >
      {caption}
    </UnstyledButton>
  );
}

/**
 * Shows a node of an answer. Entities come with their relations from the graph; sentences, claims and nodes
 * that are not ours come with the relations the answer gave.
 */
async function show(entity: Entity, { graph }: QueryAnswer): Promise<void> {
  const ours = stores.catalogue.getState().schema?.entityTypes.some(({ type }) => type === entity.type);
  if (!ours && !scene().entities.has(entity.id)) {
    addSubgraph({ entities: [entity], relations: graph.relations }, graph.degrees);
  }
  await showEntity(entity.id);
}
