/** The signs of the legend, drawn as the canvas draws them. */
import { swatch } from '../../scene/palette.ts';
import { shapePath } from '../../scene/shapes.ts';

/** The shape of a type in its colours; `light-dark()` follows the theme. */
export function TypeMark({
  colour,
  shape,
  size = 16,
}: {
  readonly colour: string;
  readonly shape: string;
  readonly size?: number;
}) {
  const [light, dark] = [swatch('light', colour), swatch('dark', colour)];
  const style = {
    fill: `light-dark(${light.fill}, ${dark.fill})`,
    stroke: `light-dark(${light.border}, ${dark.border})`,
    strokeWidth: 1.6,
    strokeLinejoin: 'round' as const,
    flex: 'none',
  };
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" style={style}>
      <path d={shapePath(shape)} />
    </svg>
  );
}

/** A line as relations are drawn. */
export function LineMark({ kind }: { readonly kind: 'plain' | 'dotted' | 'dashed' | 'negative' | 'bundle' }) {
  const colour = kind === 'negative' ? 'light-dark(#b3261e, #ff8a80)' : 'light-dark(#6d747e, #98a1ad)';
  const dashes = kind === 'dotted' ? '1.5 3' : kind === 'dashed' ? '6 3' : 'none';
  return (
    <svg width={28} height={12} viewBox="0 0 28 12" aria-hidden="true" style={{ color: colour }}>
      <line
        x1={1}
        y1={6}
        x2={22}
        y2={6}
        stroke="currentColor"
        strokeWidth={kind === 'bundle' ? 4 : 2}
        strokeDasharray={dashes}
      />
      {kind === 'negative' ? (
        <line x1={23} y1={1} x2={23} y2={11} stroke="currentColor" strokeWidth={2.5} />
      ) : (
        <polygon points="20,2 27,6 20,10" fill="currentColor" />
      )}
    </svg>
  );
}
