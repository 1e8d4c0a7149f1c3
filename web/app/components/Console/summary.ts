import type { QueryAnswer } from '../../../../graph/model.ts';
import { count } from '../Common/words.ts';

/** How many rows there are, how many of them are here, and how long it took. */
export function announce({
  rows,
  truncated,
  total,
  milliseconds,
}: Pick<QueryAnswer, 'rows' | 'truncated' | 'milliseconds'> & {
  readonly total?: number | undefined;
}): string {
  const shown = rows.length.toLocaleString('en-US');
  const amount = !truncated
    ? count(rows.length, 'row')
    : total === undefined
      ? `The first ${count(rows.length, 'row')}; there are more`
      : `${shown} of ${count(total, 'row')}`;
  return `${amount} in ${Math.round(milliseconds).toLocaleString('en-US')} ms`;
}
