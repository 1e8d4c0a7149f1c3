/** What the items of the export menu do; loaded with the first of them. */
import type { DocumentSummary } from '../../../../graph/model.ts';
import { notify, report } from '../../actions.ts';
import { client } from '../../client.ts';
import { elementsOf } from '../../scene/elements.ts';
import { lookOf } from '../../scene/look.ts';
import type { Picture } from '../../scene/marks.ts';
import { createMeasure } from '../../scene/measure.ts';
import type { Theme } from '../../scene/palette.ts';
import { pictureOf } from '../../scene/picture.ts';
import { hiddenDegrees, visible } from '../../state/exploration.ts';
import { stores } from '../../state/store.ts';
import { download, downloadBlob } from '../Console/download.ts';
import { entityCounts } from '../Legend/counts.ts';
import { entityTable, relationTable, type SceneData, sceneCypher, sceneGraphml, sceneJson } from './scene.ts';
import { pngOf, svgOf } from './svg.ts';

function sceneData(): SceneData {
  const scene = stores.scene.getState().present;
  return { subgraph: visible(scene), positions: scene.positions };
}

const source = ({ title, publisher, published, url }: DocumentSummary): string =>
  [title, publisher, published, url].filter(Boolean).join(', ');

/** The documents that what is drawn rests on, one line each. */
async function sources({ subgraph }: SceneData): Promise<string[]> {
  const used = new Set(subgraph.relations.flatMap(({ documents }) => documents));
  if (used.size === 0) return [];
  const { documents } = await client.documents();
  return documents.filter(({ id }) => used.has(id)).map(source);
}

async function picture(theme: Theme): Promise<Picture> {
  const scene = stores.scene.getState().present;
  const data = sceneData();
  const look = lookOf(stores.catalogue.getState().schema);
  const measure = createMeasure();
  const elements = elementsOf({
    subgraph: data.subgraph,
    degrees: scene.degrees,
    missing: hiddenDegrees(scene),
    positions: scene.positions,
    pinned: scene.pinned,
    apart: new Set(),
    look,
    measure,
  });
  const counts = entityCounts({
    entities: new Map(data.subgraph.entities.map((entity) => [entity.id, entity])),
  });
  return pictureOf({
    elements,
    legend: counts.map(({ type, count }) => {
      const { colour, shape, caption } = look.type(type);
      return { colour, shape, caption: `${caption} (${count})` };
    }),
    sources: await sources(data),
    title: `Threadline: ${data.subgraph.entities.length} entities, ${data.subgraph.relations.length} relations, ${new Date().toISOString().slice(0, 10)}`,
    theme,
    measure,
  });
}

type Making = (theme: Theme) => Promise<void> | void;

/** What can be taken away of the scene. */
const MAKING = {
  png: async (theme) => downloadBlob('scene.png', await pngOf(await picture(theme))),
  svg: async (theme) => download('scene.svg', 'image/svg+xml', svgOf(await picture(theme))),
  json: () => download('scene.json', 'application/json', sceneJson(sceneData())),
  graphml: async () => download('scene.graphml', 'application/graphml+xml', await sceneGraphml(sceneData())),
  entities: () => download('scene-entities.csv', 'text/csv', entityTable(sceneData())),
  relations: () => download('scene-relations.csv', 'text/csv', relationTable(sceneData())),
  cypher: async () => download('scene.cypher', 'text/plain', await sceneCypher(sceneData())),
} as const satisfies Record<string, Making>;

export type SceneExport = keyof typeof MAKING;

/** Makes a file of what is drawn and gives it to the user. */
export async function exportScene(kind: SceneExport, theme: Theme): Promise<void> {
  try {
    await MAKING[kind](theme);
    notify({ kind: 'info', title: 'Exported', message: 'The file is among your downloads.' });
  } catch (cause) {
    report('The scene could not be exported', cause);
  }
}
