import { UnstyledButton } from '@mantine/core';
import type { Entity } from '../../../../graph/model.ts';
import { hover } from '../../actions.ts';
import { showEntity } from '../../graph-actions.ts';
import { useCatalogue } from '../../hooks.ts';
import { typeWords } from '../../state/catalogue.ts';
import classes from './EntityChip.module.css';
import { TypeIcon } from './TypeIcon.tsx';

/** An entity as a button: brings it into the scene, selects and centres it; its node glows under the pointer. */
export function EntityChip({
  entity,
  onChoose = () => void showEntity(entity.id),
}: {
  readonly entity: Pick<Entity, 'id' | 'name' | 'type'>;
  readonly onChoose?: () => void;
}) {
  const words = useCatalogue((state) => typeWords(state, entity.type));
  const glow = () => hover({ kind: 'entity', id: entity.id, from: 'panel' });
  const fade = () => hover(null);
  return (
    <UnstyledButton
      className={classes.chip}
      title={`${entity.name} (${words})`}
      onClick={onChoose}
      onMouseEnter={glow}
      onMouseLeave={fade}
      onFocus={glow}
      onBlur={fade}
    >
      <TypeIcon type={entity.type} size={14} />
      <span className={classes.name}>{entity.name}</span>
    </UnstyledButton>
  );
}
