/** Keeps what the renderer holds equal to the scene's elements, touching only what differs. */
import type cytoscape from 'cytoscape';
import type { EntityId } from '../../../graph/model.ts';
import { type CaptionPlace, captionsThatFit } from './edge-captions.ts';
import type { SceneEdge, SceneElements, SceneNode } from './elements.ts';

/** What the renderer holds, by its keys. */
export interface Drawn {
  nodes: Map<string, SceneNode>;
  edges: Map<string, SceneEdge>;
}

export const nodeKey = (id: EntityId) => `n:${id}`;

/** Makes Cytoscape hold exactly these elements, touching only what differs. */
export function synchronise(cy: cytoscape.Core, { nodes, edges }: SceneElements, drawn: Drawn): void {
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
      const before = drawn.nodes.get(key);
      if (!before) added.push(nodeDefinition(key, node));
      else updateNode(cy.getElementById(key), nodeData(key, before), node);
    }
    for (const [key, edge] of nextEdges) {
      const before = drawn.edges.get(key);
      const data = edgeData(key, edge);
      if (!before) added.push({ group: 'edges', data });
      else if (differ(edgeData(key, before), data)) cy.getElementById(key).data(data);
    }
    cy.add(added);
  });
  drawn.nodes = nextNodes;
  drawn.edges = nextEdges;
}

function nodeDefinition(key: string, node: SceneNode): cytoscape.ElementDefinition {
  return { group: 'nodes', data: nodeData(key, node), position: { ...(node.position ?? { x: 0, y: 0 }) } };
}

/** Cytoscape styles an element anew whenever its data is written, whether or not it is other data. */
function updateNode(element: cytoscape.CollectionReturnValue, before: Data, node: SceneNode): void {
  const data = nodeData(element.id(), node);
  if (differ(before, data)) element.data(data);
  const { x, y } = element.position();
  if (node.position && (node.position.x !== x || node.position.y !== y))
    element.position({ ...node.position });
}

type Data = Readonly<Record<string, string | number | boolean>>;

/** Of the same fields, which both kinds of data have. */
function differ(one: Data, other: Data): boolean {
  return Object.entries(one).some(([field, value]) => other[field] !== value);
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
export function showCaptions(cy: cytoscape.Core, elements: SceneElements): void {
  const fitting = captionsThatFit(elements);
  cy.batch(() => {
    for (const { key } of elements.edges) {
      const edge = cy.getElementById(key);
      const { classes, data } = captionOf(fitting.get(key));
      for (const name of CAPTIONED) edge.toggleClass(name, classes.includes(name));
      if (differ(data, edge.data())) edge.data(data);
    }
  });
}

/** In the middle of the line, or at the place that stands in the data, there perhaps not turned with the line. */
const CAPTIONED = ['captioned', 'captioned-aside', 'captioned-flat'];

/** How the renderer is told of a caption; undefined: it is not shown. */
export function captionOf(place: CaptionPlace | undefined): { classes: string[]; data: Data } {
  if (!place) return { classes: [], data: {} };
  if (place.distance === null) return { classes: ['captioned'], data: {} };
  const { distance, aside, flat } = place;
  return {
    classes: flat ? ['captioned-aside', 'captioned-flat'] : ['captioned-aside'],
    data: { captionAt: distance, captionX: aside.x, captionY: aside.y },
  };
}
