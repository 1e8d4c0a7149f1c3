/**
 * The canvas. Two Cytoscape instances share one viewport:
 * the base holds everything and takes the input; the focus layer holds only what stands out, at full
 * strength, while the base is dimmed as a whole. So hover costs what the few cost, not what the many do.
 */
import cytoscape from 'cytoscape';
import type { EntityId, RelationId } from '../../../graph/model.ts';
import { centreOn, fitTo, type Insets, moveTo } from './camera.ts';
import { type Box, type Measure, moved } from './captions.ts';
import type { Point, SceneElements, Tier } from './elements.ts';
import type { Emphasis } from './emphasis.ts';
import { markFirstPicture } from './first-picture.ts';
import { createFocusLayer } from './focus.ts';
import { listen, type SceneEvents } from './input.ts';
import { createOverlay } from './overlay.ts';
import { grounds, type Theme } from './palette.ts';
import { stylesheet } from './stylesheet.ts';
import { type Drawn, nodeKey, showCaptions, synchronise } from './synchronise.ts';

export interface Viewport {
  readonly zoom: number;
  readonly pan: Point;
}

export interface SceneView {
  update(elements: SceneElements): void;
  setTheme(theme: Theme): void;
  /** null: nothing stands out, everything is drawn as it is. */
  emphasise(emphasis: Emphasis | null): void;
  /** What stands out now. */
  emphasis(): Emphasis | null;
  fit(ids?: Iterable<EntityId>): void;
  centre(ids: Iterable<EntityId>): void;
  /** Puts a point of the model in the middle. */
  moveTo(point: Point): void;
  zoomBy(factor: number): void;
  /** Where things are on the screen, in px from the canvas's top left, for tooltips and tests. */
  rendered(id: EntityId): Point | null;
  renderedEdge(id: RelationId): Point | null;
  zoom(): number;
  /** For another view of the same scene to take over. */
  viewport(): Viewport;
  setViewport(viewport: Viewport): void;
  resize(): void;
  destroy(): void;
}

export interface SceneOptions {
  readonly theme: Theme;
  readonly tier: Tier;
  readonly measure: Measure;
  /** Parts of the canvas that other things cover, to be kept free when fitting. */
  readonly insets: () => Insets;
  readonly events: SceneEvents;
}

export function mountScene(host: HTMLElement, options: SceneOptions): SceneView {
  const layers = createLayers(host);
  const base = createBase(layers.base, options);
  const overlay = createOverlay(layers.overlay, options.measure);
  const drawn: Drawn = { nodes: new Map(), edges: new Map() };
  const focus = createFocusLayer(layers.focus, base, drawn, options.theme);
  let emphasis: Emphasis | null = null;
  let theme = options.theme;
  let size = sizeOf(host);

  const draw = () => overlay.draw(base, drawn.nodes, emphasis?.entities ?? null, theme);
  base.on('viewport', () => {
    focus.follow();
    options.events.viewport();
  });
  base.on('render', () => {
    draw();
    if (drawn.nodes.size > 0) markFirstPicture();
  });
  base.on('position', 'node', ({ target }) => {
    focus.move(target.id(), target.position());
  });
  const stopListening = listen(base, host, options.events, drawn);

  function emphasise(next: Emphasis | null): void {
    emphasis = next;
    layers.base.classList.toggle('dimmed', next !== null);
    focus.show(next);
    draw();
  }

  return {
    update(elements) {
      synchronise(base, elements, drawn);
      if (options.tier === 'full') showCaptions(base, elements);
      emphasise(emphasis);
    },
    setTheme(next) {
      theme = next;
      base.style(stylesheet(next, options.tier, ratioOf(options.tier)));
      focus.setTheme(next);
      draw();
    },
    emphasise,
    emphasis: () => emphasis,
    fit: (ids) => fitTo(base, boxesOf(drawn, ids), options.insets()),
    centre: (ids) => centreOn(base, boxesOf(drawn, ids), options.insets()),
    moveTo: (point) => moveTo(base, point, options.insets()),
    zoomBy: (factor) =>
      base.zoom({
        level: base.zoom() * factor,
        renderedPosition: { x: base.width() / 2, y: base.height() / 2 },
      }),
    rendered: (id) => positionOf(base.getElementById(nodeKey(id))),
    renderedEdge: (id) => {
      const edge = [...drawn.edges.values()].find(({ relations }) => relations.includes(id));
      const found = edge && base.getElementById(edge.key);
      return found?.nonempty() ? { ...found.renderedMidpoint() } : null;
    },
    zoom: () => base.zoom(),
    viewport: () => ({ zoom: base.zoom(), pan: { ...base.pan() } }),
    setViewport: ({ zoom, pan }) => base.viewport({ zoom, pan: { ...pan } }),
    resize: () => {
      const before = size;
      size = sizeOf(host);
      base.resize();
      // What was in the middle stays there.
      base.panBy({ x: (size.width - before.width) / 2, y: (size.height - before.height) / 2 });
      focus.resize();
      overlay.resize();
      draw();
    },
    destroy: () => {
      stopListening();
      base.destroy();
      focus.destroy();
      host.replaceChildren();
    },
  };
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement) {
  return { width: clientWidth, height: clientHeight };
}

/** What these nodes, or all, take with their captions. */
function boxesOf({ nodes }: Drawn, ids?: Iterable<EntityId>): Box[] {
  const wanted = ids ? [...ids].map((id) => nodes.get(nodeKey(id))) : [...nodes.values()];
  return wanted.flatMap((node) => (node?.position ? [moved(node.box, node.position)] : []));
}

/** Large scenes are drawn with one canvas pixel for a CSS pixel. */
function ratioOf(tier: Tier): number {
  return tier === 'full' ? window.devicePixelRatio || 1 : 1;
}

function positionOf(node: cytoscape.CollectionReturnValue): Point | null {
  return node.nonempty() ? { ...node.renderedPosition() } : null;
}

function createLayers(host: HTMLElement) {
  const layer = (tag: 'div' | 'canvas', name: string) => {
    const element = document.createElement(tag);
    element.className = `scene-layer scene-${name}`;
    host.append(element);
    return element;
  };
  return {
    base: layer('div', 'base'),
    focus: layer('div', 'focus'),
    overlay: layer('canvas', 'overlay') as HTMLCanvasElement,
  };
}

function createBase(container: HTMLElement, { theme, tier }: SceneOptions): cytoscape.Core {
  return cytoscape({
    container,
    style: stylesheet(theme, tier, ratioOf(tier)),
    minZoom: 0.03,
    maxZoom: 4,
    autounselectify: true,
    boxSelectionEnabled: true,
    selectionType: 'additive',
    multiClickDebounceTime: 320,
    ...(tier === 'full' ? {} : { hideEdgesOnViewport: tier === 'haystack', pixelRatio: 1 }),
    ...(tier === 'haystack' ? { textureOnViewport: true } : {}),
  });
}

/** The canvas's own background, for pictures of it. */
export function backgroundOf(theme: Theme): string {
  return grounds[theme].background;
}
