import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allowsEnds, OntologyError, parseOntology } from '../../graph/ontology.ts';
import { readOntology } from '../../graph/ontology-file.ts';

const text = readFileSync(new URL('../../graph/ontology.yaml', import.meta.url), 'utf8');
const lineOf = (part: string, of: string) => of.slice(0, of.indexOf(part)).split('\n').length;

describe('ontology', () => {
  it('is read with its types in the order of the file', () => {
    const ontology = readOntology();
    expect([...ontology.entityTypes.keys()].slice(0, 3)).toEqual(['Person', 'Office', 'Country']);
    expect(ontology.relationTypes.get('CONSULTS_WITH')).toMatchObject({ symmetric: true, auxiliary: false });
    expect(ontology.relationTypes.get('LOCATED_IN')).toMatchObject({ symmetric: false, auxiliary: true });
  });

  it('enforces ends and direction, in either order for symmetric types', () => {
    const ontology = readOntology();
    expect(allowsEnds(ontology, 'DEPLOYED_TO', 'EquipmentType', 'Facility')).toBe(true);
    expect(allowsEnds(ontology, 'DEPLOYED_TO', 'Facility', 'EquipmentType')).toBe(false);
    expect(allowsEnds(ontology, 'COOPERATES_WITH', 'Group', 'Country')).toBe(true);
    expect(allowsEnds(ontology, 'NO_SUCH_TYPE', 'Country', 'Country')).toBe(false);
  });

  const broken: [string, string, string][] = [
    ['an end that is no entity type', 'from: [Person], to: [Office]', 'from: [Person], to: [Ofice]'],
    ['an unknown key', 'shape: star', 'shap: star'],
    ['a value of the wrong kind', 'mood: -1', 'mood: 2'],
    [
      'a family that is a type',
      'families: [Subject], colour: purple, shape: round-diamond',
      'families: [Person], colour: purple, shape: round-diamond',
    ],
  ];
  it.each(broken)('names the line of %s', (_, before, after) => {
    expect(text).toContain(before);
    const wrong = text.replace(before, after);
    const parse = () => parseOntology(wrong);
    expect(parse).toThrow(OntologyError);
    expect(parse).toThrow(expect.objectContaining({ line: lineOf(after, wrong) }));
  });

  it('names the line of YAML that does not close', () => {
    expect(() => parseOntology('version: 1\nentityTypes: [\n')).toThrow(OntologyError);
    expect(() => parseOntology('')).toThrow(OntologyError);
  });
});
