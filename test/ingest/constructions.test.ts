/** Ways in which policy texts say who does what: one invented sentence for each, with what a reader takes from it, and what not. */
import { expect, test } from 'vitest';
import { claimsOf } from './extractor.ts';

const TITLE = 'Poland-Estonia Defence Ministers Meeting\n\n';

test.each([
  // Words
  [
    'a noun the tagger takes for a verb',
    "The Polish Navy's offshore patrol vessel ORP Hel was sent to Camp Nowy.",
    ['Polish Navy OPERATES ORP Hel + asserted', 'ORP Hel DEPLOYED_TO Camp Nowy + done'],
  ],
  [
    'a verb between a time and its auxiliary',
    'The Polish Navy has since April been operating Mi-8 helicopters.',
    ['Polish Navy OPERATES Mi-8 helicopter + asserted'],
  ],
  [
    'a marked item of a list',
    'a) The Ministers condemned the attack on Vilnius.',
    ['Poland CONDEMNS attack on Vilnius + done'],
  ],
  // Clauses
  [
    'an aside behind the subject',
    'Poland, on the other hand, strongly condemned the attack on Vilnius.',
    ['Poland CONDEMNS attack on Vilnius + done'],
  ],
  [
    'a participle behind the subject',
    'They met; Patriot missiles, built in Norway, have been deployed to Camp Nowy.',
    ['Patriot missile DEPLOYED_TO Camp Nowy + done'],
  ],
  [
    'a relative clause of a thing that a body owns',
    'Latvia thanked Poland for an Mi-8 helicopter of the Polish Navy which was stationed at Camp Nowy.',
    ['Mi-8 helicopter DEPLOYED_TO Camp Nowy + done'],
  ],
  [
    'an infinitive of the thing before the comma',
    'Poland received four Mi-8 helicopters, to be stationed at Camp Nowy.',
    ['Mi-8 helicopter DEPLOYED_TO Camp Nowy + planned'],
  ],
  [
    'a relative clause without its pronoun',
    'The United States reaffirmed the extended deterrence it provides to Poland.',
    ['United States PROVIDES extended deterrence + asserted'],
  ],
  [
    'an opening participle with a list behind it',
    'Concerned by the militarisation of the islands, the Ministers of Malaysia, Brunei and Vietnam met.',
    [
      'Malaysia OPPOSES militarisation of the islands + asserted',
      'Vietnam OPPOSES militarisation of the islands + asserted',
    ],
  ],
  // Meetings
  [
    'a call that one takes from the other',
    'Estonian Defence Minister Mart Kask took a telephone call from Latvian Defence Minister Ilze Ozola.',
    ['Latvia CONSULTS_WITH Estonia + done'],
  ],
  [
    'a journey for talks',
    'Polish Defence Minister Jan Nowak was in Riga for talks with Latvian Defence Minister Ilze Ozola.',
    ['Latvia CONSULTS_WITH Poland + done'],
  ],
  [
    'a call the sentence opens with',
    'In a phone call with her Latvian colleague, Polish Defence Minister Ewa Nowak discussed piracy.',
    [
      'Latvia CONSULTS_WITH Poland + done',
      'Latvia DISCUSSES piracy + done',
      'Poland DISCUSSES piracy + done',
    ],
  ],
  [
    'talks told in a relative clause',
    'Finland welcomes the talks which Polish Defence Minister Jan Nowak and Latvian Defence Minister Ilze Ozola held in Vilnius.',
    ['Latvia CONSULTS_WITH Poland + done'],
  ],
  // Exercises
  [
    'who joins whom',
    'Latvia and Finland will join Poland in Exercise Iron Gate.',
    [
      'Poland PARTICIPATES_IN Exercise Iron Gate + planned',
      'Finland PARTICIPATES_IN Exercise Iron Gate + planned',
    ],
  ],
  [
    'whose aircraft fly in it',
    'In Exercise Iron Gate, Danish F-16 fighters are to fly from Camp Nowy.',
    ['Denmark PARTICIPATES_IN Exercise Iron Gate + planned', 'Denmark OPERATES F-16 fighter + asserted'],
  ],
  [
    'an exercise named before',
    'Exercise Iron Gate began on Monday. Latvian personnel also took part.',
    ['Latvia PARTICIPATES_IN Exercise Iron Gate + done'],
  ],
  // Forces
  [
    'what a body has',
    'The Polish Navy keeps its Mi-8 helicopters at Camp Nowy.',
    ['Polish Navy OPERATES Mi-8 helicopter + asserted', 'Mi-8 helicopter DEPLOYED_TO Camp Nowy + asserted'],
  ],
  [
    'a place named by its common noun',
    'Poland moved Mi-8 helicopters to the border town of Sejny.',
    ['Mi-8 helicopter DEPLOYED_TO Sejny + done'],
  ],
  [
    'joint deeds',
    'The two countries will jointly reinforce the security of the corridor.',
    ['Poland COOPERATES_WITH Estonia + planned', 'Poland STRENGTHENS security of the corridor + planned'],
  ],
  [
    'aid to forces',
    'The Ministers pledged further assistance to the Armed Forces of Ukraine.',
    ['Poland SUPPORTS Ukraine + done'],
  ],
  // Judgements
  [
    'what must cease',
    'Poland insisted that the jamming of signals must cease.',
    ['Poland OPPOSES jamming of signals + asserted'],
  ],
  [
    'a threat',
    "Russia's war of aggression against Ukraine remains the gravest threat to the European order.",
    ['Russia ATTACKS Ukraine + done'],
  ],
])('%s', (_, text, expected) => {
  const claims = claimsOf(TITLE + text).map(ordered);
  expect(claims).toEqual(expect.arrayContaining(expected.map(ordered)));
});

