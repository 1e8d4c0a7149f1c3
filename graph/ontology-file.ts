/** The product's ontology file, read from disk. */
import { readFileSync } from 'node:fs';
import { type Ontology, parseOntology } from './ontology.ts';

/** Reads and checks `graph/ontology.yaml` (or `file`). Throws {@link OntologyError} with the line, or the file system's error. */
export function readOntology(file: string | URL = new URL('./ontology.yaml', import.meta.url)): Ontology {
  return parseOntology(readFileSync(file, 'utf8'));
}
