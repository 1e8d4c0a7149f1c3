/** The verbs that list items begin with: alone, `stage an exercise` and `exchange information` look like nouns to a tagger. */
import type { Passage } from '../passages.ts';
import type { Token } from './token.ts';

/** What a list hangs on when its items are infinitives: `The Parties will:`, `agreed to:`. */
const LEADS = /\b(?:to|will|shall|would|should|must|can|may)\s*:\s*$/i;

/** Tags the first word of each item of such a list as the verb it is. `isBase` knows the plain forms of verbs. */
export function tagListed(
  tagged: readonly { passage: Passage; tokens: Token[] }[],
  isBase: (form: string) => boolean,
): void {
  let listing = false;
  for (const { passage, tokens } of tagged) {
    const item = passage.kind === 'bullet' || /^\p{Ll}/u.test(passage.text);
    if (LEADS.test(passage.text)) listing = true;
    else if (!item) listing = false;
    else if (listing) tagFirst(tokens, isBase);
  }
}

function tagFirst(tokens: readonly Token[], isBase: (form: string) => boolean): void {
  const marked = tokens.slice(0, 3).findLastIndex((token) => /^[)•–—*-]$/.test(token.text));
  const first = tokens[marked + 1];
  const at = first?.tag === 'ADV' ? marked + 2 : marked + 1;
  const verb = tokens[at];
  if (verb && /^(?:NOUN|ADJ|PROPN)$/.test(verb.tag) && isBase(verb.lower)) {
    verb.tag = 'VERB';
    verb.lemma = verb.lower;
  }
}
