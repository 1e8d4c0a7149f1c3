import type { Degree } from '../../../../graph/model.ts';
import { type Catalogue, relationCaption } from '../../state/catalogue.ts';
import { inverseCaption } from '../Common/words.ts';

/** How a degree reads from the entity that has it: `condemns` where it is the subject, `condemned by` where the object. */
export function degreeCaption({ type, direction }: Degree, catalogue: Catalogue): string {
  return direction === 'in' ? inverseCaption(catalogue, type) : relationCaption(catalogue, type);
}