test.each([
  [
    'ways to do a thing are no plan',
    'The Ministers discussed ways to strengthen maritime security.',
    /STRENGTHENS/,
  ],
  ['what is unlikely is no plan', 'Russia is unlikely to attack Latvia.', /ATTACKS Latvia \+/],
  [
    'what a country is handed is not deployed',
    "Poland condemned Iran's transfer of Fath-360 missiles to Russia.",
    /DEPLOYS/,
  ],
  [
    'hosting an exercise is no meeting',
    'Poland will host Iron Gate 25 together with Latvia.',
    /CONSULTS_WITH/,
  ],
  [
    'what a deed brought about is no other deed',
    'Russia bombed two villages in Sumy, killing nine people.',
    /CONDUCTS killing/,
  ],
  [
    'who came before was not at the meeting',
    'Minister Jan Nowak of Poland met Minister Ilze Ozola of Latvia, who took over from Karlis Berzins.',
    /Karlis Berzins PARTICIPATES/,
  ],
])('%s', (_, text, wrong) => {
  expect(claimsOf(TITLE + text).filter((claim) => wrong.test(claim))).toEqual([]);
});

test.each([
  [
    'We, the Ministers of Defence Jan Nowak (Poland), Mart Kask (Estonia) and Ilze Ozola (Latvia), met.',
    [
      'Mart Kask HOLDS_OFFICE Minister of Defence (Estonia) + asserted',
      'Ilze Ozola REPRESENTS Latvia + asserted',
    ],
  ],
  [
    "Ilze Ozola, who took over as Latvia's Minister of Defence in May, was present.",
    ['Ilze Ozola HOLDS_OFFICE Minister of Defence (Latvia) + asserted'],
  ],
  [
    'Finland was represented by Anna Virtanen, who was foreign minister of Finland until 2022.',
    ['Anna Virtanen HOLDS_OFFICE Minister of Foreign Affairs (Finland) + done'],
  ],
  [
    'Latvian Defence Minister Ilze Ozola succeeded Karlis Berzins.',
    ['Karlis Berzins HOLDS_OFFICE Minister of Defence (Latvia) + done'],
  ],
  [
    'In Pyongyang, Vice Foreign Minister Ri Chol-su said nothing.',
    ['Ri Chol-su REPRESENTS North Korea + asserted'],
  ],
])('%s', (text, expected) => {
  expect(claimsOf(`Note\n\n${text}`)).toEqual(expect.arrayContaining(expected));
});

/** A relation between equals, told from either side. */
function ordered(claim: string): string {
  const [, a, type, b, rest] = /^(.+) ((?:COOPERATES|CONSULTS)_WITH) (.+?)( [+-] \w+)$/.exec(claim) ?? [];
  return a && b && a > b ? `${b} ${type} ${a}${rest}` : claim;
}
