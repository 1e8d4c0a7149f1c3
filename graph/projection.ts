import type { Claim, Document, Relation } from './model.ts';

export function project(
  _claims: readonly Claim[],
  _documents: readonly Pick<Document, 'id' | 'published'>[],
  _symmetric: ReadonlySet<string>,
): Relation[] {
  throw new Error('not written yet');
}
