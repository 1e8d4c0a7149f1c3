import { useCatalogue } from '../../hooks.ts';
import classes from './TypeIcon.module.css';
import { typeIcon } from './typeIcons.ts';

/** The icon of an entity type in its colour. Decoration: the type stands beside it in words, or in `label`. */
export function TypeIcon({
  type,
  size = 16,
  label,
}: {
  readonly type: string;
  readonly size?: number;
  readonly label?: string;
}) {
  const info = useCatalogue((state) => state.schema?.entityTypes.find((each) => each.type === type));
  const Icon = typeIcon(info?.icon);
  return (
    <Icon
      size={size}
      className={classes.icon}
      data-colour={info?.colour}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    />
  );
}
