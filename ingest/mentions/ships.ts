/** Ships by prefix or kind: `USS Boise City`, `the frigate Ville de Lyon`. A ship's name holds no city. */
import type { Token } from '../text/token.ts';
import type { Found } from './found.ts';

const PREFIX =
  /^(?:USS|USNS|USCGC|HMS|HMAS|HMCS|HMNZS|BRP|INS|JS|JCG|ROKS|KNM|FS|ITS|TCG|KRI|KD|RSS|HNLMS|HDMS|HSwMS|ORP|ARA|BAP|PNS|BNS|CNS|SLNS|RFS|FGS|ESPS|NRP|HTMS|UMS|LÉ|MV|MT|RV|RRS|HS|ENS|ICGS|SAS|NNS|KNS|CCGS|HNoMS|FNS|HMTS|VOEA|RFNS|CB|SS|MS|GC|PNA|RKS|TNS|BNS|MKS|KM|PCG|UNS|RMN|LVNS|EML|LKL)$/;
const KIND =
  /^(?:frigate|destroyer|corvette|cutter|craft|hovercraft|tug|trimaran|catamaran|launch|flagship|dreadnought|submarine|tanker|carrier|warship|vessel|ship|minehunter|minesweeper|icebreaker|trawler|gunboat|boat|ferry|freighter|trawler|tugboat|yacht|bulker|dhow)$/;
const PARTICLE = /^(?:de|del|da|do|of|la|le|los|las|al|el|bin|van|von)$/;
const MOST_WORDS = 5;

/** Whether a word is the letters before a ship's name: `USS`, `HMCS`. */
export const isShip = (token: Token | undefined) => PREFIX.test(token?.text ?? '');

/** `frigate`, `cutter`: the common noun before a ship's name. */
export const isShipKind = (token: Token | undefined) => KIND.test(token?.lower ?? '');

/** Ships of a sentence; the kind belongs to the name. */
export function ships(tokens: readonly Token[]): Found[] {
  const found = tokens.flatMap((token, i): Found[] => {
    const kind = KIND.test(token.lower) && token.tag !== 'VERB';
    if (!PREFIX.test(token.text) && !kind) return [];
    const prefixed = kind && PREFIX.test(tokens[i + 1]?.text ?? '');
    let from = prefixed ? i + 1 : i;
    // "patrol boat VOEA …", "research vessel Xiang Hai 12"
    while (
      kind &&
      !prefixed &&
      /^(?:NOUN|ADJ)$/.test(tokens[from - 1]?.tag ?? '') &&
      /^\p{Ll}/u.test(tokens[from - 1]?.text ?? '')
    )
      from -= 1;
    let to = i + 1;
    while (to < i + MOST_WORDS && belongs(tokens, to, i)) to += 1;
    return to > i + 1 ? [{ from, to, type: 'EquipmentType', rank: 5 }] : [];
  });
  return [...found, ...explained(tokens)];
}

/** `The Nafanua III, a Guardian-class patrol boat,`: what stands behind the comma says what it is. */
function explained(tokens: readonly Token[]): Found[] {
  return tokens.flatMap((token, i): Found[] => {
    if (token.lower !== 'the') return [];
    let to = i + 1;
    while (to < i + 4 && /^\p{Lu}[\p{L}’'-]*$/u.test(tokens[to]?.text ?? '')) to += 1;
    if (
      to === i + 1 ||
      tokens[to]?.text !== ',' ||
      !/^(?:a|an|the|its|their)$/.test(tokens[to + 1]?.lower ?? '')
    )
      return [];
    let at = to + 2;
    while (/^(?:ADJ|NOUN|PROPN|NUM)$/.test(tokens[at]?.tag ?? '') && !KIND.test(tokens[at]?.lower ?? ''))
      at += 1;
    return KIND.test(tokens[at]?.lower ?? '') ? [{ from: i + 1, to, type: 'EquipmentType', rank: 6 }] : [];
  });
}

function belongs(tokens: readonly Token[], at: number, from: number): boolean {
  const text = tokens[at]?.text ?? '';
  if (/^\p{Lu}[\p{L}’'-]+$/u.test(text)) return true;
  if (PARTICLE.test(text))
    return /^\p{Lu}/u.test(tokens[at + 1]?.text ?? '') && tokens[at + 1]?.tag !== 'DET';
  return at > from + 1 && /^\d+$/.test(text);
}
