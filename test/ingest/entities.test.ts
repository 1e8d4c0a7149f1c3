/** Entities of invented texts in many house styles: names, bases and bodies that no list of ours holds; and the traps of the field. */
import { describe, expect, test } from 'vitest';
import { extractor } from './extractor.ts';

/** `Type Name` of every entity the text itself names. */
function entitiesOf(text: string): string[] {
  return extractor
    .extract({ text })
    .entities.filter((entity) => entity.origin === 'document')
    .map((entity) => `${entity.type} ${entity.name}`);
}

/** `mention → entity` for every mention. */
function mentionsOf(text: string): string[] {
  const { entities, mentions } = extractor.extract({ text });
  const name = new Map(entities.map((entity) => [entity.id, `${entity.type} ${entity.name}`]));
  return mentions.map((mention) => `${mention.text.replace(/\s+/g, ' ')} → ${name.get(mention.entity)}`);
}

type Style = { style: string; text: string; finds: string[]; not?: RegExp };

const STYLES: Style[] = [
  {
    style: 'news report from the Great Lakes, with a dateline and a bystander',
    text: `KINSHASA, Oct. 3 (Lakes Wire) – Rwandan Defence Minister Juvénal Gasana flew to Goma on Tuesday for talks with his Congolese counterpart, Thérèse Mbuyi. General Patrice Ilunga, the army's chief of staff, said troops had left Bunagana and Rutshuru. "We saw no withdrawal," said Espérance Kavira, a nurse.`,
    finds: [
      'Person Juvénal Gasana',
      'Person Thérèse Mbuyi',
      'Person Patrice Ilunga',
      'Person Espérance Kavira',
      'Office Minister of Defence (Rwanda)',
      'Place Goma',
      'Place Bunagana',
      'Place Rutshuru',
      'Country DR Congo',
    ],
  },
  {
    style: 'Pentagon readout with a long title',
    text: `Assistant Secretary of Defense for Western Hemisphere Affairs Dana R. Whitlock spoke by phone today with Uruguayan Vice Minister of National Defense Rafael Etchart. They discussed Uruguay's purchase of A-29 Super Tucano aircraft, which will be based at Capitán Boiso Lanza Air Base. Dr. Whitlock thanked Uruguay for hosting Exercise Southern Lantern.`,
    finds: [
      'Person Dana R. Whitlock',
      'Office Assistant Secretary of Defense for Western Hemisphere Affairs (United States)',
      'Person Rafael Etchart',
      'EquipmentType A-29 Super Tucano aircraft',
      'Facility Capitán Boiso Lanza Air Base',
      'Exercise Exercise Southern Lantern',
    ],
  },
  {
    style: 'joint statement with titles in the plural',
    text: `The Foreign Ministers Tamar Kiknadze, Elnur Rzayev and Cem Aydoğan met in Batumi. They welcomed the opening of the Zangilan Logistics Hub.`,
    finds: [
      'Person Tamar Kiknadze',
      'Person Elnur Rzayev',
      'Person Cem Aydoğan',
      'Place Batumi',
      'Facility Zangilan Logistics Hub',
    ],
  },
  {
    style: 'ministry news from Central Asia with an edition and an acronym',
    text: `The Kyrgyz Border Guard Service (KBGS) said on Monday that troops from the Tokmok Garrison had joined Tajik units for Jibek Watch 25 near Isfara. The head of the KBGS, Nurlan Sydykov, said Jibek Watch would be held again.`,
    finds: [
      'Organization Kyrgyz Border Guard Service',
      'Facility Tokmok Garrison',
      'Exercise Jibek Watch 25',
      'Place Isfara',
      'Person Nurlan Sydykov',
      'Country Tajikistan',
    ],
    not: /^Exercise Jibek Watch$/,
  },
  {
    style: 'naval note from the Pacific',
    text: `On 12 May the patrol boat VOEA Ngahau Siliva left Touliki Naval Base for Vava'u with two Australian Bushmaster vehicles aboard. Commodore Sione Fifita said the boat would return through Ha'apai. The Nafanua III, a Guardian-class patrol boat, is back at Matautu Wharf.`,
    finds: [
      'EquipmentType VOEA Ngahau Siliva',
      'Facility Touliki Naval Base',
      "Place Vava'u",
      "Place Ha'apai",
      'EquipmentType Bushmaster vehicle',
      'Person Sione Fifita',
      'EquipmentType Nafanua III',
      'Facility Matautu Wharf',
    ],
    not: /^Exercise/,
  },
  {
    style: '2+2 communiqué from South America with lettered points',
    text: `1. Foreign Minister Rodrigo Sanhueza Lyon and Minister of National Defence Carla Undurraga of Chile received their Peruvian counterparts, Ximena Quispe and General (ret.) Óscar Huamán, in Antofagasta.\n\n2. The four Ministers:\na) resolved to meet at Cerro Moreno Air Base; and\nb) agreed that the Peruvian Navy's BAP Pisco would join UNITAS LXV.`,
    finds: [
      'Person Rodrigo Sanhueza Lyon',
      'Office Minister of Foreign Affairs (Chile)',
      'Person Carla Undurraga',
      'Person Ximena Quispe',
      'Person Óscar Huamán',
      'Facility Cerro Moreno Air Base',
      'EquipmentType BAP Pisco',
      'Exercise UNITAS LXV',
    ],
    not: /^Topic Ministers/,
  },
  {
    style: 'ministry news from Central Europe with a headline',
    text: `Slovenia to Host NATO Centre of Excellence for Mountain Warfare\n\nState Secretary Damjan Zupan said on Wednesday that the Slovenian Armed Forces (SAF) have no plans to acquire Piranha V vehicles; the 72nd Brigade, based at Edvard Peperko Barracks, will receive 16 Patria AMVs.`,
    finds: [
      'Organization NATO Centre of Excellence for Mountain Warfare',
      'Person Damjan Zupan',
      'Organization Slovenian Armed Forces',
      'EquipmentType Piranha V vehicle',
      'Facility Edvard Peperko Barracks',
    ],
  },
  {
    style: 'think-tank note on Cyprus with a byline',
    text: `By Eleni Markides | Levant Policy Centre\n\nThe Republic of Cyprus, whose National Guard received Barak MX launchers from Israel last winter, is considering new sites. Retired Admiral Petros Ioannou, who led the Cyprus Navy Command until 2019, doubts it. UNFICYP reported no violations in Pyla.`,
    finds: [
      'Person Eleni Markides',
      'Organization Levant Policy Centre',
      'EquipmentType Barak MX launcher',
      'Person Petros Ioannou',
      'Organization Cyprus Navy Command',
      'Organization UNFICYP',
      'Place Pyla',
    ],
  },
  {
    style: 'ministerial summary between Mongolia and Canada',
    text: `Mongolia's Minister of Defence, S. Gantumur, received Canadian Ambassador Louise Pelletier in Ulaanbaatar. They discussed Khaan Quest 2026. Mongolia has contributed troops to UNMISS in Bentiu.`,
    finds: [
      'Person S. Gantumur',
      'Office Minister of Defence (Mongolia)',
      'Person Louise Pelletier',
      'Place Ulaanbaatar',
      'Exercise Khaan Quest 2026',
      'Organization UNMISS',
      'Place Bentiu',
    ],
  },
  {
    style: 'news from South Asia with a retired general and a spokesman of a body nobody lists',
    text: `Home Adviser Lt. Gen. (retd) Anisur Rahim said the Arakan Army had fired across the Naf River. Naypyidaw denies it. Colonel Thet Naing, a spokesman for the Tatmadaw, spoke of Saint Martin's Island.`,
    finds: [
      'Person Anisur Rahim',
      'Organization Arakan Army',
      'Place Naf River',
      'Country Myanmar',
      'Person Thet Naing',
      'Organization Tatmadaw',
      "Place Saint Martin's Island",
    ],
  },
];

