/** Keys while the canvas has the focus: arrows walk from entity to entity, Enter opens the menu. */
import type { KeyboardEvent } from 'react';
import type { EntityId } from '../../../../graph/model.ts';
import * as actions from '../../actions.ts';
import type { Point, SceneNode } from '../../scene/elements.ts';
import { stores } from '../../state/store.ts';
import type { CanvasController } from './controller.ts';
import type { Asked } from './gestures.ts';

const directions: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export function onCanvasKey(
  event: KeyboardEvent,
  controller: CanvasController,
  ask: (asked: Asked) => void,
): void {
  const direction = directions[event.key];
  const [current] = stores.selection.getState().entities;
  const menu =
    event.key === 'Enter' || event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10');
  if (direction && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const next = nearest(controller.elements().nodes, current, direction);
    if (next) actions.select({ entities: [next] });
    if (next && !isInView(controller, next, event.currentTarget)) actions.centre([next]);
  } else if (menu) {
    const at = current ? controller.view().rendered(current) : null;
    const asked: Asked = {
      target: current ? { kind: 'entity', id: current } : null,
      at: at ?? { x: 240, y: 80 },
    };
    // Once this key is done with: a menu that opens under it would take it for a key of its own.
    setTimeout(() => ask(asked));
  } else return;
  event.preventDefault();
}

/** The entity that lies next in a direction: near, and not far off the line. The best-connected to begin with. */
export function nearest(
  nodes: readonly SceneNode[],
  from: EntityId | undefined,
  direction: Point,
): EntityId | undefined {
  const start = nodes.find(({ id }) => id === from)?.position;
  if (!start) return [...nodes].sort((a, b) => b.size - a.size)[0]?.id;
  let best: { id: EntityId; cost: number } | undefined;
  for (const { id, position } of nodes) {
    if (!position || id === from) continue;
    const [dx, dy] = [position.x - start.x, position.y - start.y];
    const along = dx * direction.x + dy * direction.y;
    const across = Math.abs(dx * direction.y) + Math.abs(dy * direction.x);
    if (along <= 0 || across > along * 2) continue;
    const cost = along + across * 2;
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best?.id;
}

function isInView(controller: CanvasController, id: EntityId, element: Element): boolean {
  const at = controller.view().rendered(id);
  return (
    !!at && at.x > 20 && at.y > 20 && at.x < element.clientWidth - 20 && at.y < element.clientHeight - 20
  );
}
