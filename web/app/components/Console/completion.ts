/** What the editor completes: the labels, types and properties of the graph. */
import type { SchemaSummary } from '../../../../graph/model.ts';

export interface EditorSchema {
  readonly labels: string[];
  readonly relationshipTypes: string[];
  readonly propertyKeys: string[];
}

/** What every graph of ours has besides the ontology: the documents and claims behind the relations. */
const LABELS = ['Entity', 'Document', 'Sentence', 'Claim'];
const TYPES = ['HAS_SENTENCE', 'MENTIONS', 'SUBJECT', 'OBJECT', 'SAID_BY', 'EVIDENCE'];
const KEYS = [
  ...['id', 'name', 'aliases', 'description', 'wikidata', 'iso3', 'latitude', 'longitude', 'origin'],
  ...['provisional', 'title', 'publisher', 'published', 'url', 'language', 'text', 'index', 'start', 'end'],
  ...['section', 'type', 'act', 'polarity', 'modality', 'quote', 'prefix', 'suffix', 'confidence'],
  ...['extractors', 'eventDate', 'claims', 'claimCount', 'documents', 'firstDate', 'lastDate', 'modalities'],
];

/** The schema in the editor's form: labels and types with their colon. */
export function editorSchema(schema: SchemaSummary | null): EditorSchema {
  const used = (schema?.entityTypes ?? []).map(({ type }) => type);
  const families = (schema?.families ?? []).map(({ family }) => family);
  const types = (schema?.relationTypes ?? []).map(({ type }) => type);
  const colon = (names: readonly string[]) => [...new Set(names)].map((name) => `:${name}`);
  return {
    labels: colon([...families, ...used, ...LABELS]),
    relationshipTypes: colon([...types, ...TYPES]),
    propertyKeys: KEYS,
  };
}
