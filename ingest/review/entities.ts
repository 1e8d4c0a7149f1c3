/** The entities of a review: merged, split, described, rejected. */
import { claimId } from '../../graph/id.ts';
import type { Claim, Entity, EntityId, Extraction, Mention } from '../../graph/model.ts';
import type { Ontology } from '../../graph/ontology.ts';
import { DataFileError } from '../data-file.ts';
import type { Outcome } from './apply.ts';
import type { EntityDecision, Review } from './review-file.ts';
import { placeOf } from './spans.ts';

export function reviewEntities(
  extraction: Extraction,
  review: Review,
  ontology: Ontology,
  outcome: Outcome,
): Extraction {
  const merged = merge(extraction, review, outcome);
  const described = describe(merged, review, ontology, outcome);
  return dropUnwanted(split(described, review), review, outcome);
}

/** Ids that mean the same become one. */
function merge(extraction: Extraction, { data, lineOf }: Review, outcome: Outcome): Extraction {
  const known = new Set(extraction.entities.map(({ id }) => id));
  const to = new Map<EntityId, EntityId>();
  data.entities.forEach(({ id, sameAs }, index) => {
    sameAs.forEach((other, position) => {
      if (known.has(other)) to.set(other, id);
      else {
        const line = lineOf(['entities', index, 'sameAs', position]);
        outcome.unmatched.push(`line ${line}: no entity ${other} to merge into ${id}`);
      }
    });
  });
  if (to.size === 0) return extraction;
  const now = (id: EntityId) => to.get(id) ?? id;
  const claims = extraction.claims.map((claim) => renamed(claim, now(claim.subject), now(claim.object), now));
  return {
    ...extraction,
    entities: joinSame(extraction.entities, to),
    mentions: extraction.mentions.map((mention) => ({ ...mention, entity: now(mention.entity) })),
    claims: distinct(claims.filter(({ subject, object }) => subject !== object)),
    background: extraction.background.filter(
      ({ subject, object }) => now(subject) === subject && now(object) === object,
    ),
  };
}

/** Under the id that stays, the names of the others are names still. */
function joinSame(entities: readonly Entity[], to: ReadonlyMap<EntityId, EntityId>): Entity[] {
  const byId = new Map<EntityId, Entity>();
  for (const entity of entities) if (!to.has(entity.id)) byId.set(entity.id, entity);
  for (const entity of entities) {
    const id = to.get(entity.id);
    if (id === undefined) continue;
    const first = byId.get(id) ?? { ...entity, id };
    const names = new Set([...first.aliases, entity.name, ...entity.aliases]);
    names.delete(first.name);
    byId.set(id, { ...first, aliases: [...names] });
  }
  return [...byId.values()];
}

/** The claim between other ends; its id follows from them. */
export function renamed(
  claim: Claim,
  subject: EntityId,
  object: EntityId,
  speaker: (id: EntityId) => EntityId = (id) => id,
): Claim {
  const id = claimId(claim.sentence, subject, claim.type, object, claim.polarity);
  return { ...claim, id, subject, object, speakers: [...new Set(claim.speakers.map(speaker))] };
}

/** One claim an id: the surest. */
export function distinct(claims: readonly Claim[]): Claim[] {
  const byId = new Map<string, Claim>();
  for (const claim of claims) {
    const other = byId.get(claim.id);
    if (!other || claim.confidence > other.confidence) byId.set(claim.id, claim);
  }
  return [...byId.values()];
}

/** Names, types and dates by the reviewer; entities that nobody had found. */
function describe(extraction: Extraction, review: Review, ontology: Ontology, outcome: Outcome): Extraction {
  const entities = new Map<EntityId, Entity>(extraction.entities.map((entity) => [entity.id, entity]));
  review.data.entities.forEach((decision, index) => {
    if (decision.decision === 'reject') return;
    const line = review.lineOf(['entities', index]);
    const type = decision.type ?? entities.get(decision.id)?.type;
    const known = type === undefined ? undefined : ontology.entityTypes.get(type);
    if (type !== undefined && !known)
      throw new DataFileError(review.name, line, `${type} is no entity type of the ontology.`);
    const before = entities.get(decision.id);
    if (!before && (decision.type === undefined || decision.name === undefined)) {
      outcome.unmatched.push(`line ${line}: no entity ${decision.id} any more; type and name would make it`);
      return;
    }
    entities.set(decision.id, described(decision, before, known?.families ?? []));
  });
  return { ...extraction, entities: [...entities.values()] };
}

