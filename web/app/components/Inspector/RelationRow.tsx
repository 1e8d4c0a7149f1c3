import { UnstyledButton } from '@mantine/core';
import type { Relation } from '../../../../graph/model.ts';
import { hover, selectRelation } from '../../actions.ts';
import { useCatalogue, useExploration } from '../../hooks.ts';
import { RelationText } from '../Common/RelationText.tsx';
import { names, readRelation } from '../Common/words.ts';
import classes from './Inspector.module.css';

/** A relation of the scene as a button that selects it; its edge glows under the pointer. */
export function RelationRow({ relation }: { readonly relation: Relation }) {
  const entities = useExploration((state) => state.entities);
  const catalogue = useCatalogue((state) => state);
  const glow = () => hover({ kind: 'relation', id: relation.id, from: 'panel' });
  return (
    <UnstyledButton
      className={classes.row}
      onClick={() => selectRelation(relation.id)}
      onMouseEnter={glow}
      onFocus={glow}
      onMouseLeave={() => hover(null)}
      onBlur={() => hover(null)}
    >
      <span className={classes.rowText}>
        <RelationText reading={readRelation(relation, names(entities.values()), catalogue)} />
      </span>
      <span className={classes.rowCount}>
        {relation.origin === 'gazetteer' ? 'background' : relation.claimCount || null}
      </span>
    </UnstyledButton>
  );
}
