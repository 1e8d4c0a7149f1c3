/** The canvas's looks as a Cytoscape stylesheet, for a theme and a size of scene. */
import type cytoscape from 'cytoscape';
import { CAPTION_GAP, FONT_FAMILY, LINE_HEIGHT } from './captions.ts';
import type { Tier } from './elements.ts';
import { grounds, palette, type Theme } from './palette.ts';

type Block = cytoscape.StylesheetJsonBlock;

/**
 * Cytoscape compares font sizes with this at texture levels, the next power of two above zoom × pixel ratio:
 * just above half the font's size, it hides captions at zoom 0.5 and below, where the overlay's names take over.
 */
const hiddenFromHalf = (size: number, ratio: number) => (size / 2 + 0.5) * ratio;

/**
 * @param tier how many frills the scene's size allows
 * @param ratio pixels of the canvas per CSS pixel
 */
export function stylesheet(theme: Theme, tier: Tier, ratio: number): Block[] {
  return [...nodes(theme, ratio), ...edges(theme, tier, ratio), ...states(theme)];
}

function nodes(theme: Theme, ratio: number): Block[] {
  const ground = grounds[theme];
  return [
    {
      selector: 'node',
      style: {
        width: 'data(size)',
        height: 'data(size)',
        shape: 'data(shape)' as cytoscape.Css.NodeShape,
        'border-width': 2,
        label: 'data(label)',
        'font-family': FONT_FAMILY,
        'font-size': 'data(fontSize)',
        'min-zoomed-font-size': hiddenFromHalf(12, ratio),
        color: ground.text,
        'text-wrap': 'wrap',
        'text-max-width': '400px',
        'line-height': LINE_HEIGHT,
        'text-valign': 'bottom',
        'text-margin-y': CAPTION_GAP,
        'text-outline-color': ground.background,
        'text-outline-width': 2.5,
        'text-outline-opacity': 1,
        'overlay-opacity': 0,
      },
    },
    ...Object.entries(palette[theme]).map(([colour, { fill, border }]) => ({
      selector: `node[colour="${colour}"]`,
      style: { 'background-color': fill, 'border-color': border },
    })),
    {
      selector: 'node[?hub]',
      style: {
        'font-weight': 'bold',
        'border-width': 3,
        'z-index': 2,
        'min-zoomed-font-size': hiddenFromHalf(16, ratio),
      },
    },
    { selector: 'node[shape="cut-rectangle"]', style: { 'corner-radius': '4px' } },
    { selector: 'node[?provisional]', style: { 'background-opacity': 0.72 } },
    { selector: 'node[?pinned]', style: { 'border-width': 4, 'border-style': 'double' } },
  ];
}

function edges(theme: Theme, tier: Tier, ratio: number): Block[] {
  const ground = grounds[theme];
  const curve = tier === 'full' ? 'bezier' : tier === 'straight' ? 'straight' : 'haystack';
  return [
    {
      selector: 'edge',
      style: {
        width: 'data(width)',
        'curve-style': curve,
        'control-point-step-size': 34,
        'line-color': ground.edge,
        'line-opacity': 0.85,
        'target-arrow-color': ground.edge,
        'source-arrow-color': ground.edge,
        'target-arrow-shape': 'none',
        'arrow-scale': 0.9,
        'font-family': FONT_FAMILY,
        'font-size': 10,
        'min-zoomed-font-size': hiddenFromHalf(10, ratio),
        color: ground.caption,
        'text-outline-color': ground.background,
        'text-outline-width': 2.5,
        'text-rotation': 'autorotate',
        'source-text-rotation': 'autorotate',
        'overlay-opacity': 0,
      },
    },
    { selector: 'edge[arrow="forward"]', style: { 'target-arrow-shape': 'triangle' } },
    { selector: 'edge[?quiet]', style: { 'line-opacity': 0.42 } },
    { selector: 'edge[?weak]', style: { 'line-style': 'dashed', 'line-dash-pattern': [7, 4] } },
    { selector: 'edge[?background]', style: { 'line-style': 'dotted' } },
    {
      selector: 'edge[?negative]',
      style: {
        'line-color': ground.negative,
        'target-arrow-color': ground.negative,
        'target-arrow-shape': 'tee',
        'arrow-scale': 1.3,
        'line-opacity': 0.95,
        color: ground.negative,
      },
    },
    // Large scenes are not searched for room; there only the numbers of bundles are shown.
    { selector: tier === 'full' ? 'edge.captioned' : 'edge[?bundle]', style: { label: 'data(caption)' } },
    {
      selector: 'edge.captioned-aside',
      style: {
        'source-label': 'data(caption)',
        'source-text-offset': 'data(captionAt)' as unknown as number,
        'source-text-margin-x': 'data(captionX)' as unknown as number,
        'source-text-margin-y': 'data(captionY)' as unknown as number,
      },
    },
    { selector: 'edge.captioned-flat', style: { 'source-text-rotation': 'none' } },
    { selector: 'edge[?bundle]', style: { 'font-weight': 'bold', 'text-rotation': 'none' } },
  ];
}

/** Selected, hovered, and in focus: classes the focus layer sets on the few. */
function states(theme: Theme): Block[] {
  const { accent, text, background } = grounds[theme];
  return [
    // Compared by hand: else nodes would lie over the captions of the edges that stand out.
    { selector: 'edge.focus', style: { 'line-opacity': 1, 'z-index': 5, 'z-index-compare': 'manual' } },
    { selector: 'node.focus', style: { 'z-index': 6, 'z-index-compare': 'manual' } },
    {
      selector: 'node.strong',
      style: { 'outline-width': 4, 'outline-color': accent, 'outline-offset': 2, 'outline-opacity': 1 },
    },
    {
      selector: 'edge.strong',
      style: {
        width: 3.5,
        'line-opacity': 1,
        'line-color': accent,
        'target-arrow-color': accent,
        color: text,
        'font-weight': 'bold',
        'text-background-color': background,
        'text-background-opacity': 0.85,
        'text-background-padding': '2px',
        'z-index': 8,
      },
    },
    {
      selector: 'edge.strong[?negative]',
      style: {
        'line-color': grounds[theme].negative,
        'target-arrow-color': grounds[theme].negative,
        color: grounds[theme].negative,
      },
    },
  ];
}