function described(
  decision: EntityDecision,
  before: Entity | undefined,
  families: readonly string[],
): Entity {
  const { id, type, name, aliases, date } = decision;
  const base: Entity = before ?? {
    id,
    type: '',
    name: '',
    aliases: [],
    description: null,
    wikidata: null,
    iso3: null,
    latitude: null,
    longitude: null,
    origin: 'document',
    provisional: false,
    labels: [],
    date: null,
  };
  const own = type !== undefined && type !== before?.type ? { type, labels: [...families] } : {};
  return {
    ...base,
    ...own,
    name: name ?? base.name,
    aliases: aliases ?? base.aliases,
    date: date ?? base.date,
    origin: 'document',
    provisional: false,
  };
}

/** Spans that the review gives to entities; claims follow where a sentence speaks of the other entity no more. */
function split(extraction: Extraction, review: Review): Extraction {
  const given: Mention[] = [];
  review.data.entities.forEach(({ id, decision, mentions }, index) => {
    if (decision === 'reject' || !extraction.entities.some((entity) => entity.id === id)) return;
    mentions.forEach((span, position) => {
      const { start, end, sentence } = placeOf(span, extraction, review, [
        'entities',
        index,
        'mentions',
        position,
      ]);
      const same = extraction.mentions.find(
        (mention) => mention.entity === id && mention.start === start && mention.end === end,
      );
      const kind = span.kind ?? same?.kind ?? 'named';
      given.push({ sentence: sentence.id, entity: id, kind, start, end, text: span.quote });
    });
  });
  if (given.length === 0) return extraction;
  const spans = new Map<string, Mention[]>();
  for (const mention of given) spans.set(spanOf(mention), [...(spans.get(spanOf(mention)) ?? []), mention]);
  const taken = extraction.mentions.filter((mention) => spans.has(spanOf(mention)));
  // A complete review that says where an entity is spoken of says it whole.
  const listed = review.data.complete.includes('entities')
    ? new Set(review.data.entities.filter((each) => each.mentions.length > 0).map(({ id }) => id))
    : new Set<EntityId>();
  const stays = (mention: Mention) => !spans.has(spanOf(mention)) && !listed.has(mention.entity);
  const mentions = [...extraction.mentions.filter(stays), ...given];
  const moves = movesOf(taken, mentions, spans);
  const claims = extraction.claims.map((claim) => {
    const end = (id: EntityId) => moves.get(`${claim.sentence} ${id}`) ?? id;
    return renamed(claim, end(claim.subject), end(claim.object));
  });
  return {
    ...extraction,
    mentions,
    claims: distinct(claims.filter(({ subject, object }) => subject !== object)),
  };
}

const spanOf = ({ start, end }: Mention) => `${start} ${end}`;

/** For a sentence and an entity that lost all its mentions there: the one that has them now. */
function movesOf(
  taken: readonly Mention[],
  mentions: readonly Mention[],
  spans: ReadonlyMap<string, readonly Mention[]>,
): Map<string, EntityId> {
  const left = new Set(mentions.map(({ sentence, entity }) => `${sentence} ${entity}`));
  const moves = new Map<string, EntityId>();
  for (const mention of taken) {
    const key = `${mention.sentence} ${mention.entity}`;
    const [only, another] = spans.get(spanOf(mention)) ?? [];
    if (!left.has(key) && only && !another) moves.set(key, only.entity);
  }
  return moves;
}

/** Rejected entities, and under a complete review all that it does not name, with their mentions and claims. */
function dropUnwanted(extraction: Extraction, { data }: Review, outcome: Outcome): Extraction {
  const complete = data.complete.includes('entities');
  const decided = new Map(data.entities.map(({ id, decision }) => [id, decision]));
  const stays = ({ id, origin }: Entity) =>
    decided.has(id) ? decided.get(id) === 'accept' : !complete || origin === 'gazetteer';
  const wanted = new Set(extraction.entities.filter(stays).map(({ id }) => id));
  const background = extraction.background.filter(
    ({ subject, object }) => wanted.has(subject) && wanted.has(object),
  );
  const claims = extraction.claims.filter(({ subject, object }) => wanted.has(subject) && wanted.has(object));
  outcome.rejected += extraction.claims.length - claims.length;
  // Background knowledge stays while it is about something the document speaks of.
  const related = new Set(background.flatMap(({ subject, object }) => [subject, object]));
  return {
    ...extraction,
    entities: extraction.entities.filter(
      ({ id, origin }) => wanted.has(id) && (origin === 'document' || related.has(id)),
    ),
    mentions: extraction.mentions.filter(({ entity }) => wanted.has(entity)),
    claims: claims.map((claim) => ({ ...claim, speakers: claim.speakers.filter((id) => wanted.has(id)) })),
    background,
  };
}
