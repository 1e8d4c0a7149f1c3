import { Menu } from '@mantine/core';
import type { RelationId } from '../../../../graph/model.ts';
import * as actions from '../../actions.ts';
import * as canvasActions from '../../canvas-actions.ts';
import { useCatalogue, useExploration } from '../../hooks.ts';
import { relationCaption } from '../../state/catalogue.ts';

/** On one relation, or on a bundle: which of them, and the sentences behind it. */
export function RelationsMenu({ ids }: { readonly ids: readonly RelationId[] }) {
  const relations = useExploration((state) => state.relations);
  const types = [...new Set(ids.flatMap((id) => relations.get(id)?.type ?? []))];
  return (
    <>
      {ids.map((id) => (
        <RelationItem key={id} id={id} />
      ))}
      <Menu.Divider />
      {types.map((type) => (
        <HideType key={type} type={type} />
      ))}
    </>
  );
}

function RelationItem({ id }: { readonly id: RelationId }) {
  const relation = useExploration((state) => state.relations.get(id));
  const subject = useExploration((state) => relation && state.entities.get(relation.subject)?.name);
  const object = useExploration((state) => relation && state.entities.get(relation.object)?.name);
  const caption = useCatalogue((state) => relation && relationCaption(state, relation.type));
  if (!relation) return null;
  const inspect = () => {
    actions.select({ relations: [id] });
    actions.showPanels({ inspector: true });
  };
  return (
    <Menu.Item onClick={inspect}>
      {subject} <b>{relation.polarity === '-' ? `not ${caption}` : caption}</b> {object}
    </Menu.Item>
  );
}

function HideType({ type }: { readonly type: string }) {
  const caption = useCatalogue((state) => relationCaption(state, type));
  return (
    <Menu.Item onClick={() => canvasActions.showRelationTypes([type], false)}>
      Hide all “{caption}” relations
    </Menu.Item>
  );
}
