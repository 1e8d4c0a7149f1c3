/** Acronyms nobody explained, where only a body can stand: `UNFICYP reported`, `SAARC members`, `claimed by ADF-Z`. */
import type { Token } from '../text/token.ts';
import type { Found } from './found.ts';

const LETTERS = /^\p{Lu}{3,9}$/u;
/** Words in capitals that are no bodies. */
const COMMON = new Set(
  'ISR EEZ HADR UAV UAS UUV USV WMD MOU MoU LNG GDP CEO CFO COVID HIV AIDS GPS AIS IED ICBM SLBM IRBM SAM ATGM MANPADS CBRN MDA ISAF USD EUR SAR ETA FAQ POW VIP IDP NGO EST GMT UTC PDF TBD FOB ROE SOP STEM FONOP AWACS ASAP USA PRC ROK DPRK UAE DRC PNG FOIP AOIP BRI FTA FDI VLCC DMZ LAC LOC MDL NLL ADIZ SLOC ASW AAW BMD IAMD'.split(
    ' ',
  ),
);
const BEHIND =
  /^(?:members?|officials?|forces|fighters|militants|troops|leaders?|summit|mission|chief|commander|spokes\p{L}+|states|headquarters|peacekeepers|observers|inspectors|secretariat|delegation|'s)$/u;
const BEFORE = /^(?:by|with|from|against|to|of|and|for)$/;

/** Unknown acronyms of a sentence. */
export function letters(tokens: readonly Token[], taken: (index: number) => boolean): Found[] {
  const shouted = tokens.filter((token) => /^\p{Lu}{2,}$/u.test(token.text)).length > tokens.length / 3;
  if (shouted) return [];
  return tokens.flatMap((token, i): Found[] => {
    if (!LETTERS.test(token.text) || taken(i) || COMMON.has(token.text) || /^[IVXLC]+$/.test(token.text))
      return [];
    if (tokens[i - 1]?.text === '(' || /^\p{Lu}/u.test(tokens[i + 1]?.text ?? '')) return [];
    const next = tokens[i + 1];
    const acts = next?.tag === 'VERB' || next?.tag === 'AUX' || BEHIND.test(next?.lower ?? '');
    const ended = next === undefined || /^(?:PUNCT|ADP|CCONJ|SCONJ)$/.test(next.tag);
    const led =
      BEFORE.test(tokens[i - 1]?.lower ?? '') ||
      (tokens[i - 1]?.lower === 'the' && BEFORE.test(tokens[i - 2]?.lower ?? ''));
    return acts || (led && ended) ? [{ from: i, to: i + 1, type: 'Organization', rank: 1 }] : [];
  });
}
