import { Text } from '@mantine/core';
import { useCatalogue, useExploration } from '../../hooks.ts';
import type { Point } from '../../scene/elements.ts';
import type { Target } from '../../scene/input.ts';
import { relationCaption, typeWords } from '../../state/catalogue.ts';
import { count } from '../Common/words.ts';
import classes from './Canvas.module.css';

export interface Tip {
  readonly target: Target;
  readonly at: Point;
}

/** Most relations of a bundle that a tooltip spells out. */
const LINES = 6;

/** What the pointer is on, beside it. */
export function Tooltip({ tip: { target, at } }: { readonly tip: Tip }) {
  return (
    <div className={classes.tooltip} role="tooltip" style={placeBeside(at)}>
      {target.kind === 'entity' ? <EntityTip id={target.id} /> : <RelationsTip ids={target.ids} />}
    </div>
  );
}

function placeBeside({ x, y }: Point) {
  return { left: `min(${x + 14}px, calc(100% - 310px))`, top: `min(${y + 16}px, calc(100% - 130px))` };
}

function EntityTip({ id }: { readonly id: Extract<Target, { kind: 'entity' }>['id'] }) {
  const entity = useExploration((state) => state.entities.get(id));
  const degree = useExploration((state) => state.degrees.get(id) ?? 0);
  const type = useCatalogue((state) => entity && typeWords(state, entity.type));
  if (!entity) return null;
  return (
    <>
      <Text size="sm" fw={650}>
        {entity.name}
      </Text>
      <Text size="xs">
        {type} · {count(degree, 'relation')}
      </Text>
      {entity.description && (
        <Text size="xs" lineClamp={3}>
          {entity.description}
        </Text>
      )}
    </>
  );
}

function RelationsTip({ ids }: { readonly ids: readonly Parameters<typeof RelationLine>[0]['id'][] }) {
  return (
    <>
      {ids.slice(0, LINES).map((id) => (
        <RelationLine key={id} id={id} />
      ))}
      {ids.length > LINES && <Text size="xs">and {ids.length - LINES} more; click to spread them out</Text>}
      {ids.length > 1 && ids.length <= LINES && <Text size="xs">Click to spread them out</Text>}
    </>
  );
}

function RelationLine({ id }: { readonly id: Extract<Target, { kind: 'relations' }>['ids'][number] }) {
  const relation = useExploration((state) => state.relations.get(id));
  const subject = useExploration((state) => relation && state.entities.get(relation.subject)?.name);
  const object = useExploration((state) => relation && state.entities.get(relation.object)?.name);
  const caption = useCatalogue((state) => relation && relationCaption(state, relation.type));
  if (!relation) return null;
  const basis =
    relation.origin === 'gazetteer'
      ? 'background knowledge'
      : relation.claimCount === 0
        ? 'no recorded evidence'
        : count(relation.claimCount, 'claim');
  return (
    <Text size="xs">
      {subject} <b>{relation.polarity === '-' ? `not ${caption}` : caption}</b> {object} · {basis}
    </Text>
  );
}
