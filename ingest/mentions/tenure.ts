/** Offices that words beside a name say are or were held: `Hu Lihua, formerly ambassador in Astana`, `Ioana Dragomir, who took over as …`. */
import type { Span, Token } from '../text/token.ts';
import { type Found, type OfficeName, plainPerson as plain } from './found.ts';
import { type Ground, titleAt } from './titles.ts';

const TENURE = /^(?:formerly|previously|currently|now|then|until|once|later|since)$/;

const wordsAt = (tokens: readonly Token[], at: number, many: number) =>
  tokens
    .slice(at, at + many)
    .map((token) => token.lower)
    .join(' ');

/** Most words of an aside between a name and its verb. */
const ASIDE = 6;

/** `Anong Rattanakul, the general's aunt, was foreign minister`: behind the aside, where a verb of being follows it. */
function asideEnd(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== ',' || !/^(?:the|a|an|his|her|their)$/.test(tokens[at + 1]?.lower ?? ''))
    return at;
  for (let i = at + 2; i < at + 2 + ASIDE; i += 1)
    if (tokens[i]?.text === ',') return /^(?:is|was|became)$/.test(tokens[i + 1]?.lower ?? '') ? i + 1 : at;
  return at;
}

/** `until last year`, `until recently`, `until March 2024`. */
const UNTIL =
  /^(?:recently|last|this|early|late|earlier|mid|year|month|week|autumn|spring|summer|winter|\d{4}|\p{Lu}\p{L}+)$/u;

/** `when X was Minister of State`, `Hu Lihua, formerly ambassador in Astana`, `Seo Min-kyung, now Mr. Seo's colleague as Defense Minister`. */
export function heldOffice(ground: Ground, name: Span): Found | null {
  const { tokens } = ground;
  const who = whoHolds(ground, name);
  if (who) return who;
  const aside = asideEnd(tokens, name.to);
  const comma = aside === name.to && tokens[name.to]?.text === ',';
  const word = tokens[comma ? name.to + 1 : aside]?.lower ?? '';
  const linked = !comma && /^(?:is|was|were|became|remains)$/.test(word);
  const atTime = comma && /^at (?:that|the) time$/.test(wordsAt(tokens, name.to + 1, 3));
  if (!linked && !atTime && !(comma && TENURE.test(word))) return null;
  let at = comma ? name.to + (atTime ? 4 : 2) : aside + 1;
  if (linked && /^(?:still|then|also|already|once|herself|himself)$/.test(tokens[at]?.lower ?? '')) at += 1;
  if (word === 'until') while (UNTIL.test(tokens[at]?.text ?? '') && titleAt(ground, at) === null) at += 1;
  const title = titleAt(ground, at);
  if (!title || /s$/.test(tokens[title.office.to - 1]?.lower ?? '')) return comma ? plain(name) : null;
  const past = atTime || /^(?:was|were|formerly|previously|then|until|once)$/.test(word);
  const office: OfficeName = past ? { ...title.office, status: 'former' } : title.office;
  const apposition = comma ? { from: at - 1, to: title.to } : null;
  return {
    ...plain(name, { title: office, apposition }),
    office,
    ...(office.country ? { country: office.country } : {}),
  };
}

const HOLDING: readonly [RegExp, OfficeName['status']][] = [
  [/^(?:was|had been|served as|had served as|served for \p{L}+ years as) /u, 'former'],
  [
    /^(?:becomes|will become|takes over as|will take over as|is to become|takes office as|will take office as) /u,
    'future',
  ],
  [
    /^(?:is|became|serves as|has served as|took over as|took office as|has been|assumed office as) /u,
    'holds',
  ],
];

/** `Ioana Dragomir, who took over as Romania's Minister of National Defence`. */
function whoHolds(ground: Ground, name: Span): Found | null {
  const { tokens } = ground;
  if (tokens[name.to]?.text !== ',' || tokens[name.to + 1]?.lower !== 'who') return null;
  const at = name.to + 2;
  const words = `${wordsAt(tokens, at, 5)} `;
  const held = HOLDING.flatMap(([pattern, status]) => {
    const [opening] = pattern.exec(words) ?? [];
    return opening === undefined ? [] : [{ status, length: opening.trim().split(' ').length }];
  })[0];
  const title = held ? titleAt(ground, at + held.length) : null;
  if (!held || !title || /s$/.test(tokens[title.office.to - 1]?.lower ?? '')) return null;
  const status = title.office.status === 'holds' ? held.status : title.office.status;
  const office: OfficeName = { ...title.office, status };
  return {
    ...plain(name, { title: office, apposition: { from: name.to + 1, to: title.to } }),
    office,
    ...(office.country ? { country: office.country } : {}),
  };
}
