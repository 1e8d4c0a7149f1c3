/**
 * The canvas: the only runtime import of Cytoscape in the page. Two Cytoscape instances share one viewport:
 * the base holds everything and takes the input; the focus layer holds only what stands out, at full
 * strength, while the base is dimmed as a whole. So hover costs what the few cost, not what the many do.
 */
import cytoscape from 'cytoscape';
import type { EntityId, RelationId } from '../../../graph/model.ts';
import { centreOn, fitTo, type Insets } from './camera.ts';
import type { Measure } from './captions.ts';
import { captionsThatFit } from './edge-captions.ts';
import type { Point, SceneEdge, SceneElements, SceneNode, Tier } from './elements.ts';
import type { Emphasis } from './emphasis.ts';
import { listen, type SceneEvents } from './input.ts';
import { createOverlay } from './overlay.ts';
import { grounds, type Theme } from './palette.ts';
import { stylesheet } from './stylesheet.ts';

export interface Viewport {
  readonly zoom: number;
  readonly pan: Point;
}

export interface SceneView {
  update(elements: SceneElements): void;
  setTheme(theme: Theme): void;
  /** null: nothing stands out, everything is drawn as it is. */
  emphasise(emphasis: Emphasis | null): void;
  fit(ids?: Iterable<EntityId>): void;
  centre(ids: Iterable<EntityId>): void;
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

export const nodeKey = (id: EntityId) => `n:${id}`;

export function mountScene(host: HTMLElement, options: SceneOptions): SceneView {
  const layers = createLayers(host);
  const base = createBase(layers.base, options);
  const focus = createFocus(layers.focus, options);
  const overlay = createOverlay(layers.overlay, options.measure);
  const drawn = { nodes: new Map<string, SceneNode>(), edges: new Map<string, SceneEdge>() };
  let emphasis: Emphasis | null = null;
  let theme = options.theme;

  const draw = () => overlay.draw(base, drawn.nodes, emphasis?.entities ?? null, theme);
  base.on('viewport', () => {
    focus.viewport({ zoom: base.zoom(), pan: { ...base.pan() } });
    options.events.viewport();
  });
  base.on('render', draw);
  base.on('position', 'node', ({ target }) => {
    focus.getElementById(target.id()).position({ ...target.position() });
  });
  const stopListening = listen(base, host, options.events, drawn);

  function emphasise(next: Emphasis | null): void {
    emphasis = next;
    layers.base.classList.toggle('dimmed', next !== null);
    focus.batch(() => {
      focus.elements().remove();
      if (next) focus.add(focusElements(base, next, drawn));
    });
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
      focus.style(stylesheet(next, 'full', ratioOf('full')));
      draw();
    },
    emphasise,
    fit: (ids) => fitTo(base, ids && [...ids].map(nodeKey), options.insets()),
    centre: (ids) => centreOn(base, [...ids].map(nodeKey), options.insets()),
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
      base.resize();
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

function createFocus(container: HTMLElement, { theme }: SceneOptions): cytoscape.Core {
  return cytoscape({
    container,
    style: stylesheet(theme, 'full', ratioOf('full')),
    minZoom: 0.03,
    maxZoom: 4,
    autoungrabify: true,
    autounselectify: true,
    userPanningEnabled: false,
    userZoomingEnabled: false,
    boxSelectionEnabled: false,
  });
}

type Drawn = { nodes: Map<string, SceneNode>; edges: Map<string, SceneEdge> };

/** Makes Cytoscape hold exactly these elements, touching only what differs. */
function synchronise(cy: cytoscape.Core, { nodes, edges }: SceneElements, drawn: Drawn): void {
  const placed = nodes.filter(({ position }) => position !== null);
  const nextNodes = new Map(placed.map((node) => [nodeKey(node.id), node]));
  const nextEdges = new Map(
    edges
      .filter(({ source, target }) => nextNodes.has(nodeKey(source)) && nextNodes.has(nodeKey(target)))
      .map((edge) => [edge.key, edge]),
  );
  cy.batch(() => {
    for (const key of drawn.edges.keys()) if (!nextEdges.has(key)) cy.getElementById(key).remove();
    for (const key of drawn.nodes.keys()) if (!nextNodes.has(key)) cy.getElementById(key).remove();
    const added: cytoscape.ElementDefinition[] = [];
    for (const [key, node] of nextNodes) {
      if (!drawn.nodes.has(key)) added.push(nodeDefinition(key, node));
      else updateNode(cy.getElementById(key), node);
    }
    for (const [key, edge] of nextEdges) {
      if (drawn.edges.has(key)) cy.getElementById(key).data(edgeData(key, edge));
      else added.push({ group: 'edges', data: edgeData(key, edge) });
    }
    cy.add(added);
  });
  drawn.nodes = nextNodes;
  drawn.edges = nextEdges;
}

function nodeDefinition(key: string, node: SceneNode): cytoscape.ElementDefinition {
  return { group: 'nodes', data: nodeData(key, node), position: { ...(node.position ?? { x: 0, y: 0 }) } };
}

function updateNode(element: cytoscape.CollectionReturnValue, node: SceneNode): void {
  element.data(nodeData(element.id(), node));
  const { x, y } = element.position();
  if (node.position && (node.position.x !== x || node.position.y !== y))
    element.position({ ...node.position });
}

function nodeData(id: string, { label, colour, shape, size, font, hub, pinned, provisional }: SceneNode) {
  return { id, label, colour, shape, size, fontSize: font.size, hub, pinned, provisional };
}

function edgeData(id: string, edge: SceneEdge) {
  const { caption, arrow, bundle, negative, background, weak, quiet, width, source, target } = edge;
  return {
    ...{ id, caption, arrow, bundle, negative, background, weak, quiet, width },
    source: nodeKey(source),
    target: nodeKey(target),
  };
}

/** Captions of relations, where they lie over nothing. */
function showCaptions(cy: cytoscape.Core, elements: SceneElements): void {
  const fitting = captionsThatFit(elements);
  cy.batch(() => {
    for (const { key } of elements.edges) cy.getElementById(key).toggleClass('captioned', fitting.has(key));
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
    const captioned = fitting.has(key) || strong;
    const classes = ['focus', ...(strong ? ['strong'] : []), ...(captioned ? ['captioned'] : [])];
    definitions.push({ group: 'edges', data: { ...base.getElementById(key).data() }, classes });
  }
  return definitions;
}

/** The canvas's own background, for pictures of it. */
export function backgroundOf(theme: Theme): string {
  return grounds[theme].background;
}
