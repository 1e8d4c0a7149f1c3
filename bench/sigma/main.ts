/** The peer: sigma drawing the same entities, captions and relations at the positions our page gave them. */
import Graph from 'graphology';
import Sigma from 'sigma';
import { z } from 'zod';
import { Subgraph } from '../../graph/model.ts';
import { markFirstPicture } from '../../web/app/scene/first-picture.ts';

const Picture = Subgraph.extend({
  positions: z.record(z.string(), z.object({ x: z.number(), y: z.number() })),
});

const picture = Picture.parse(await (await fetch('./graph.json')).json());
const graph = new Graph({ multi: true, type: 'directed' });
for (const { id, name } of picture.entities) {
  const { x, y } = picture.positions[id] ?? { x: 0, y: 0 };
  graph.addNode(id, { label: name, x, y: -y, size: 6, color: '#0072b2' });
}
for (const { id, subject, object, type } of picture.relations) {
  graph.addEdgeWithKey(id, subject, object, { label: type, size: 1, color: '#999999', type: 'arrow' });
}
const host = document.getElementById('canvas');
if (!host) throw new Error('no place to draw');
const sigma = new Sigma(graph, host, { renderEdgeLabels: true });
sigma.on('afterRender', markFirstPicture);
// The first picture is drawn by the constructor, before anyone can listen.
sigma.refresh();
