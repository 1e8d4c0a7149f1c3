/** The document's frame: what it is called, when it was published, whose it is, and between whom it is. */
import { documentScope } from './entities.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import type { Passage } from './passages.ts';
import type { SourceDocument } from './source-document.ts';
import { findDates } from './text/dates.ts';
import type { Token } from './text/token.ts';

export type DocumentFrame = {
  /** Stands in the ids of events that no date tells from those of other documents. */
  scope: string;
  title: string;
  publisher: string | null;
  published: string | null;
  /** The country whose ministry or agency speaks: ministries without a country are its own. */
  home: string | null;
  /** Whether publisher, byline or dateline say so; otherwise the home is a guess from the title or the text. */
  homeKnown: boolean;
  /** Countries named in the title, in its order. */
  titleParties: string[];
};

/** Reads the frame from source data first, then title, dateline and opening sentences. */
export function documentFrame(
  source: SourceDocument,
  sentences: readonly { passage: Passage; tokens: readonly Token[] }[],
  knowledge: Knowledge,
): DocumentFrame {
  const titleUnit = sentences.find(({ passage }) => passage.kind === 'title');
  const title = source.title ?? titleUnit?.passage.text ?? source.name ?? 'Untitled';
  const head = sentences.filter(({ passage }) => passage.kind === 'title' || passage.kind === 'dateline');
  const datelines = head.filter(({ passage }) => passage.kind === 'dateline');
  const published =
    source.published ??
    firstFullDate(
      [...datelines, ...head, ...sentences.slice(0, 4), ...sentences.slice(-2)].map(
        ({ passage }) => passage.text,
      ),
    );
  const titleParties = titleUnit ? countriesIn(beforeSubject(titleUnit.tokens), knowledge, false) : [];
  const byline = datelines.flatMap(({ tokens }) => countriesIn(tokens, knowledge, false));
  const opening = [
    ...datelines,
    ...sentences.filter(({ passage }) => passage.kind === 'sentence').slice(0, 1),
  ];
  const seat =
    opening
      .flatMap(({ tokens, passage }) => [tokens, ...(passage.kind === 'dateline' ? behindBars(tokens) : [])])
      .map((tokens) => seatAtStart(tokens, knowledge))
      .find((id) => id !== null) ?? null;
  const publisherCountry = source.publisher ? countryOf(source.publisher, knowledge) : null;
  const publisher =
    source.publisher ??
    datelines
      .map(
        ({ passage }) =>
          /\b(?:(?:\p{Lu}[\p{L}.]+ )*(?:Ministry|Department|Office|Agency|Embassy)\b[\p{L} ]*)$/u.exec(
            passage.text,
          )?.[0] ?? null,
      )
      .find((text) => text !== null) ??
    null;
  return {
    scope: documentScope(source.text),
    title,
    publisher,
    published,
    homeKnown: (publisherCountry ?? byline[0] ?? seat ?? null) !== null,
    home: publisherCountry ?? byline[0] ?? seat ?? titleParties[0] ?? mostNamed(sentences, knowledge),
    titleParties,
  };
}

/** Of `E3 statement on Iran` what stands before its subject: who speaks, not what about. */
function beforeSubject(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex((token) =>
    /^(?:on|over|about|regarding|concerning|against|as|after|while|amid|despite|following|ahead)$/.test(
      token.lower,
    ),
  );
  return at > 0 ? tokens.slice(0, at) : tokens;
}

/** The country a text names most, when nothing else says whose it is. */
function mostNamed(sentences: readonly { tokens: readonly Token[] }[], knowledge: Knowledge): string | null {
  const counts = new Map<string, number>();
  for (const { tokens } of sentences)
    for (const id of countriesIn(tokens, knowledge, true)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** `Berlin, 11 February 2025`, `KATHMANDU, May 12 (Agency) –`: the capital a text is dated from. */
function seatAtStart(tokens: readonly Token[], knowledge: Knowledge): string | null {
  const first = tokens[0]?.lower ?? '';
  const name = (knowledge.names.get(first) ?? []).find(
    (known) =>
      known.form === 'seat' && known.words.every((word, k) => tokens[k]?.lower === word.toLowerCase()),
  );
  if (!name) return null;
  return /^[,(–—-]$/.test(tokens[name.words.length]?.text ?? '') ? name.id : null;
}

/** `Press Release 12 | Mexico City, 12 June 2025`: what stands behind a bar. */
function behindBars(tokens: readonly Token[]): Token[][] {
  return tokens.flatMap((token, i) => (/^[|•·–—]$/.test(token.text) ? [tokens.slice(i + 1)] : []));
}

function firstFullDate(texts: readonly string[]): string | null {
  for (const text of texts) {
    const date = findDates(text, null).find((found) => found.date.length === 10) ?? null;
    if (date) return date.date;
  }
  return null;
}

/** Countries among tokens by name or adjective (and capital where `seats`), each once, in order. */
export function countriesIn(tokens: readonly Token[], knowledge: Knowledge, seats: boolean): string[] {
  const found: string[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const name = (knowledge.names.get(tokens[i]?.lower ?? '') ?? []).find((known) =>
      known.words.every((word, k) => tokens[i + k]?.text === word),
    );
    if (!name) continue;
    if (name.type === 'Country' && (name.form !== 'seat' || seats) && !found.includes(name.id))
      found.push(name.id);
    i += name.words.length - 1;
  }
  return found;
}

function countryOf(text: string, knowledge: Knowledge): string | null {
  const words = text.match(/[\p{L}.]+/gu) ?? [];
  for (let i = 0; i < words.length; i += 1) {
    for (let length = 4; length >= 1; length -= 1) {
      const part = words.slice(i, i + length).join(' ');
      const name = (knowledge.names.get((words[i] ?? '').toLowerCase()) ?? []).find(
        (known) => known.words.join(' ') === part && known.type === 'Country',
      );
      if (name) return name.id;
    }
  }
  for (const entry of knowledge.entries.values())
    if (entry.country && (entry.name === text || entry.aliases.includes(text))) return entry.country;
  return null;
}
