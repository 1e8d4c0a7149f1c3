/** The canvas as rows: what is drawn, in words. */
import type { Entity, EntityId, Relation } from '../../../../graph/model.ts';
import type { Exploration } from '../../state/exploration.ts';
import { visible } from '../../state/exploration.ts';

export interface EntityRow {
  readonly entity: Entity;
  /** Its type in words. */
  readonly type: string;
  readonly degree: number;
}

export interface RelationRow {
  readonly relation: Relation;
  readonly subject: string;
  readonly object: string;
}

/** Entities that are drawn and whose name, alias or type holds the words; the best-connected first. */
export function entityRows(scene: Exploration, words: string, typeOf: (type: string) => string): EntityRow[] {
  return visible(scene)
    .entities.map((entity) => ({
      entity,
      type: typeOf(entity.type),
      degree: scene.degrees.get(entity.id) ?? 0,
    }))
    .filter(({ entity, type }) => holds([entity.name, entity.type, type, ...entity.aliases], words))
    .sort((a, b) => b.degree - a.degree || a.entity.name.localeCompare(b.entity.name));
}

/** Relations that are drawn and whose ends or caption hold the words, by subject. */
export function relationRows(
  scene: Exploration,
  words: string,
  caption: (type: string) => string,
): RelationRow[] {
  const name = (id: EntityId) => scene.entities.get(id)?.name ?? id;
  return visible(scene)
    .relations.map((relation) => ({
      relation,
      subject: name(relation.subject),
      object: name(relation.object),
    }))
    .filter(({ relation, subject, object }) => holds([subject, caption(relation.type), object], words))
    .sort((a, b) => a.subject.localeCompare(b.subject) || a.object.localeCompare(b.object));
}

/** Whether every word is in one of the texts, case and accents aside. */
function holds(texts: readonly string[], words: string): boolean {
  const all = fold(texts.join(' '));
  return fold(words)
    .split(/\s+/)
    .every((word) => all.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