describe('entities that no list holds', () => {
  test.each(STYLES)('$style', ({ text, finds, not }) => {
    const found = entitiesOf(text);
    expect(found).toEqual(expect.arrayContaining(finds));
    if (not) expect(found.filter((entity) => not.test(entity))).toEqual([]);
  });
});

describe('traps', () => {
  const okello = `Minister Okello Speaks With Danish Counterpart

KAMPALA, 3 June 2025

Ugandan Minister of Defence Grace Okello spoke by phone with Danish Defence Minister Lars Holmgaard. Minister Okello succeeded Peter Okello, who was Minister of Defence until May. Then-Minister Peter Okello had signed an accord.`;

  test('of two people of one surname the title tells who is meant, also in the title above', () => {
    const found = mentionsOf(okello);
    expect(found.filter((line) => line.startsWith('Minister Okello →'))).toEqual([
      'Minister Okello → Person Grace Okello',
      'Minister Okello → Person Grace Okello',
    ]);
    expect(found).toContain('Then-Minister Peter Okello → Person Peter Okello');
  });

  test('who held an office before represents nobody', () => {
    const { claims, entities } = extractor.extract({ text: okello });
    const peter = entities.find((entity) => entity.name === 'Peter Okello');
    expect(peter).toBeDefined();
    const own = claims.filter((claim) => claim.subject === peter?.id);
    expect(own.map((claim) => claim.type)).not.toContain('REPRESENTS');
    for (const claim of own.filter(({ type }) => type === 'HOLDS_OFFICE'))
      expect(claim.modality).toBe('done');
  });

  test('a sea is no country, a ship no city', () => {
    const text =
      'The frigate HMAS Port Lincoln crossed the South China Sea and the Gulf of Guinea. The USS Boise City will visit Darwin.';
    const found = entitiesOf(text);
    expect(found).toEqual(
      expect.arrayContaining([
        'Region South China Sea',
        'Region Gulf of Guinea',
        'EquipmentType HMAS Port Lincoln',
        'EquipmentType USS Boise City',
        'Place Darwin',
      ]),
    );
    expect(found.filter((entity) => /^Country|^Place (?:Boise|Port)/.test(entity))).toEqual([]);
  });

  test('a capital is its government, or the place somebody goes to', () => {
    const found = mentionsOf(
      'Seoul was weighing the request. Kazakhstan would send fuel to Kyiv. Minister Aliyeva travelled to Vientiane. Talks were held in Tunis.',
    );
    expect(found).toContain('Seoul → Country South Korea');
    expect(found).toContain('Kyiv → Country Ukraine');
    expect(found).toContain('Vientiane → Place Vientiane');
    expect(found).toContain('Tunis → Place Tunis');
  });

  test('demonyms, adjectives and names with a dash are the country', () => {
    const found = mentionsOf(
      'The Kenyans met Ethiopian officers and a delegation from Guinea-Bissau in northern Benin.',
    );
    expect(found).toContain('Kenyans → Country Kenya');
    expect(found).toContain('Ethiopian → Country Ethiopia');
    expect(found).toContain('Guinea-Bissau → Country Guinea-Bissau');
    expect(found).toContain('northern Benin → Region northern Benin');
    expect(found).not.toContain('Guinea → Country Guinea');
  });

  test('letters in brackets stand for the name from then on, whatever it is', () => {
    const found = mentionsOf(
      'They signed the Entebbe Air Transport Accord (EATA). The Lakes Monitoring Cell Office (LMCO) runs a Coastal High Altitude Watch (CHAW) radar. Under the EATA, the LMCO will move the CHAW radar.',
    );
    expect(found).toContain('EATA → Agreement Entebbe Air Transport Accord');
    expect(found).toContain('LMCO → Organization Lakes Monitoring Cell Office');
  });

  test('named things are told again by their noun', () => {
    const found = mentionsOf(
      'Estonia opened Camp Soontagana in May. Two K9 howitzers arrived at the camp. Exercise Winter Lynx begins there; the exercise ends in June, and the howitzers will stay.',
    );
    expect(found).toContain('camp → Facility Camp Soontagana');
    expect(found).toContain('exercise → Exercise Exercise Winter Lynx');
    expect(found).toContain('howitzers → EquipmentType K9 howitzer');
  });

  test('a topic, an event and a capability are found where nothing is claimed of them', () => {
    const found = entitiesOf(
      'The talks, which also touched on maritime security and illegal logging, came after the coup in Vanara. Interoperability remains limited.',
    );
    expect(found).toContain('Topic maritime security');
    expect(found).toContain('Event coup in Vanara');
    expect(found).toContain('Capability Interoperability');
  });

  test('headings without a stop, CRLF, and characters of two units', () => {
    const text =
      'Outcome of the visit\r\n\r\nRegional security\r\n\r\n🛰️𐍈 Ghana’s Defence Minister Ama Serwaa visited Camp Ankobra.\r\nThe Ministers welcomed Exercise Silver Heron.\r\n';
    const { entities, mentions, sentences } = extractor.extract({ text });
    expect(sentences.map(({ kind }) => kind)).toContain('heading');
    for (const mention of mentions) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
    expect(entities.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Ama Serwaa', 'Camp Ankobra', 'Exercise Silver Heron']),
    );
  });

  test.each([
    ['', 'an empty text'],
    ['\r\n \t\r\n', 'white space'],
    [
      'Closed for stocktaking\n\nThe shop will be shut from Monday. Bring back jars and lids. The bakery next door has moved upstairs, where the ovens are.',
      'a notice',
    ],
  ])('nothing to extract gives nothing: %#', (text) => {
    const { entities, claims, mentions } = extractor.extract({ text });
    expect({ entities, claims, mentions }).toEqual({ entities: [], claims: [], mentions: [] });
  });
});
