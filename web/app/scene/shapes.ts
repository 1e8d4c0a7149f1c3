/** The shapes of nodes as SVG path data in a box of 20 by 20, for legends and pictures. */

/** Corners of a regular polygon or star. */
function corners(count: number, turn = -90, inner?: number): string {
  const points = inner === undefined ? count : count * 2;
  const all = Array.from({ length: points }, (_, index) => {
    const radius = inner !== undefined && index % 2 === 1 ? inner : 9;
    const angle = ((360 / points) * index + turn) * (Math.PI / 180);
    return `${(10 + radius * Math.cos(angle)).toFixed(1)} ${(10 + radius * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${all.join('L')}Z`;
}

const TRIANGLE = 'M10 2L19 18L1 18Z';
const DIAMOND = 'M10 1L19 10L10 19L1 10Z';
const TAG = 'M1 2L13 2L19 10L13 18L1 18Z';
const ROUNDED = 'M6 2H14A4 4 0 0 1 18 6V14A4 4 0 0 1 14 18H6A4 4 0 0 1 2 14V6A4 4 0 0 1 6 2Z';

const PATHS: Readonly<Record<string, string>> = {
  ellipse: 'M10 1.5A8.5 8.5 0 1 1 10 18.5A8.5 8.5 0 1 1 10 1.5Z',
  rectangle: 'M2 2H18V18H2Z',
  triangle: TRIANGLE,
  'round-triangle': TRIANGLE,
  diamond: DIAMOND,
  'round-diamond': DIAMOND,
  pentagon: corners(5),
  'round-pentagon': corners(5),
  hexagon: corners(6, 0),
  'round-hexagon': corners(6, 0),
  octagon: corners(8, 22.5),
  'round-octagon': corners(8, 22.5),
  star: corners(5, -90, 4),
  tag: TAG,
  'round-tag': TAG,
  'cut-rectangle': 'M5 2L15 2L18 5L18 15L15 18L5 18L2 15L2 5Z',
  barrel: 'M4 2Q10 4 16 2Q19 10 16 18Q10 16 4 18Q1 10 4 2Z',
  'bottom-round-rectangle': 'M2 2H18V13Q18 18 13 18H7Q2 18 2 13Z',
};

/** The path of a shape; a rounded square for one that is not known. */
export const shapePath = (shape: string): string => PATHS[shape] ?? ROUNDED;
