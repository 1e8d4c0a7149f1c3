import { readFileSync } from 'node:fs';

export const readme = readFileSync('README.md', 'utf8');

/** Contents of the README's fenced blocks of a language. */
export function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(
    ([, body]) => body?.trim() ?? '',
  );
}
