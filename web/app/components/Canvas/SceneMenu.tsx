/** The menus of the canvas: on an entity, on relations, on the background. */
import { Menu } from '@mantine/core';
import { BackgroundMenu } from './BackgroundMenu.tsx';
import classes from './Canvas.module.css';
import type { Asked } from './gestures.ts';
import { NodeMenu } from './NodeMenu.tsx';
import { RelationsMenu } from './RelationsMenu.tsx';

export function SceneMenu({ asked, onClose }: { readonly asked: Asked; readonly onClose: () => void }) {
  const { target, at } = asked;
  const key = `${target?.kind === 'entity' ? target.id : target?.ids.join()} ${at.x} ${at.y}`;
  return (
    <Menu
      key={key}
      opened
      onClose={onClose}
      position="bottom-start"
      width={240}
      shadow="md"
      offset={2}
      returnFocus={false}
      trapFocus
      withInitialFocusPlaceholder={false}
      closeOnItemClick
    >
      <Menu.Target>
        <button
          type="button"
          aria-label="Menu of the canvas"
          tabIndex={-1}
          className={classes.anchor}
          style={{ left: at.x, top: at.y }}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {target === null && <BackgroundMenu />}
        {target?.kind === 'entity' && <NodeMenu id={target.id} />}
        {target?.kind === 'relations' && <RelationsMenu ids={target.ids} />}
      </Menu.Dropdown>
    </Menu>
  );
}
