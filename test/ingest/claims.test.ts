import { expect, test } from 'vitest';
import { claimsOf, extractor } from './extractor.ts';

const TITLE = 'Poland-Estonia Defence Ministers Meeting\n\n';

test.each([
  [
    'a speech act is of both countries',
    'The Ministers condemned the attack on Vilnius.',
    ['Poland CONDEMNS attack on Vilnius + done', 'Estonia CONDEMNS attack on Vilnius + done'],
  ],
  [
    'controlled verbs take the mood above',
    'Poland agreed to continue to cooperate with Latvia.',
    ['Latvia COOPERATES_WITH Poland + in_progress'],
  ],
  [
    'a plan',
    'Poland would deploy Patriot missiles to Camp Nowy.',
    ['Poland DEPLOYS Patriot missile + planned', 'Patriot missile DEPLOYED_TO Camp Nowy + planned'],
  ],
  [
    'a denial',
    'Poland denied that it had deployed Patriot missiles to Latvia.',
    ['Poland DEPLOYS Patriot missile - done', 'Patriot missile DEPLOYED_TO Latvia - done'],
  ],
  [
    'a negated passive',
    'No nuclear weapons have been stationed in Poland.',
    ['nuclear weapon DEPLOYED_TO Poland - done'],
  ],
  [
    'not condoning is opposing',
    'Poland would not condone unilateral change to the status quo.',
    ['Poland OPPOSES unilateral change to the status quo + asserted'],
  ],
  [
    'a condition makes it hypothetical',
    'If Latvia asked, Poland would support Latvia.',
    ['Poland SUPPORTS Latvia + hypothetical'],
  ],
  [
    'a refuted report',
    'Poland rejected reports that Latvia had deployed Grad rockets to Estonia.',
    ['Latvia DEPLOYS Grad rocket - done', 'Grad rocket DEPLOYED_TO Estonia - done'],
  ],
  [
    'a possessor conducts, against attacks',
    "They noted Russia's aggression against Ukraine.",
    ['Russia ATTACKS Ukraine + done'],
  ],
  [
    'a list hangs on its lead',
    'Poland and Estonia decided to:\n• strengthen maritime security; and\n• cooperate on cyber defence.',
    ['Poland STRENGTHENS maritime security + planned', 'Estonia COOPERATES_ON cyber defence + planned'],
  ],
])('%s', (_, text, expected) => {
  expect(claimsOf(TITLE + text)).toEqual(expect.arrayContaining(expected));
});

test.each([
  ['German Defence Minister Boris Pistorius arrived.', 'Boris Pistorius', 'Germany'],
  ['Secretary of Defense Lloyd J. Austin III arrived.', 'Lloyd J. Austin III', 'United States'],
  ['Kihara Minoru, Minister of Defense of Japan, arrived.', 'Minoru Kihara', 'Japan'],
  ["Litia Torabaca, Fiji's Minister for Home Affairs and Defence, arrived.", 'Litia Torabaca', 'Fiji'],
  ["Uzbekistan's Foreign Minister, Jamshid Tashmatov, arrived.", 'Jamshid Tashmatov', 'Uzbekistan'],
])('%s', (text, person, country) => {
  expect(claimsOf(text)).toContain(`${person} REPRESENTS ${country} + asserted`);
});

test('a former minister holds the office as done and represents nobody', () => {
  const claims = claimsOf('Poland news\n\nFormer Polish Defence Minister Jan Nowak spoke on Monday.');
  expect(claims).toContain('Jan Nowak HOLDS_OFFICE Minister of Defence (Poland) + done');
  expect(claims.some((claim) => claim.includes('REPRESENTS'))).toBe(false);
});

test('the South China Sea is not China', () => {
  expect(
    claimsOf(`${TITLE}The Ministers discussed the South China Sea.`).some((claim) =>
      / China [+-]/.test(claim),
    ),
  ).toBe(false);
});

test('a document with nothing in it gives nothing', () => {
  expect(
    claimsOf('Library notice\n\nThe reading room is closed on Friday. Please return all books by then.'),
  ).toEqual([]);
});

test.each([
  ['Germany has yet to deliver Taurus missiles to Ukraine.', 'DEPLOYED_TO'],
  ['India stopped short of condemning the missile test.', 'CONDEMNS'],
  ['Moscow said the claim that it had deployed Iskander missiles to Brest was a lie.', 'DEPLOYS'],
  ['Neither Romania nor Bulgaria has stationed nuclear weapons at Deveselu Air Base.', 'DEPLOYS'],
  ['France sent trucks to Chad instead of deploying helicopters to Niger.', 'DEPLOYED_TO'],
  ['China rejected the accusation that its ships had rammed the boat.', 'CONDUCTS'],
])('a denial is never taken for the fact: %s', (sentence, type) => {
  const { claims } = extractor.extract({ text: `Note\n\n${sentence}` });
  const signs = claims.filter((claim) => claim.type === type).map(({ polarity }) => polarity);
  expect(new Set(signs)).toEqual(new Set(['-']));
});

test('a charge and its rejection are two claims about one event', () => {
  const text =
    'Note\n\nManila accused Beijing of ramming a fishing boat near Scarborough Shoal. China denied it.';
  const { claims } = extractor.extract({ text });
  const conducts = claims.filter(({ type }) => type === 'CONDUCTS');
  expect(conducts.map(({ polarity }) => polarity)).toEqual(['+', '-']);
  expect(new Set(conducts.map(({ object }) => object)).size).toBe(1);
});
