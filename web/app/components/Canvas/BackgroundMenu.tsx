import { Menu } from '@mantine/core';
import * as actions from '../../actions.ts';
import * as canvasActions from '../../canvas-actions.ts';
import { sceneAsCypher } from '../../cypher-actions.ts';
import * as graphActions from '../../graph-actions.ts';
import { useHistory } from '../../hooks.ts';
import { layoutCaptions, layoutNames } from '../../scene/layout/names.ts';

export function BackgroundMenu() {
  const undoable = useHistory(({ past }) => past.length > 0);
  return (
    <>
      <Menu.Item onClick={() => actions.fit()} rightSection="F">
        Fit into view
      </Menu.Item>
      <Menu.Sub>
        <Menu.Sub.Target>
          <Menu.Sub.Item>Layout</Menu.Sub.Item>
        </Menu.Sub.Target>
        <Menu.Sub.Dropdown>
          {layoutNames.map((name) => (
            <Menu.Item key={name} onClick={() => void actions.arrange(name)}>
              {layoutCaptions[name]}
            </Menu.Item>
          ))}
        </Menu.Sub.Dropdown>
      </Menu.Sub>
      <Menu.Item onClick={canvasActions.selectAll}>Select all</Menu.Item>
      <Menu.Divider />
      <Menu.Item onClick={() => void canvasActions.relateVisible()}>
        Show relations among the visible
      </Menu.Item>
      <Menu.Item onClick={canvasActions.dismissUnconnected}>Dismiss unconnected</Menu.Item>
      <Menu.Item onClick={sceneAsCypher}>This scene as Cypher</Menu.Item>
      <Menu.Item onClick={() => void graphActions.openInitialScene()}>Back to the opening scene</Menu.Item>
      <Menu.Divider />
      <Menu.Item onClick={actions.undo} disabled={!undoable}>
        Undo
      </Menu.Item>
    </>
  );
}
