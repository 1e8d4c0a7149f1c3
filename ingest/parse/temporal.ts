/** Expressions of time in a row of tokens: they are neither objects nor complements, and end a noun phrase. */
import type { Span, Token } from '../text/token.ts';

const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan\\.?|feb\\.?|sept?\\.?|oct\\.?|nov\\.?|dec\\.?|aug\\.?|mar\\.|apr\\.?|jun\\.|jul\\.)';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?(?: (?:[-–]|and|to|through) \\d{1,2}(?:st|nd|rd|th)?)?';
const UNIT =
  '(?:week|month|year|summer|spring|autumn|fall|winter|decade|day|season|morning|evening|afternoon|night|weekend|quarter|monsoon|century)s?';
const FORMS = [
  `(?:(?:the )?(?:early|mid|late|middle of|end of|beginning of|start of) ?-? ?)?(?:${DAY} (?:of )?)?${MONTH}(?: ${DAY})?(?: ,? ?\\d{4})?`,
  `(?:(?:early|late|later|earlier|mid) )?(?:this|last|next|each|every|the (?:past|coming|following|previous|last|next|end of the|same)) (?:few |two |three |several )?(?:${UNIT}|monday|tuesday|wednesday|thursday|friday|saturday|sunday)`,
  '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?: (?:morning|evening|afternoon|night))?',
  '(?:yesterday|today|tomorrow|tonight)(?: (?:morning|evening|afternoon|night))?',
  'one day',
  '(?:19|20)\\d{2}',
  'the (?:spring|summer|autumn|fall|winter) of (?:19|20)\\d{2}',
  'the (?:first|second|third|fourth) quarter(?: of (?:19|20)\\d{2})?',
  '(?:early|mid|late) ?-? ?(?:19|20)\\d{2}',
  '(?:mid|early|late)-(?:(?:19|20)\\d{2}|january|february|march|april|may|june|july|august|september|october|november|december)',
  'the (?:end|middle|beginning|start) of (?:the |this |next |last )?(?:year|month|week|decade|(?:19|20)\\d{2})',
  `(?:a|one|two|three|four|five|six|several|many) ${UNIT}(?: (?:ago|later|earlier))?`,
  `\\d+ ${UNIT}(?: (?:ago|later|earlier))?`,
].map((form) => new RegExp(`^(?:${form})(?= |$)`));

/** `3 November` begins like `3 days`, and is no duration. */
const DATED = new RegExp(`^\\d.* ${MONTH}(?= |$)`);

/** Spans of time expressions, left to right. "May" and "March" count only beside a number or after a preposition. */
export function timeSpans(tokens: readonly Token[]): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const row = tokens.slice(i, i + 9).map((token) => token.lower);
    const text = row.join(' ');
    const longest = Math.max(0, ...FORMS.map((form) => form.exec(text)?.[0].length ?? 0));
    if (longest === 0) continue;
    const count = text.slice(0, longest).trim().split(' ').length;
    const bareVerb =
      count === 1 &&
      /^(?:may|march)$/.test(row[0] ?? '') &&
      !/^(?:in|since|until|by|of|during|last|next)$/.test(tokens[i - 1]?.lower ?? '');
    const duration =
      /^(?:a|one|two|three|four|five|six|several|many|\d+) /.test(text) &&
      !/^(?:for|in|within|after|during|about|approximately|over)$/.test(tokens[i - 1]?.lower ?? '') &&
      !DATED.test(text.slice(0, longest)) &&
      !/(?:ago|later|earlier)$/.test(text.slice(0, longest)) &&
      text.slice(0, longest) !== 'one day';
    if (
      bareVerb ||
      duration ||
      (count === 1 &&
        /^\d{4}$/.test(row[0] ?? '') &&
        !/^(?:in|since|until|by|from|of|,|and|to)$/.test(tokens[i - 1]?.lower ?? ''))
    )
      continue;
    spans.push({ from: i, to: i + count });
    i += count - 1;
  }
  return spans;
}
