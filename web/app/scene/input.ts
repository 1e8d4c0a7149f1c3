/** Gestures on the canvas, told in the product's terms: entities and relations, never renderer elements. */
import type cytoscape from 'cytoscape';
import type { EntityId, RelationId } from '../../../graph/model.ts';
import type { Point, SceneEdge, SceneNode } from './elements.ts';

export type Target =
  | { readonly kind: 'entity'; readonly id: EntityId }
  /** One relation, or the several of a bundle. */
  | { readonly kind: 'relations'; readonly ids: readonly RelationId[] };

export interface Modifiers {
  /** Ctrl, ⌘ or Shift: add to what is selected. */
  readonly add: boolean;
}

/** Points are px from the canvas's top left. `null` targets are the background. */
export interface SceneEvents {
  tap(target: Target | null, modifiers: Modifiers): void;
  doubleTap(target: Target | null): void;
  context(target: Target | null, at: Point): void;
  hover(target: Target | null, at: Point): void;
  box(ids: readonly EntityId[]): void;
  /** Entities were dragged to these places. */
  moved(positions: ReadonlyMap<EntityId, Point>): void;
  viewport(): void;
  /** The user moved or zoomed the view. */
  navigated(): void;
  /** Entities that move along when `id` is dragged. */
  dragged(id: EntityId): ReadonlySet<EntityId>;
}

interface Drawn {
  readonly nodes: ReadonlyMap<string, SceneNode>;
  readonly edges: ReadonlyMap<string, SceneEdge>;
}

/** Listens until the returned function is called. */
export function listen(cy: cytoscape.Core, host: HTMLElement, events: SceneEvents, drawn: Drawn): () => void {
  const targetOf = ({ target }: cytoscape.EventObject): Target | null => {
    if (target === cy) return null;
    const node = drawn.nodes.get(target.id());
    if (node) return { kind: 'entity', id: node.id };
    const edge = drawn.edges.get(target.id());
    return edge ? { kind: 'relations', ids: edge.relations } : null;
  };
  const at = (event: cytoscape.EventObject): Point => ({ ...event.renderedPosition });
  cy.on('tap', (event) => {
    const { ctrlKey, metaKey, shiftKey } = event.originalEvent as MouseEvent;
    events.tap(targetOf(event), { add: ctrlKey || metaKey || shiftKey });
  });
  cy.on('dbltap', (event) => events.doubleTap(targetOf(event)));
  cy.on('cxttap', (event) => events.context(targetOf(event), at(event)));
  cy.on('mouseover', 'node, edge', (event) => events.hover(targetOf(event), at(event)));
  cy.on('mouseout', 'node, edge', (event) => events.hover(null, at(event)));
  cy.on('dragpan scrollzoom pinchzoom', () => events.navigated());
  listenToBox(cy, events, drawn);
  listenToDrag(cy, events, drawn);
  const noMenu = (event: Event) => event.preventDefault();
  const leave = () => events.hover(null, { x: 0, y: 0 });
  host.addEventListener('contextmenu', noMenu);
  host.addEventListener('pointerleave', leave);
  return () => {
    host.removeEventListener('contextmenu', noMenu);
    host.removeEventListener('pointerleave', leave);
  };
}

function listenToBox(cy: cytoscape.Core, events: SceneEvents, drawn: Drawn): void {
  let boxed: EntityId[] = [];
  cy.on('boxstart', () => {
    boxed = [];
  });
  cy.on('box', 'node', ({ target }) => {
    const node = drawn.nodes.get(target.id());
    if (node) boxed.push(node.id);
    queueMicrotask(() => {
      if (boxed.length > 0) events.box(boxed);
      boxed = [];
    });
  });
}

/** Drags take the other selected entities along, and end in one report of where everything came to lie. */
function listenToDrag(cy: cytoscape.Core, events: SceneEvents, drawn: Drawn): void {
  let companions: { node: cytoscape.CollectionReturnValue; dx: number; dy: number }[] = [];
  cy.on('grab', 'node', ({ target }) => {
    const own = drawn.nodes.get(target.id());
    const { x, y } = target.position();
    companions = [...(own ? events.dragged(own.id) : [])]
      .map((id) => cy.getElementById(`n:${id}`))
      .filter((node) => node.nonempty() && node.id() !== target.id())
      .map((node) => ({ node, dx: node.position().x - x, dy: node.position().y - y }));
  });
  cy.on('drag', 'node', ({ target }) => {
    const { x, y } = target.position();
    cy.batch(() => {
      for (const { node, dx, dy } of companions) node.position({ x: x + dx, y: y + dy });
    });
  });
  cy.on('dragfree', 'node', ({ target }) => {
    const moved = new Map<EntityId, Point>();
    for (const node of [target, ...companions.map((each) => each.node)]) {
      const id = drawn.nodes.get(node.id())?.id;
      if (id) moved.set(id, { ...node.position() });
    }
    companions = [];
    events.moved(moved);
  });
}
