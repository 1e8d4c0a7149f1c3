/**
 * fCoSE (Balci and Dogrusoz 2022): spectral start, then a force-directed compound layout; the best-looking of
 * the layouts measured up to about 300 nodes. Runs in a headless Cytoscape, so that it fits in a worker.
 */
import cytoscape from 'cytoscape';
import fcose from 'cytoscape-fcose';
import type { LayoutGraph, Positions } from './graph.ts';
import { adjacency } from './graph.ts';

cytoscape.use(fcose);

/** Positions for every node; fixed nodes are kept at theirs. */
export function fcoseLayout(graph: LayoutGraph): Positions {
  const neighbours = adjacency(graph);
  const degree = (id: string) => neighbours.get(id)?.size ?? 0;
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    style: [
      { selector: 'node', style: { width: 'data(width)', height: 'data(height)', shape: 'rectangle' } },
    ],
    elements: elements(graph),
  });
  const options = {
    name: 'fcose',
    quality: 'proof',
    randomize: true,
    animate: false,
    fit: false,
    numIter: 3000,
    nodeSeparation: 110,
    uniformNodeDimensions: false,
    packComponents: false,
    tile: true,
    nodeRepulsion: (node: cytoscape.NodeSingular) => 6500 * (1 + Math.min(3, degree(node.id()) / 12)),
    idealEdgeLength: (edge: cytoscape.EdgeSingular) =>
      70 + 14 * Math.sqrt(Math.min(degree(edge.source().id()), degree(edge.target().id()))),
    edgeElasticity: (edge: cytoscape.EdgeSingular) =>
      0.45 / Math.sqrt(Math.max(1, Math.max(degree(edge.source().id()), degree(edge.target().id())) / 6)),
    gravity: 0.3,
    fixedNodeConstraint: graph.nodes
      .filter(({ fixed }) => fixed !== null)
      .map(({ id, fixed }) => ({ nodeId: id, position: { ...fixed } })),
  };
  cy.layout(options as cytoscape.LayoutOptions).run();
  const positions: Positions = new Map(cy.nodes().map((node) => [node.id(), { ...node.position() }]));
  cy.destroy();
  return positions;
}

function elements({ nodes, edges }: LayoutGraph): cytoscape.ElementDefinition[] {
  return [
    ...nodes.map(({ id, box }) => ({
      data: { id, width: box.right - box.left, height: box.bottom - box.top },
    })),
    ...edges.map(({ source, target }, index) => ({ data: { id: `edge ${index}`, source, target } })),
  ];
}
