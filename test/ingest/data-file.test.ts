import { expect, test } from 'vitest';
import { z } from 'zod';
import { DataFileError, parseData } from '../../ingest/data-file.ts';
import { readDesignators } from '../../ingest/knowledge/designators.ts';
import { GazetteerEntry } from '../../ingest/knowledge/gazetteer.ts';
import { readLexicon } from '../../ingest/knowledge/lexicon.ts';

const failure = (text: string, schema: z.ZodType) => {
  try {
    parseData(text, 'x.yaml', schema);
  } catch (error) {
    return error;
  }
  return undefined;
};

test('a fault is named with its file, line and place', () => {
  const text =
    '- { id: base:a, type: Facility, name: A, aliases: [] }\n- id: base:b\n  type: Facility\n  name: B\n  aliases: []\n  point: { lat: 91, lon: 0 }\n';
  const error = failure(text, z.array(GazetteerEntry));
  expect(error).toBeInstanceOf(DataFileError);
  expect((error as DataFileError).line).toBe(6);
  expect((error as DataFileError).message).toContain('1.point.lat');
});

test('broken YAML gives the line too', () => {
  const error = failure('a: 1\nb: [1, 2\n', z.any());
  expect(error).toBeInstanceOf(DataFileError);
  expect((error as DataFileError).file).toBe('x.yaml');
});

test('the shipped data files fit their schemas', () => {
  expect(readLexicon().verbFrames.size).toBeGreaterThan(100);
  expect(readDesignators().last.size).toBeGreaterThan(50);
});
