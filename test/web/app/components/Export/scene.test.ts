/** A hostile scene in every format: nothing of it is run, ends a file early or gets lost. */
import { describe, expect, test } from 'vitest';
import { type Entity, EntityId, type Relation, RelationId } from '../../../../../graph/model.ts';
import {
  entityTable,
  relationTable,
  type SceneData,
  sceneCypher,
  sceneGraphml,
  sceneJson,
} from '../../../../../web/app/components/Export/scene.ts';
import { svgOf } from '../../../../../web/app/components/Export/svg.ts';
import { captionBox } from '../../../../../web/app/scene/captions.ts';
import { elementsOf } from '../../../../../web/app/scene/elements.ts';
import { lookOf } from '../../../../../web/app/scene/look.ts';
import { pictureOf } from '../../../../../web/app/scene/picture.ts';
import { plain } from '../../../../entity.ts';

const HOSTILE = `<script>alert('x')</script>"&]]>\u0000\u0008=cmd|' /C calc'!A0`;

const entity = (id: string, name: string): Entity => ({
  ...plain,
  id: EntityId.parse(id),
  type: HOSTILE,
  name,
  aliases: [HOSTILE],
});
const relation: Relation = {
  id: RelationId.parse('r'),
  type: 'X`]->() DETACH DELETE n //\\u0060',
  subject: EntityId.parse(`a${HOSTILE}`),
  object: EntityId.parse('b'),
  polarity: '-',
  modalities: ['asserted'],
  confidence: 1,
  claimCount: 2,
  claims: [],
  documents: [],
  firstDate: null,
  lastDate: null,
  origin: 'document',
};
const data: SceneData = {
  subgraph: { entities: [entity(`a${HOSTILE}`, HOSTILE), entity('b', '=1+2')], relations: [relation] },
  positions: new Map([
    [EntityId.parse(`a${HOSTILE}`), { x: 0, y: 0 }],
    [EntityId.parse('b'), { x: 100, y: 50 }],
  ]),
};

/** Every `<` begins a tag of ours, every `&` an entity of XML, and there is no control character. */
function expectXml(text: string, tags: string): void {
  expect(text.match(new RegExp(`<(?!/?(?:${tags})[\\s>/]|\\?xml )`, 'g'))).toBeNull();
  expect(text.match(/&(?!amp;|lt;|gt;|quot;|apos;|#(?:9|10|13);)/g)).toBeNull();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
  expect(text.match(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/)).toBeNull();
  expect(text).toContain('&lt;script&gt;');
}

describe('a hostile scene', () => {
  test('as GraphML', async () => {
    expectXml(await sceneGraphml(data), 'graphml|key|graph|node|edge|data');
  });

  test('as a picture', () => {
    const measure = (text: string, size: number) => text.length * size * 0.5;
    expect(captionBox(['x'], measure, { size: 12, bold: false }, 20)).toBeDefined();
    const elements = elementsOf({
      subgraph: data.subgraph,
      degrees: new Map(),
      missing: new Map(),
      positions: data.positions,
      pinned: new Set(),
      apart: new Set(),
      look: lookOf(null),
      measure,
    });
    const legend = [{ colour: 'grey', shape: 'ellipse', caption: HOSTILE }];
    const picture = pictureOf({
      elements,
      legend,
      sources: [HOSTILE],
      title: HOSTILE,
      theme: 'light',
      measure,
    });
    expectXml(svgOf(picture), 'svg|title|rect|path|text');
  });

  test('as tables: nothing begins as a formula does', () => {
    for (const text of [entityTable(data), relationTable(data)]) {
      const cells = text.split('\r\n').flatMap((line) => line.split(','));
      expect(cells.filter((cell) => /^"?[=+\-@\t]/.test(cell) && cell !== '-')).toEqual([]);
    }
    expect(entityTable(data)).toContain("'=1+2");
    expect(relationTable(data)).toContain("'-");
  });

  test('as Cypher: every name and text stays one', async () => {
    const script = await sceneCypher(data);
    expect(script).toContain('`X``]->() DETACH DELETE n //\\u005Cu0060`');
    expect(script).toContain("\\'x\\'");
    expect(script).toContain('\\u0000\\u0008');
  });

  test('as JSON', () => {
    expect(JSON.parse(sceneJson(data))).toMatchObject({
      ...data.subgraph,
      positions: { b: { x: 100, y: 50 } },
    });
  });
});
