/**
 * A view: the recipe of a picture, as text for the address after `#`. Ids, rounded positions, filters,
 * selection, open panels, theme; names and relations come back from the API. Relations are written as short
 * fingerprints, enough to tell which of those among the entities were drawn.
 *
 * Form: `v=1&e=<id>~<x>~<y>[~p],…&r=<fingerprints>&…`; numbers in base 36. Separators inside ids are escaped.
 */
import { z } from 'zod';
import { DocumentId, EntityId, PathRank, RelationId, SentenceId } from '../../../graph/model.ts';
import { Day, MOST_STOPS } from '../../api.ts';
import type { Exploration, Position } from './exploration.ts';
import type { Selection } from './selection.ts';
import type { TraceFilter, Ui } from './ui.ts';

const VERSION = '1';
const FINGERPRINT = 5;

/** What a view says about one entity. `position` null: place it anew. */
export interface ViewEntity {
  readonly id: EntityId;
  readonly position: Position | null;
  readonly pinned: boolean;
}

export interface View {
  readonly entities: readonly ViewEntity[];
  /** Fingerprints of the relations drawn; see {@link fingerprint}. */
  readonly relations: ReadonlySet<string>;
  readonly hiddenTypes: readonly string[];
  readonly hiddenRelationTypes: readonly string[];
  readonly background: boolean;
  readonly selectedEntities: readonly EntityId[];
  readonly selectedRelations: readonly RelationId[];
  readonly ui: Pick<
    Ui,
    'left' | 'inspector' | 'console' | 'list' | 'theme' | 'reader' | 'trace' | 'statement' | 'captions'
  >;
}

/** The text after `#` is not a view this version can read. */
export class ViewError extends Error {
  override readonly name = 'ViewError';
}

/** Five base-36 characters of a relation's id (FNV-1a), so that a view stays short. */
export function fingerprint(id: RelationId): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36).padStart(7, '0').slice(-FINGERPRINT);
}

/** The view of the present state. */
export function viewOf(scene: Exploration, selection: Selection, ui: Ui): View {
  const { left, inspector, console, list, theme, reader, trace, statement, captions } = ui;
  return {
    entities: [...scene.entities.keys()].map((id) => {
      const position = scene.positions.get(id);
      return {
        id,
        position: position ? { x: round(position.x), y: round(position.y) } : null,
        pinned: scene.pinned.has(id),
      };
    }),
    relations: new Set([...scene.relations.keys()].map(fingerprint)),
    hiddenTypes: [...scene.filters.hiddenTypes],
    hiddenRelationTypes: [...scene.filters.hiddenRelationTypes],
    background: scene.filters.background,
    selectedEntities: [...selection.entities],
    selectedRelations: [...selection.relations],
    ui: { left, inspector, console, list, theme, reader, trace, statement, captions },
  };
}

/** Whole numbers, and never -0, which a text cannot carry. */
function round(value: number): number {
  return Math.round(value) || 0;
}

/** Percent-encodes what would be taken for a separator, and leaves ids such as `country:japan` readable. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'))
    .replaceAll('~', '%7E')
    .replaceAll('*', '%2A')
    .replaceAll('%3A', ':');
}

function list(values: Iterable<string>): string {
  return [...values].map(encode).join(',');
}

/** `label~property,…`, by the alphabet. */
function pairs(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map((pair) => pair.map(encode).join('~'))
    .join(',');
}

/** What the ids of a database that is not ours begin with: all of them alike, so it is written once. */
const COMMON = /^\d+:[0-9a-f-]{36}:(?=\d+$)/;

function commonBeginning(ids: readonly string[]): string {
  return ids.map((id) => COMMON.exec(id)?.[0] ?? '').find((beginning) => beginning !== '') ?? '';
}

/** `*` stands for the common beginning. */
function encodeId(id: string, common: string): string {
  return common !== '' && id.startsWith(common) ? `*${encode(id.slice(common.length))}` : encode(id);
}

function decodeId(text: string, common: string): string {
  return text.startsWith('*') ? common + decode(text.slice(1)) : decode(text);
}

function writeEntity({ id, position, pinned }: ViewEntity, common: string): string {
  const place = position ? [position.x.toString(36), position.y.toString(36)] : pinned ? ['', ''] : [];
  return [encodeId(id, common), ...place, ...(pinned ? ['p'] : [])].join('~');
}

function filterFields({ types, documents, confidence, after, before }: TraceFilter): [string, string][] {
  return [
    ['tt', list(types)],
    ['td', list(documents)],
    ['sure', confidence === 0 ? '' : String(Math.round(confidence * 100))],
    ['after', after],
    ['before', before],
  ];
}

