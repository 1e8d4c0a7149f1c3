/** The entities of one document while it is read: drafts by id, and which names stand for which. */
import { documentId, entityId } from '../graph/id.ts';
import type { GazetteerEntry } from './knowledge/gazetteer.ts';

export type Draft = {
  id: string;
  type: string;
  name: string;
  aliases: Set<string>;
  /** Country a person represents, an organisation belongs to, an office is of. */
  country: string | null;
  entry: GazetteerEntry | null;
  date: string | null;
  provisional: boolean;
  /** For offices and persons. */
  title: string | null;
};

export type Registry = {
  get(id: string): Draft | undefined;
  all(): Draft[];
  /** The draft with this id, made with `make` when it is new; the alias is added either way. */
  put(
    id: string,
    alias: string | null,
    make: () => Omit<Draft, 'id' | 'aliases' | 'entry'> & { entry?: GazetteerEntry | null },
  ): Draft;
  known(id: string, alias: string | null): Draft;
};

/** An empty registry over the gazetteer's entries. */
export function createRegistry(entries: ReadonlyMap<string, GazetteerEntry>): Registry {
  const drafts = new Map<string, Draft>();
  const put: Registry['put'] = (id, alias, make) => {
    let draft = drafts.get(id);
    if (!draft) {
      const made = make();
      draft = { entry: null, ...made, name: oneLine(made.name), id, aliases: new Set() };
      drafts.set(id, draft);
    }
    if (alias && oneLine(alias) !== draft.name) draft.aliases.add(oneLine(alias));
    return draft;
  };
  return {
    get: (id) => drafts.get(id),
    all: () => [...drafts.values()],
    put,
    known(id, alias) {
      const entry = entries.get(id);
      if (!entry) throw new Error(`No gazetteer entry ${id}.`);
      return put(id, alias, () => ({
        type: entry.type,
        name: entry.name,
        country: entry.type === 'Country' ? id : (entry.country ?? null),
        entry,
        date: null,
        provisional: false,
        title: null,
      }));
    },
  };
}

/** Names may run over a line end in the text. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ');

const PREFIX: Record<string, string> = {
  EquipmentType: 'asset',
  Facility: 'base',
  Organization: 'org',
  Capability: 'cap',
};

/** Readable id of an entity that no gazetteer knows: its type's prefix and its name. */
export function draftId(type: string, key: string): string {
  return entityId(PREFIX[type] ?? type.toLowerCase(), key);
}

/** Eight digits of the document's id: enough to tell documents apart in an event's id. */
export const documentScope = (text: string): string => documentId(text).slice(0, 8);

/**
 * Key of an event: the same name on the same day or in the same month is the same event wherever it is told. With a year alone or without
 * a date it is the document's own, for two launches must never become one.
 */
export function eventKey(name: string, date: string | null, scope: string): string {
  return date !== null && date.length > 4 ? `${name} ${date}` : `${name} ${date ?? 'undated'} ${scope}`;
}
