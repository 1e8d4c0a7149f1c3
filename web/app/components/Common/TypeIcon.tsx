import { lookOfLabel } from '../../../../graph/labels.ts';
import { useCatalogue } from '../../hooks.ts';
import { swatch } from '../../scene/palette.ts';
import { typeIcon } from './typeIcons.ts';

/** The line colour of a type's swatch, for either theme. */
export function typeColour(colour: string | undefined): string {
  return `light-dark(${swatch('light', colour ?? '').border}, ${swatch('dark', colour ?? '').border})`;
}

/** The icon of an entity type in its colour. Decoration: the type stands beside it in words. */
export function TypeIcon({ type, size = 16 }: { readonly type: string; readonly size?: number }) {
  const info = useCatalogue((state) => state.schema?.entityTypes.find((each) => each.type === type));
  const Icon = typeIcon(info?.icon);
  return (
    <Icon
      size={size}
      style={{ flex: 'none', color: typeColour(info?.colour ?? lookOfLabel(type).colour) }}
      aria-hidden
    />
  );
}
