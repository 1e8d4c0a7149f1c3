import { describe, expect, it } from 'vitest';
import type { DocumentSummary } from '../../../../graph/model.ts';
import * as uploads from '../../../../web/app/state/uploads.ts';

const document = { id: 'd' } as DocumentSummary;
const two = uploads.queue(uploads.noUploads, [
  { key: 'a', name: 'a.txt' },
  { key: 'b', name: 'b.txt' },
]);
const stages = (state: uploads.Uploads) => state.files.map(({ key, stage }) => `${key} ${stage}`);

describe('files on their way', () => {
  it('advance each on its own; news of unknown files changes nothing', () => {
    expect(stages(uploads.advance(two, 'b', 'reading'))).toEqual(['a queued', 'b reading']);
    expect(uploads.advance(two, 'c', 'reading')).toBe(two);
  });
  it('stay ended when news comes late', () => {
    const ended = uploads.fail(uploads.finish(two, 'a', document, true), 'b', 'It is empty.');
    expect(uploads.advance(ended, 'a', 'storing')).toBe(ended);
    expect(uploads.advance(ended, 'b', 'storing')).toBe(ended);
    expect(ended.files).toMatchObject([{ document, known: true }, { reason: 'It is empty.' }]);
  });
  it('leave the list when ended and cleared, or when their document is removed', () => {
    const one = uploads.finish(two, 'a', document, false);
    expect(stages(uploads.clearEnded(one))).toEqual(['b queued']);
    expect(stages(uploads.forget(one, document.id))).toEqual(['b queued']);
  });
});
