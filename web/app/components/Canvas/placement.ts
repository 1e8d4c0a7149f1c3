/** Gives every entity of the scene a place: watches for those without one and asks the layout worker. */
import type { EntityId } from '../../../../graph/model.ts';
import * as actions from '../../actions.ts';
import type { SceneElements } from '../../scene/elements.ts';
import type { LayoutGraph, Positions } from '../../scene/layout/graph.ts';
import { isLayoutName, type LayoutName } from '../../scene/layout/names.ts';
import type { LayoutRunner } from '../../scene/layout/runner.ts';
import { type Position, place } from '../../state/exploration.ts';

export interface Placement {
  /** Places what has no place; the positions come as a change of the scene. */
  check(elements: SceneElements): void;
  /** Lays everything out again as one undoable step; pinned entities stay. */
  arrange(layout: string, elements: SceneElements): Promise<void>;
  busy(): boolean;
}

export function createPlacement(runner: LayoutRunner, aspect: () => number): Placement {
  let running = false;

  async function placeMissing(elements: SceneElements): Promise<void> {
    running = true;
    try {
      const found = await runner.run(graphOf(elements, aspect(), 'placed'), null);
      running = false;
      actions.amend((state) => place(state, onlyMissing(found, state.positions)));
    } catch (cause) {
      running = false;
      actions.report('The layout failed', cause);
    }
  }

  return {
    busy: () => running,
    check(elements) {
      if (!running && elements.nodes.some(({ position }) => position === null)) void placeMissing(elements);
    },
    async arrange(layout, elements) {
      const name: LayoutName = isLayoutName(layout) ? layout : 'automatic';
      try {
        const found = await runner.run(graphOf(elements, aspect(), 'pinned'), name);
        actions.change((state) => place(state, found as Map<EntityId, Position>));
      } catch (cause) {
        actions.report('The layout failed', cause);
      }
    },
  };
}

function graphOf({ nodes, edges }: SceneElements, aspect: number, fixed: 'placed' | 'pinned'): LayoutGraph {
  return {
    nodes: nodes.map(({ id, box, position, pinned, colour, shape }) => ({
      id,
      box,
      type: `${colour} ${shape}`,
      fixed: fixed === 'placed' || pinned ? position : null,
    })),
    edges: edges.map(({ source, target }) => ({ source, target })),
    aspect,
  };
}

/** The scene may have changed while the layout ran: what has a place by now keeps it. */
function onlyMissing(found: Positions, placed: ReadonlyMap<EntityId, Position>): Map<EntityId, Position> {
  return new Map(
    [...found].map(([id, at]) => [id as EntityId, at] as const).filter(([id]) => !placed.has(id)),
  );
}
