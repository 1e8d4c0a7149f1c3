import type { QueryAnswer } from '../../../../graph/model.ts';
import { count, figures } from '../Common/words.ts';

/** `2 nodes created, 1 property set`; what was counted of a change, as the driver names it. */
export function changesWords(changes: Readonly<Record<string, number>>): string {
  const parts = Object.entries(changes).map(([name, amount]) => {
    // nodesCreated → nodes created; one of them is a node.
    const [things = '', ...done] = name.split(/(?=[A-Z])/).map((word) => word.toLowerCase());
    const singular = things === 'properties' ? 'property' : things.replace(/s$/, '');
    return `${count(amount, singular, things)} ${done.join(' ')}`;
  });
  return parts.length === 0 ? 'nothing changed' : parts.join(', ');
}

/** How many rows there are, how many of them are here, and how long it took. */
export function announce({
  rows,
  truncated,
  total,
  milliseconds,
  changes,
}: Pick<QueryAnswer, 'rows' | 'truncated' | 'milliseconds'> & {
  readonly changes?: Readonly<Record<string, number>> | undefined;
  readonly total?: number | undefined;
}): string {
  const shown = figures(rows.length);
  const amount = !truncated
    ? count(rows.length, 'row')
    : total === undefined
      ? `The first ${count(rows.length, 'row')}; there are more`
      : `${shown} of ${count(total, 'row')}`;
  const took = `in ${figures(Math.round(milliseconds))} ms`;
  if (changes === undefined) return `${amount} ${took}`;
  return `${[...(rows.length > 0 ? [amount] : []), changesWords(changes)].join('; ')} ${took}`;
}
