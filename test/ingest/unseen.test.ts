/** What texts nobody had seen taught the rules: one invented sentence or two for each, what a reader takes from it, and what nobody does. */
import { expect, test } from 'vitest';
import { claimsOf } from './extractor.ts';

type Case = [name: string, text: string, holds: string[], lacks: RegExp[]];

const TITLE = 'Meeting of the Defence Ministers of Chad and Niger\n\n';

const CASES: Case[] = [
  // Whose officer somebody is
  [
    'a second minister of the state that the first title names',
    "The Minister of Defence of Chad, Idriss Abba, and Niger's Minister for Defence, Lim Chee Beng, and Minister for Foreign Affairs, Grace Moussa, met in Zinder.",
    ['Grace Moussa REPRESENTS Niger + asserted'],
    [/Grace Moussa REPRESENTS Chad/],
  ],
  [
    'an officer of a command, by the rank',
    'Maj. Gen. Aaron Boyle of U.S. Central Command (CENTCOM) attended the meeting.',
    ['Aaron Boyle REPRESENTS United States Central Command + asserted'],
    [],
  ],
  [
    "a body's own spokesman",
    'The Chadian Army denied the charge. "It is a lie," its spokesman, Col. Mahamat Saleh, told reporters.',
    ['Mahamat Saleh REPRESENTS Chadian Army + asserted'],
    [],
  ],
  [
    'a namesake who held the office before',
    'Defence Minister Abba visited Zinder. Former Defence Minister Saleh Abba came with him.',
    ['Saleh Abba HOLDS_OFFICE Minister of Defence + done'],
    [/Saleh Abba REPRESENTS/],
  ],
  [
    'a predecessor of the subject, not of who is named inside it',
    "Minister Idriss Abba of Chad met Niger's Defence Minister, Grace Moussa. General Idriss Deby, Chief of Staff, who is not related to Minister Moussa, visited Camp Nord with his predecessor, Brian Hartigan.",
    ['Brian Hartigan HOLDS_OFFICE Chief of Staff + done'],
    [/Brian Hartigan HOLDS_OFFICE Minister/],
  ],
  [
    'an office held until last year, behind the name',
    "Faisal Rashdan, until last year Niger's Minister of Defence, spoke.",
    ['Faisal Rashdan HOLDS_OFFICE Minister of Defence (Niger) + done'],
    [/Faisal Rashdan REPRESENTS/],
  ],
  [
    'a president who visits',
    'Chad values its partnership with China and welcomes the visit of President Liu Jianguo.',
    ['Liu Jianguo REPRESENTS China + asserted'],
    [/Liu Jianguo REPRESENTS Chad/],
  ],
  [
    'a state that ends in s and its minister',
    "Chad received Barbados' Foreign Minister, Denise Alleyne.",
    ['Denise Alleyne REPRESENTS Barbados + asserted'],
    [],
  ],
  // Meetings and what is none
  [
    'a call upon somebody',
    'We have no intention of closing the crossing, and call upon communities to surrender illegal arms.',
    ['Chad CALLS_FOR illegal arms + called_for'],
    [/CONSULTS_WITH/],
  ],
  [
    'a call on all',
    'Chad and Niger called on all partners to raise defence spending.',
    [],
    [/CONSULTS_WITH|DISCUSSES/],
  ],
  [
    'a visit with somebody of one’s own',
    'Minister Idriss Abba of Chad visited Camp Nord with General Saleh Hartigan.',
    [],
    [/PARTICIPATES_IN|CONSULTS_WITH/],
  ],
  [
    'talks that somebody speaks after',
    'Minister Idriss Abba of Chad said so on Wednesday after talks with his Nigerian counterpart, Sani Bello.',
    ['Chad CONSULTS_WITH Nigeria + done'],
    [],
  ],
  [
    'talks between others that one hosts',
    'Chad is ready to host talks between Iran and Iraq.',
    ['Iran CONSULTS_WITH Iraq + planned'],
    [/Chad CONSULTS_WITH|CONSULTS_WITH Chad/],
  ],
  [
    'what talks that one travels to are on',
    'Minister Idriss Abba of Chad will fly to Niamey for talks with Minister Grace Moussa of Niger on river patrols.',
    ['Chad DISCUSSES river patrols + planned', 'Niger DISCUSSES river patrols + planned'],
    [],
  ],
  [
    'the two, without a noun',
    'The two reviewed transnational crime and the security of Lake Chad.',
    ['Chad DISCUSSES transnational crime + done', 'Niger DISCUSSES transnational crime + done'],
    [],
  ],
  [
    'a briefing',
    'Chad briefed Niger on the security situation.',
    ['Chad DISCUSSES security situation + done'],
    [],
  ],
  // Deeds, things and places
  [
    'the village that an attack is on',
    'The Ministers condemned the attack of 2 March on the village of Nanduli, in which eleven people were killed.',
    ['attack of 2 March on the village of Nanduli OCCURS_IN Nanduli + done'],
    [/eleven people were killed/],
  ],
  [
    'a place and its country',
    'Chad will send the frigate Gor Delta to Augusta, Italy, in June.',
    ['frigate Gor Delta DEPLOYED_TO Augusta + planned'],
    [/DEPLOYED_TO Italy/],
  ],
  [
    'one body in the plural',
    'The rotation was carried out by the Irish Defence Forces. They have also shipped Piranha vehicles to Camp Nord.',
    ['Irish Defence Forces DEPLOYS Piranha vehicle + done'],
    [/Chad DEPLOYS|Niger DEPLOYS/],
  ],
  [
    'counted ships of a body',
    'Two patrol vessels of the Chadian Navy are in Zinder.',
    ['Chadian Navy OPERATES patrol vessel + asserted'],
    [],
  ],
  [
    'what is lent',
    'Romania has lent Moldova two Gap Filler radars.',
    ['Romania SUPPORTS Moldova + done'],
    [],
  ],
  ['relief for somebody', 'Chad pledged relief supplies for Niger.', ['Chad SUPPORTS Niger + done'], []],
  [
    'two who chair together',
    'The meeting was co-chaired by Defence Secretary Anil Deshmukh of Chad and Minister Grace Moussa in Niamey.',
    ['Anil Deshmukh REPRESENTS Chad + asserted'],
    [/REPRESENTS United States/],
  ],
  [
    'a spokesman of the body spoken of before',
    'The Chadian Army moved tanks to Zinder. A spokesman, Cmdr. Rick Alvarez, said no more.',
    ['Rick Alvarez REPRESENTS Chadian Army + asserted'],
    [],
  ],
  [
    'the two sides of a headline with a third state',
    'They agreed to continue joint patrols along the river.',
    ['Chad COOPERATES_ON joint patrols + in_progress', 'Niger COOPERATES_ON joint patrols + in_progress'],
    [],
  ],
  [
    'a joint development',
    'They agreed to continue the joint development of an unmanned vehicle.',
    ['Chad COOPERATES_ON unmanned vehicle + in_progress'],
    [/COOPERATES_ON joint development/],
  ],
  [
    'cooperation between two others',
    'The Ministers agreed to deepen cooperation on submarine rescue between the Chadian Navy and the Niger Navy.',
    [
      'Chadian Navy COOPERATES_ON submarine rescue + planned',
      'Chadian Navy COOPERATES_WITH Niger Navy + planned',
    ],
    [/^Chad COOPERATES/],
  ],
  [
    'those whose ships come to an exercise',
    'Exercise Canal Azul will take place off Nacala with Portuguese, Mozambican and Tanzanian vessels.',
    [
      'Portugal PARTICIPATES_IN Exercise Canal Azul + planned',
      'Tanzania PARTICIPATES_IN Exercise Canal Azul + planned',
    ],
    [],
  ],
  [
    'a name with a small word of another tongue',
    'Chad and Niger will conduct Exercise Mlinzi wa Mpaka in May.',
    ['Chad PARTICIPATES_IN Exercise Mlinzi wa Mpaka + planned'],
    [],
  ],
  [
    'a round that a state hosts',
    'Suriname has offered to host the next round of talks.',
    ['next round of talks HELD_AT Suriname + hypothetical'],
    [],
  ],
  [
    'wars that two fought',
    'Azerbaijan has fought two wars with Armenia.',
    [],
    [/COOPERATES_WITH|RESPONDS_TO/],
  ],
  [
    'where a ship has left',
    'The frigate Gor Delta was sailing from Fujairah to Zinder.',
    [],
    [/DEPLOYED_TO Fujairah/],
  ],
  ['who is met', 'They met soldiers of the brigade.', [], [/RESPONDS_TO/]],
  [
    'what somebody is called on to respect',
    'Chad called on Niger to respect the ceasefire.',
    ['Chad CALLS_FOR ceasefire + called_for'],
    [/AFFIRMS/],
  ],
  // What is no claim
  ['a question', 'Does Chad plan to buy Chinese drones?', [], [/OPERATES|DEPLOYS|CONSIDERS/]],
  ['a plant that is built', 'Chad will build a plant near Zinder.', [], [/STRENGTHENS/]],
  [
    'what a sentence opens with',
    'On defence cooperation, they agreed to hold staff talks.',
    [],
    [/AFFIRMS defence cooperation/],
  ],
  [
    'respect for something',
    'We reaffirm our respect for the borders.',
    ['Chad AFFIRMS borders + done'],
    [/AFFIRMS respect/],
  ],
];

test.each(CASES)('%s', (_, text, holds, lacks) => {
  const found = claimsOf(`${TITLE}${text}`);
  expect(found).toEqual(expect.arrayContaining(holds));
  for (const pattern of lacks) expect(found.filter((claim) => pattern.test(claim))).toEqual([]);
});
