/** Ships by prefix or kind: `USS Boise City`, `the frigate Ville de Lyon`. A ship's name holds no city. */
import type { Token } from '../text/token.ts';
import type { Found } from './found.ts';

const PREFIX =
  /^(?:USS|USNS|USCGC|HMS|HMAS|HMCS|HMNZS|BRP|INS|JS|JCG|ROKS|KNM|FS|ITS|TCG|KRI|KD|RSS|HNLMS|HDMS|HSwMS|ORP|ARA|BAP|PNS|BNS|CNS|SLNS|RFS|FGS|ESPS|NRP|HTMS|UMS|LÉ|MV|MT|RV|RRS|HS|ENS|ICGS|SAS|NNS|KNS|CCGS|HNoMS|FNS)$/;
const KIND =
  /^(?:frigate|destroyer|corvette|cutter|submarine|tanker|carrier|warship|vessel|ship|minehunter|minesweeper|icebreaker|trawler|gunboat|boat|ferry|freighter|trawler|tugboat|yacht|bulker|dhow)$/;
const PARTICLE = /^(?:de|del|da|do|of|la|le|los|las|al|el|bin|van|von)$/;
const MOST_WORDS = 5;

/** Ships of a sentence; the kind belongs to the name. */
export function ships(tokens: readonly Token[]): Found[] {
  return tokens.flatMap((token, i): Found[] => {
    const kind = KIND.test(token.lower) && token.tag !== 'VERB';
    if (!PREFIX.test(token.text) && !kind) return [];
    const prefixed = kind && PREFIX.test(tokens[i + 1]?.text ?? '');
    let to = i + 1;
    while (to < i + MOST_WORDS && belongs(tokens, to, i)) to += 1;
    return to > i + 1 ? [{ from: prefixed ? i + 1 : i, to, type: 'EquipmentType', rank: 5 }] : [];
  });
}

function belongs(tokens: readonly Token[], at: number, from: number): boolean {
  const text = tokens[at]?.text ?? '';
  if (/^\p{Lu}[\p{L}’'-]+$/u.test(text)) return true;
  if (PARTICLE.test(text)) return /^\p{Lu}/u.test(tokens[at + 1]?.text ?? '');
  return at > from + 1 && /^\d+$/.test(text);
}