/** Text for the address, without `#`. Same view, same text. */
export function encodeView(view: View): string {
  const { ui } = view;
  const { reader, trace } = ui;
  const common = commonBeginning(view.entities.map(({ id }) => id));
  const fields: [string, string][] = [
    ['p', encode(common)],
    ['e', view.entities.map((entity) => writeEntity(entity, common)).join(',')],
    ['r', [...view.relations].sort().join('')],
    ['ht', list(view.hiddenTypes)],
    ['hr', list(view.hiddenRelationTypes)],
    ['bg', view.background ? '' : '0'],
    ['s', view.selectedEntities.map((id) => encodeId(id, common)).join(',')],
    ['sr', list(view.selectedRelations)],
    ['left', ui.left ?? ''],
    ['open', list([...(ui.console ? ['console'] : []), ...(ui.list ? ['list'] : [])])],
    ['inspector', ui.inspector ? '' : '0'],
    ['theme', ui.theme === 'auto' ? '' : ui.theme],
    ['doc', reader ? encode(reader.document) : ''],
    ['sentence', reader?.sentence ? encode(reader.sentence) : ''],
    ['at', reader?.start !== undefined && reader.end !== undefined ? `${reader.start}~${reader.end}` : ''],
    ['from', trace.from ? encodeId(trace.from, common) : ''],
    ['to', trace.to ? encodeId(trace.to, common) : ''],
    ['via', trace.via.map((id) => encodeId(id, common)).join(',')],
    ['rank', trace.rank === 'specific' ? '' : trace.rank],
    ['said', trace.background ? '' : '1'],
    ...filterFields(trace.filter),
    ['c', pairs(ui.captions)],
    ['q', encode(ui.statement)],
  ];
  const written = fields.filter(([, value]) => value !== '').map(([key, value]) => `${key}=${value}`);
  return [`v=${VERSION}`, ...written].join('&');
}

const base36 = z
  .string()
  .regex(/^-?[0-9a-z]{1,9}$/)
  .transform((text) => Number.parseInt(text, 36));
const percent = z
  .string()
  .regex(/^\d{1,2}$|^100$/)
  .transform(Number);
const offsets = z
  .string()
  .regex(/^\d+~\d+$/)
  .transform((text) => text.split('~').map(Number));

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ViewError('The link is damaged: it holds a percent sign that encodes nothing.');
  }
}

function parse<S extends z.ZodType>(schema: S, value: unknown, what: string): z.infer<S> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new ViewError(`The link is damaged: its ${what} cannot be read.`);
  return parsed.data;
}

function readEntity(text: string, common: string): ViewEntity {
  const [id = '', x = '', y = '', pin = ''] = text.split('~');
  return {
    id: parse(EntityId, decodeId(id, common), 'list of entities'),
    position: x === '' ? null : { x: parse(base36, x, 'positions'), y: parse(base36, y, 'positions') },
    pinned: pin === 'p',
  };
}

function readPairs(text: string): Readonly<Record<string, string>> {
  const found = text === '' ? [] : text.split(',').map((pair) => splitOnce(pair, '~'));
  return Object.fromEntries(found.map(([label, property]) => [decode(label), decode(property)]));
}

function readReader(value: (key: string) => string): Ui['reader'] {
  if (value('doc') === '') return null;
  const at = value('at') === '' ? [] : parse(offsets, value('at'), 'place in the text');
  const [start, end] = at;
  return {
    document: parse(DocumentId, decode(value('doc')), 'document'),
    ...(value('sentence') === '' ? {} : { sentence: SentenceId.parse(decode(value('sentence'))) }),
    ...(start === undefined || end === undefined ? {} : { start, end }),
  };
}

function readFilter(value: (key: string) => string): TraceFilter {
  const many = (key: string) => (value(key) === '' ? [] : value(key).split(',').map(decode));
  return {
    types: many('tt'),
    documents: parse(z.array(DocumentId), many('td'), 'documents'),
    confidence: parse(percent, value('sure') || '0', 'least confidence') / 100,
    after: parse(Day, value('after'), 'first date'),
    before: parse(Day, value('before'), 'last date'),
  };
}

/**
 * Reads the text after `#`.
 * @throws ViewError when it is not a view, with the reason in plain words
 */
export function decodeView(text: string): View {
  const fields = new Map(text.split('&').map((field) => splitOnce(field, '=')));
  const value = (key: string) => fields.get(key) ?? '';
  if (value('v') !== VERSION) throw new ViewError('The link is not one of this version of Threadline.');
  const parts = (key: string) => (value(key) === '' ? [] : value(key).split(','));
  const many = (key: string) => parts(key).map(decode);
  const common = decode(value('p'));
  const end = (key: string) =>
    value(key) === '' ? null : parse(EntityId, decodeId(value(key), common), 'trace');
  return {
    entities: parts('e').map((text) => readEntity(text, common)),
    relations: new Set(value('r').match(/.{5}/g) ?? []),
    hiddenTypes: many('ht'),
    hiddenRelationTypes: many('hr'),
    background: value('bg') !== '0',
    selectedEntities: parse(
      z.array(EntityId),
      parts('s').map((text) => decodeId(text, common)),
      'selection',
    ),
    selectedRelations: parse(z.array(RelationId), many('sr'), 'selection'),
    ui: {
      left: parse(z.enum(['reader', 'trace']).nullable(), value('left') || null, 'panel'),
      inspector: value('inspector') !== '0',
      console: many('open').includes('console'),
      list: many('open').includes('list'),
      theme: parse(z.enum(['auto', 'light', 'dark']), value('theme') || 'auto', 'theme'),
      reader: readReader(value),
      trace: {
        from: end('from'),
        to: end('to'),
        via: parse(
          z.array(EntityId).max(MOST_STOPS),
          parts('via').map((text) => decodeId(text, common)),
          'stops',
        ),
        rank: parse(PathRank, value('rank') || 'specific', 'ranking'),
        background: value('said') !== '1',
        filter: readFilter(value),
      },
      statement: decode(value('q')),
      captions: readPairs(value('c')),
    },
  };
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
