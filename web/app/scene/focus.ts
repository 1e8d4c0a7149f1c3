/**
 * The layer of what stands out: copies of the few, at full strength, over the dimmed many. Starting its renderer
 * takes as long as drawing a scene: it waits for the first picture, or for something to stand out.
 */
import cytoscape from 'cytoscape';
import type { EntityId } from '../../../graph/model.ts';
import { captionsThatFit, IN_THE_MIDDLE } from './edge-captions.ts';
import type { Emphasis } from './emphasis.ts';
import type { Theme } from './palette.ts';
import { stylesheet } from './stylesheet.ts';
import { captionOf, type Drawn, nodeKey } from './synchronise.ts';

/** When the renderer starts, in ms, if nothing stood out before: the first picture comes first. */
const START_AFTER = 2500;

export interface FocusLayer {
  /** Shows what stands out; null: nothing does. */
  show(emphasis: Emphasis | null): void;
  /** Takes over the base's zoom and pan. */
  follow(): void;
  move(key: string, position: { x: number; y: number }): void;
  setTheme(theme: Theme): void;
  resize(): void;
  destroy(): void;
}

export function createFocusLayer(
  container: HTMLElement,
  base: cytoscape.Core,
  drawn: Drawn,
  initial: Theme,
): FocusLayer {
  let theme = initial;
  let cy: cytoscape.Core | null = null;
  const follow = () => cy?.viewport({ zoom: base.zoom(), pan: { ...base.pan() } });
  const start = () => {
    if (cy) return cy;
    clearTimeout(waiting);
    cy = createFocus(container, theme);
    follow();
    return cy;
  };
  const waiting = setTimeout(start, START_AFTER);
  return {
    show(emphasis) {
      if (cy === null && emphasis === null) return;
      const layer = start();
      layer.batch(() => {
        layer.elements().remove();
        if (emphasis) layer.add(focusElements(base, emphasis, drawn));
      });
    },
    follow: () => void follow(),
    move: (key, position) => void cy?.getElementById(key).position({ ...position }),
    setTheme(next) {
      theme = next;
      cy?.style(stylesheet(next, 'full', window.devicePixelRatio || 1));
    },
    resize: () => void cy?.resize(),
    destroy() {
      clearTimeout(waiting);
      cy?.destroy();
    },
  };
}

function createFocus(container: HTMLElement, theme: Theme): cytoscape.Core {
  return cytoscape({
    container,
    style: stylesheet(theme, 'full', window.devicePixelRatio || 1),
    minZoom: 0.03,
    maxZoom: 4,
    autoungrabify: true,
    autounselectify: true,
    userPanningEnabled: false,
    userZoomingEnabled: false,
    boxSelectionEnabled: false,
  });
}

/** Copies of what stands out, as the base has it. */
function focusElements(
  base: cytoscape.Core,
  emphasis: Emphasis,
  drawn: Drawn,
): cytoscape.ElementDefinition[] {
  const shown = [...drawn.edges.values()].filter(({ relations }) =>
    relations.some((id) => emphasis.relations.has(id)),
  );
  const definitions: cytoscape.ElementDefinition[] = [];
  const ends = new Set([...emphasis.entities].map(nodeKey));
  for (const { source, target } of shown) ends.add(nodeKey(source)).add(nodeKey(target));
  const fitting = captionsThatFit(
    { nodes: [...ends].flatMap((key) => drawn.nodes.get(key) ?? []), edges: shown },
    true,
  );
  for (const key of ends) {
    const node = base.getElementById(key);
    if (node.empty()) continue;
    const strong = emphasis.strongEntities.has(key.slice(2) as EntityId);
    definitions.push({
      group: 'nodes',
      data: { ...node.data() },
      position: { ...node.position() },
      classes: strong ? ['focus', 'strong'] : ['focus'],
    });
  }
  for (const { key, relations } of shown) {
    const strong = relations.some((id) => emphasis.strongRelations.has(id));
    const caption = captionOf(fitting.get(key) ?? (strong ? IN_THE_MIDDLE : undefined));
    const classes = ['focus', ...(strong ? ['strong'] : []), ...caption.classes];
    const data = { ...base.getElementById(key).data(), ...caption.data };
    definitions.push({ group: 'edges', data, classes });
  }
  return definitions;
}
