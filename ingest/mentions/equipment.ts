/** Equipment by its designator: letters and figures (`MQ-9`, `F-15K`, `J/FPS-77`, `Su-35`, `Leopard 2A8`), with the name before and the head after. */
import type { Designators } from '../knowledge/designators.ts';
import type { Token } from '../text/token.ts';
import type { Found } from './found.ts';

const DESIGNATOR =
  /^(?:\p{Lu}{1,5}[a-z]?|\p{Lu}\p{L}?)(?:\/\p{Lu}{1,4})?[-‐‑]\p{Lu}{0,4}-?\d{1,4}(?:[\p{Lu}]{0,3}\d{0,3}(?:\/\p{Lu})?)?s?$|^\p{Lu}{1,3}\d{2,4}\p{Lu}{0,2}s?$/u;
const MODEL = /^\d{1,3}(?:\p{Lu}\d{0,2}|A\d)?s?$/u;
const SYSTEM = /^(?:\p{Lu}{3,8}-\p{Lu}{1,3}|\p{Lu}{2,6}-\p{Lu})$/u;
/** Roads, resolutions and groups of states look the same. */
const NOT_EQUIPMENT = /^(?:G-?\d+|UN-?\d+|COVID-19|COP-?\d+|E-?\d|R-?\d|A4|F-?\d{4})$/u;

const BODY =
  /^(?:The|In|On|At|And|Air|Base|Squadron|Wing|Brigade|Regiment|Battalion|Division|Group|Program|Programme|Monday|Tuesday|Wednesday|Thursday|Friday)$/;

export function equipment(tokens: readonly Token[], designators: Designators): Found[] {
  const found: Found[] = [];
  tokens.forEach((token, i) => {
    const slash =
      tokens[i + 1]?.text === '/' &&
      tokens[i + 1]?.start === token.end &&
      DESIGNATOR.test(`A${tokens[i + 2]?.text ?? ''}`.replace(/^AA?/, ''));
    const joined = slash ? i + 3 : i + 1;
    const designated =
      (DESIGNATOR.test(token.text) ||
        (slash && /^\p{Lu}{1,3}$/u.test(token.text)) ||
        (SYSTEM.test(token.text) && headAfter(tokens, joined, designators) !== null)) &&
      !NOT_EQUIPMENT.test(token.text);
    const model =
      MODEL.test(token.text) &&
      /^\p{Lu}\p{Ll}+$/u.test(tokens[i - 1]?.text ?? '') &&
      headAfter(tokens, joined, designators) !== null;
    if (!designated && !model) return;
    let from = model ? i - 1 : i;
    let to = joined;
    while (
      to < joined + 2 &&
      /^\p{Lu}\p{Ll}+$/u.test(tokens[to]?.text ?? '') &&
      tokens[to]?.tag === 'PROPN' &&
      !BODY.test(tokens[to]?.text ?? '')
    )
      to += 1;
    if (
      !model &&
      /^\p{Lu}\p{Ll}{3,}$/u.test(tokens[from - 1]?.text ?? '') &&
      tokens[from - 1]?.tag === 'PROPN' &&
      from > 1 &&
      headAfter(tokens, to, designators) !== null
    )
      from -= 0;
    const head = headAfter(tokens, to, designators);
    if (head) to = head;
    found.push({ from, to, type: 'EquipmentType', rank: 4 });
  });
  found.push(...ships(tokens), ...deployed(tokens));
  // "Guardian-class patrol boats"
  tokens.forEach((token, i) => {
    if (!/^\p{Lu}[\p{L}\p{N}]*-(?:class|type)$/u.test(token.text)) return;
    let k = i + 1;
    while (tokens[k]?.tag === 'NOUN' || tokens[k]?.tag === 'ADJ') k += 1;
    if (k > i + 1) found.push({ from: i, to: k, type: 'EquipmentType', rank: 5 });
  });
  return found;
}

function headAfter(tokens: readonly Token[], at: number, designators: Designators): number | null {
  for (const { words, type } of designators.lower) {
    if (type === 'EquipmentType' && words.every((word, k) => tokens[at + k]?.lower === word))
      return at + words.length;
  }
  return null;
}

const SHIP_PREFIX =
  /^(?:USS|USNS|HMS|HMAS|HMCS|HMNZS|BRP|INS|JS|ROKS|KNM|FS|ITS|TCG|KRI|KD|RSS|HNLMS|HDMS|HSwMS|ORP|ARA|BAP|PNS|CNS|SLNS|RFS|FGS|ESPS|NRP|HTMS|UMS|LÉ|MV|MT|RV|RRS)$/;
const SHIP_KIND =
  /^(?:frigate|destroyer|corvette|cutter|submarine|tanker|carrier|warship|vessel|ship|minehunter|icebreaker|trawler|gunboat|patrol boat|boat)$/;

/** `USS Boise City`, `the frigate Ville de Lyon`: a ship's name holds no city. */
function ships(tokens: readonly Token[]): Found[] {
  const found: Found[] = [];
  tokens.forEach((token, i) => {
    const kind = SHIP_KIND.test(token.lower) && token.tag !== 'VERB';
    if (!SHIP_PREFIX.test(token.text) && !kind) return;
    let to = i + 1;
    while (
      to < i + 5 &&
      (/^\p{Lu}[\p{L}-]+$/u.test(tokens[to]?.text ?? '') ||
        (/^(?:de|del|da|of|la|le)$/.test(tokens[to]?.text ?? '') &&
          /^\p{Lu}/u.test(tokens[to + 1]?.text ?? '')) ||
        (to > i + 1 && /^\d+$/.test(tokens[to]?.text ?? '')))
    )
      to += 1;
    if (to > i + 1)
      found.push({
        from: kind && !SHIP_PREFIX.test(tokens[i + 1]?.text ?? '') ? i : kind ? i + 1 : i,
        to,
        type: 'EquipmentType',
        rank: 5,
      });
  });
  return found;
}

const DEPLOYING =
  /^(?:deploy|deploys|deployed|deploying|station|stationed|stationing|fielded|field|placing|placed)$/;

/** An unknown system by its place: `deployed HIMARS to …`, `stationing Akıncı at …`. */
function deployed(tokens: readonly Token[]): Found[] {
  return tokens.flatMap((token, i) => {
    if (!DEPLOYING.test(token.lower)) return [];
    let at = i + 1;
    while (
      tokens[at] &&
      (tokens[at]?.tag === 'NUM' ||
        /^(?:its|their|a|an|the|more|additional|one|two|three|four|six)$/.test(tokens[at]?.lower ?? ''))
    )
      at += 1;
    const name = tokens[at]?.text ?? '';
    const next = tokens[at + 1]?.lower ?? '';
    return /^\p{Lu}[\p{L}-]{2,}$/u.test(name) &&
      /^(?:to|at|in|on|near|there|permanently|,|\.|units?|launchers?)$/.test(next)
      ? [{ from: at, to: at + 1, type: 'EquipmentType', rank: 1 }]
      : [];
  });
}
