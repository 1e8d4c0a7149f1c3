/** Offices by title and country: one spelling for one office. */
import { type Draft, draftId } from '../entities.ts';
import type { Setting } from '../mentions.ts';
import type { OfficeName } from './found.ts';

/** One spelling for one office: `Defense Minister` and `Minister of Defense` are the same. */
export function officeTitle(title: string): string {
  const words = title
    .replace(/^(?:the|The) /, '')
    .replace(/\bDefence\b/g, 'Defense')
    .replace(/\bdefence\b/g, 'Defense');
  const reordered =
    /^((?:Deputy |Vice )?)(National Defense|Defense|Foreign|Interior|Home|Finance|Trade|Security|Home Affairs|External Affairs|Foreign Affairs) (Minister|Secretary)$/i.exec(
      words,
    );
  const capital = (text: string) =>
    text.replace(
      /(^|\s)(\p{Ll})(?=\p{L}{3})/gu,
      (_, space: string, letter: string) => space + letter.toUpperCase(),
    );
  if (!reordered)
    return capital(
      words.replace(/\bMinister for\b/, 'Minister of').replace(/\bSecretary for\b/, 'Secretary of'),
    );
  const portfolio = /^foreign$/i.test(reordered[2] ?? '') ? 'Foreign Affairs' : capital(reordered[2] ?? '');
  return `${reordered[1] ?? ''}${capital(reordered[3] ?? '')} of ${portfolio}`;
}

export function linkOffice(
  office: OfficeName,
  country: string | null,
  setting: Setting,
  text: string,
): Draft {
  const owner = country ?? null;
  const title = officeTitle(office.title);
  const ownerName = owner
    ? (setting.registry.get(owner)?.name ?? setting.knowledge.entries.get(owner)?.name ?? '')
    : '';
  // British and American spelling are one office; the name keeps what the text has.
  const name = /Defence/.test(office.title) ? title.replace(/Defense/g, 'Defence') : title;
  return setting.registry.put(draftId('Office', `${ownerName} ${title}`), text, () => ({
    type: 'Office',
    name: ownerName ? `${name} (${ownerName})` : name,
    country: owner,
    date: null,
    provisional: false,
    title,
  }));
}
