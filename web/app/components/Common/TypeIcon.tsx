import { useCatalogue } from '../../hooks.ts';
import { lookOf } from '../../scene/look.ts';
import { swatch } from '../../scene/palette.ts';
import { entityTypeIn } from '../../state/catalogue.ts';
import { TypeMark } from '../Legend/marks.tsx';
import { typeIcon } from './typeIcons.ts';

/** The line colour of a type's swatch, for either theme. */
export function typeColour(colour: string | undefined): string {
  return `light-dark(${swatch('light', colour ?? '').border}, ${swatch('dark', colour ?? '').border})`;
}

/**
 * The icon of an entity type in its colour; of a label that the ontology does not know, its sign on the canvas.
 * Decoration: the type stands beside it in words.
 */
export function TypeIcon({ type, size = 16 }: { readonly type: string; readonly size?: number }) {
  const info = useCatalogue((state) => entityTypeIn(state.schema, type));
  const Icon = typeIcon(info?.icon);
  if (Icon === undefined) return <TypeMark {...lookOf(null).type(type)} size={size} />;
  return <Icon size={size} style={{ flex: 'none', color: typeColour(info?.colour) }} aria-hidden />;
}
