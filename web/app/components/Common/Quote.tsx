import type { Claim, Sentence } from '../../../../graph/model.ts';
import classes from './Quote.module.css';
import { aroundQuote } from './segments.ts';

/** The verbatim quote of a claim, emphasised inside its sentence. */
export function Quote({
  sentence,
  claim,
}: {
  readonly sentence: Sentence;
  readonly claim: Pick<Claim, 'start' | 'end' | 'quote'>;
}) {
  const parts = aroundQuote(sentence, claim);
  return (
    <blockquote className={classes.sentence}>
      {parts.quote === '' ? (
        <mark className={classes.quote}>{claim.quote}</mark>
      ) : (
        <>
          {parts.before}
          <mark className={classes.quote}>{parts.quote}</mark>
          {parts.after}
        </>
      )}
    </blockquote>
  );
}
