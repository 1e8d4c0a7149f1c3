/** One entity out of what several documents say of it. Pure, and independent of their order. */
import type { Entity } from './model.ts';

const longestFirst = (a: string, b: string) => b.length - a.length || (a < b ? -1 : a > b ? 1 : 0);
const sorted = (values: Iterable<string>): string[] => [...new Set(values)].toSorted();

/** The value that most deserves to be kept: the gazetteer's before a document's, then the first in order of its text. */
function preferred<K extends keyof Entity>(versions: readonly Entity[], key: K): Entity[K] | null {
  const given = versions.filter((version) => version[key] !== null);
  const known = given.filter(({ origin }) => origin === 'gazetteer');
  const candidates = (known.length > 0 ? known : given).map((version) => version[key]);
  return candidates.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))[0] ?? null;
}

/**
 * Merges versions of one entity (same id). Names that are not chosen become aliases; `provisional` only falls;
 * what the gazetteer knows is never lost. Aliases and labels come back sorted.
 * @throws RangeError when there is no version
 */
export function mergeEntities(versions: readonly Entity[]): Entity {
  const first = versions[0];
  if (!first) throw new RangeError('An entity needs at least one version.');
  const known = versions.filter(({ origin }) => origin === 'gazetteer');
  const names = (known.length > 0 ? known : versions).map(({ name }) => name).toSorted(longestFirst);
  const name = names[0] ?? first.name;
  const others = versions.flatMap((version) => [version.name, ...version.aliases]);
  return {
    id: first.id,
    type: preferred(versions, 'type') ?? first.type,
    name,
    aliases: sorted(others.filter((other) => other !== name)),
    description: preferred(versions, 'description'),
    wikidata: preferred(versions, 'wikidata'),
    iso3: preferred(versions, 'iso3'),
    latitude: preferred(versions, 'latitude'),
    longitude: preferred(versions, 'longitude'),
    origin: known.length > 0 ? 'gazetteer' : 'document',
    provisional: versions.every(({ provisional }) => provisional),
    labels: sorted(versions.flatMap(({ labels }) => labels)),
    date: preferred(versions, 'date'),
  };
}
