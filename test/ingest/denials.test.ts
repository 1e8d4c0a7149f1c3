/** What the text denies is a denial or nothing, never a fact: every form a negation takes, with its scope. */
import { expect, test } from 'vitest';
import { claimsOf } from './extractor.ts';

const TITLE = 'Poland-Estonia Defence Ministers Meeting\n\n';
const DENIED = 'Patriot missile DEPLOYED_TO Latvia -';
const deployed = (text: string) =>
  claimsOf(TITLE + text).filter((claim) => claim.includes('Patriot missile DEPLOYED_TO Latvia'));

test.each([
  'Poland has not stationed Patriot missiles in Latvia.',
  'Poland denied it had deployed Patriot missiles to Latvia.',
  'Poland ruled out deploying Patriot missiles to Latvia.',
  'Poland made no decision on deploying Patriot missiles to Latvia.',
  'There are no plans to deploy Patriot missiles to Latvia.',
  'Poland refused to deploy Patriot missiles to Latvia.',
  'Poland did not agree to deploy Patriot missiles to Latvia.',
  'Neither Poland nor Estonia has deployed Patriot missiles to Latvia.',
  'Poland supported Estonia without deploying Patriot missiles to Latvia.',
  'Poland stopped short of deploying Patriot missiles to Latvia.',
  'Poland rejected the claim that it had deployed Patriot missiles to Latvia.',
  'Poland is far from deploying Patriot missiles to Latvia.',
  'Poland has yet to deploy Patriot missiles to Latvia.',
  'Poland halted the deployment of Patriot missiles to Latvia.',
  'Poland never deployed Patriot missiles to Latvia.',
  'There is no evidence that Poland deployed Patriot missiles to Latvia.',
  'Reports that Poland had deployed Patriot missiles to Latvia are baseless.',
  'Poland abandoned plans to deploy Patriot missiles to Latvia.',
  'Plans to deploy Patriot missiles to Latvia were shelved.',
  'Patriot missiles have not been, and will not be, deployed to Latvia.',
  'At no point did Poland deploy Patriot missiles to Latvia.',
  'Poland prevented Estonia from deploying Patriot missiles to Latvia.',
  'Poland has deployed Patriot missiles not to Latvia but to Estonia.',
  'Deploying Patriot missiles to Latvia is out of the question.',
  'There are no Patriot missiles in Latvia.',
  'Defence Minister Adam Nowak called the report that Poland had deployed Patriot missiles to Latvia "pure invention".',
])('%s', (text) => {
  const claims = deployed(text);
  expect(claims.length).toBeGreaterThan(0);
  for (const claim of claims) expect(claim.startsWith(DENIED)).toBe(true);
});

test.each([
  ['Poland did not deny that it had deployed Patriot missiles to Latvia.', 'hypothetical'],
  ['Poland could not rule out deploying Patriot missiles to Latvia.', 'hypothetical'],
  ['Poland was weighing the deployment of Patriot missiles to Latvia.', 'hypothetical'],
  ['Estonia urged Poland to deploy Patriot missiles to Latvia.', 'called_for'],
  ['Poland might deploy Patriot missiles to Latvia.', 'hypothetical'],
])('%s (%s)', (text, modality) => {
  expect(deployed(text)).toEqual([`Patriot missile DEPLOYED_TO Latvia + ${modality}`]);
});

test.each([
  ['Poland had nothing to do with the attack on Riga.', 'Poland CONDUCTS attack on Riga - done'],
  ['Border control was not discussed.', 'Poland DISCUSSES Border control - done'],
  ['The issue of refugees did not come up.', 'Estonia DISCUSSES issue of refugees - done'],
  ['There were no talks between Poland and Belarus.', 'Belarus CONSULTS_WITH Poland - done'],
  ['Poland skipped Exercise Blue Storm.', 'Poland PARTICIPATES_IN Exercise Blue Storm - done'],
  ['Poland said it had no Patriot missiles in Latvia.', 'Patriot missile DEPLOYED_TO Latvia - done'],
])('%s', (text, expected) => {
  const claims = claimsOf(TITLE + text);
  expect(claims).toContain(expected);
  expect(claims).not.toContain(expected.replace(' - ', ' + '));
});
