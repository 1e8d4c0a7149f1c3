/** The signs of the legend, drawn as the canvas draws them. */
import { swatch } from '../../scene/palette.ts';

/** Corners of a regular polygon or star in a 20 by 20 box. */
function corners(count: number, turn = -90, inner?: number): string {
  const points = inner === undefined ? count : count * 2;
  return Array.from({ length: points }, (_, index) => {
    const radius = inner !== undefined && index % 2 === 1 ? inner : 9;
    const angle = ((360 / points) * index + turn) * (Math.PI / 180);
    return `${(10 + radius * Math.cos(angle)).toFixed(1)},${(10 + radius * Math.sin(angle)).toFixed(1)}`;
  }).join(' ');
}

const polygons: Record<string, string> = {
  triangle: '10,2 19,18 1,18',
  'round-triangle': '10,2 19,18 1,18',
  diamond: '10,1 19,10 10,19 1,10',
  'round-diamond': '10,1 19,10 10,19 1,10',
  pentagon: corners(5),
  'round-pentagon': corners(5),
  hexagon: corners(6, 0),
  'round-hexagon': corners(6, 0),
  octagon: corners(8, 22.5),
  'round-octagon': corners(8, 22.5),
  star: corners(5, -90, 4),
  tag: '1,2 13,2 19,10 13,18 1,18',
  'round-tag': '1,2 13,2 19,10 13,18 1,18',
  'cut-rectangle': '5,2 15,2 18,5 18,15 15,18 5,18 2,15 2,5',
};

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
  const polygon = polygons[shape];
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" style={style}>
      {polygon ? <polygon points={polygon} /> : <Rounded shape={shape} />}
    </svg>
  );
}

function Rounded({ shape }: { readonly shape: string }) {
  if (shape === 'ellipse') return <circle cx={10} cy={10} r={8.5} />;
  if (shape === 'barrel') return <path d="M4 2Q10 4 16 2Q19 10 16 18Q10 16 4 18Q1 10 4 2Z" />;
  if (shape === 'bottom-round-rectangle') return <path d="M2 2H18V13Q18 18 13 18H7Q2 18 2 13Z" />;
  return <rect x={2} y={2} width={16} height={16} rx={shape === 'rectangle' ? 0 : 4} />;
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
