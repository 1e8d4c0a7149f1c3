/** Scenes for the tests: the bundled document's answer key in shape, made by rule. */

import type { EntityId, Subgraph } from '../../../../graph/model.ts';
import type { Measure } from '../../../../web/app/scene/captions.ts';
import { entity, relation } from '../samples.ts';

/** Widths as a usual sans-serif has them, a little on the wide side. */
export const measure: Measure = (text, size, bold) => [...text].length * size * (bold ? 0.6 : 0.55);

/** Two hubs that share most of their neighbours, chains and a few strays: the shape of a ministerial summary. */
export function twoHubs(size: number): Subgraph {
  const entities = [
    entity('japan', { type: 'Country', name: 'Japan' }),
    entity('us', { type: 'Country', name: 'United States' }),
  ];
  const relations = [relation('japan', 'CONSULTS_WITH', 'us'), relation('us', 'PROTECTS', 'japan')];
  for (let index = 0; index < size - 2; index += 1) {
    const name = `topic ${index} of the ministers' talks${index % 4 === 0 ? ' about the security environment' : ''}`;
    entities.push(entity(`t${index}`, { name }));
    if (index % 5 === 4) relations.push(relation(`t${index - 1}`, 'INCLUDES', `t${index}`));
    else relations.push(relation('japan', 'DISCUSSES', `t${index}`));
    if (index % 5 < 3) relations.push(relation('us', 'DISCUSSES', `t${index}`));
  }
  return { entities, relations };
}

/** Every entity's number of relations in the subgraph. */
export function degreesOf({ relations }: Subgraph): Map<EntityId, number> {
  const degrees = new Map<EntityId, number>();
  for (const { subject, object } of relations) {
    for (const id of new Set([subject, object])) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  }
  return degrees;
}
