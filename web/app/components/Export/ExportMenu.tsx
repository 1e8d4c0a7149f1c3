import { ActionIcon, Menu, Tooltip, useComputedColorScheme } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { EXPORT_FILES, exportPath } from '../../../api.ts';
import { report } from '../../actions.ts';
import { useExploration } from '../../hooks.ts';
import classes from './ExportMenu.module.css';
import type { SceneExport } from './run.ts';

const scene: readonly (readonly [SceneExport, string, string])[] = [
  ['png', 'Picture, PNG', 'legend, sources'],
  ['svg', 'Picture, SVG', 'legend, sources'],
  ['json', 'JSON', 'with places'],
  ['graphml', 'GraphML', 'Gephi, networkx'],
  ['entities', 'Entities, CSV', 'for spreadsheets'],
  ['relations', 'Relations, CSV', 'for spreadsheets'],
  ['cypher', 'Cypher', 'a script'],
];

const graph: Readonly<Record<(typeof EXPORT_FILES)[number], readonly [string, string]>> = {
  'graph.jsonl': ['JSON Lines', 'npm run import'],
  'graph.graphml': ['GraphML', 'Gephi, networkx'],
  'graph.csv.zip': ['CSV', 'neo4j-admin import'],
  'graph.cypher': ['Cypher', 'a script'],
};

/** Everything can be taken away: what is drawn, and the whole graph. What makes the files is loaded when one is wanted. */
export function ExportMenu() {
  const empty = useExploration((state) => state.entities.size === 0);
  const theme = useComputedColorScheme('light');
  const [opened, setOpened] = useState(false);
  const take = async (kind: SceneExport) => {
    try {
      const { exportScene } = await import('./run.ts');
      await exportScene(kind, theme);
    } catch (cause) {
      report('The scene could not be exported', cause);
    }
  };
  return (
    <Menu position="bottom-end" width={280} shadow="md" opened={opened} onChange={setOpened}>
      <Menu.Target>
        <Tooltip label="Export" disabled={opened}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Export">
            <IconDownload size={19} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>What is drawn</Menu.Label>
        {scene.map(([kind, caption, what]) => (
          <Menu.Item
            key={kind}
            disabled={empty}
            rightSection={<Hint>{what}</Hint>}
            onClick={() => void take(kind)}
          >
            {caption}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>The whole graph</Menu.Label>
        {EXPORT_FILES.map((file) => (
          <Menu.Item
            key={file}
            component="a"
            href={exportPath(file)}
            download={file}
            rightSection={<Hint>{graph[file][1]}</Hint>}
          >
            {graph[file][0]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Hint({ children }: { readonly children: string }) {
  return <span className={classes.hint}>{children}</span>;
}
