/** Relations of a corpus as people write them, `A | TYPE | B`, and whether a claim says one. */
import type { Claim, Extraction } from '../../graph/model.ts';

export interface Triple {
  readonly subject: string;
  readonly type: string;
  readonly object: string;
}

/** @throws Error for a line that is no triple */
export function readTriple(line: string): Triple {
  const [subject, type, object, rest] = line.split(' | ');
  if (!subject || !type || !object || rest) throw new Error(`not a triple: ${line}`);
  return { subject, type, object };
}

/** Whether a claim says the triple, polarity and modality aside. */
export function fits({ subject, type, object }: Triple, claim: Claim, read: Extraction): boolean {
  if (claim.type !== type) return false;
  if (named(subject, claim.subject, read) && named(object, claim.object, read)) return true;
  const symmetric = /^(?:COOPERATES|CONSULTS)_WITH$/.test(type);
  return symmetric && named(object, claim.subject, read) && named(subject, claim.object, read);
}

const plain = (name: string) =>
  ` ${name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/s\b/g, '')
    .trim()} `;

/** Whether the entity is called so in the text: one of its names holds the name asked for, or is held by it; `*` is any. */
function named(name: string, id: string, read: Extraction): boolean {
  if (name === '*') return true;
  const entity = read.entities.find((item) => item.id === id);
  const names = [
    entity?.name ?? '',
    ...(entity?.aliases ?? []),
    ...read.mentions.filter((mention) => mention.entity === id).map((mention) => mention.text),
  ];
  return names.some(
    (own) => own !== '' && (plain(own).includes(plain(name)) || plain(name).includes(plain(own))),
  );
}
