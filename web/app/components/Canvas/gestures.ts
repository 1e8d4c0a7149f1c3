/** What gestures on the canvas mean. */
import type { EntityId } from '../../../../graph/model.ts';
import * as actions from '../../actions.ts';
import * as canvasActions from '../../canvas-actions.ts';
import * as graphActions from '../../graph-actions.ts';
import type { Point } from '../../scene/elements.ts';
import type { SceneEvents, Target } from '../../scene/input.ts';
import { extend } from '../../state/selection.ts';
import { stores } from '../../state/store.ts';
import type { Tip } from './Tooltip.tsx';

/** A menu asked for: on what, and where (px from the canvas's top left). */
export interface Asked {
  readonly target: Target | null;
  readonly at: Point;
}

interface Shown {
  tip(tip: Tip | null): void;
  menu(asked: Asked | null): void;
}

/** A second double-click within this time takes an expansion back, in ms. */
const COLLAPSE_WITHIN = 20_000;

/** How long the pointer rests before the tooltip comes, in ms. */
const TIP_AFTER = 450;

export function createEvents({ tip, menu }: Shown): Omit<SceneEvents, 'navigated'> {
  let expanded: { id: EntityId; at: number } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tipLater = (next: Tip | null) => {
    clearTimeout(timer);
    if (next) timer = setTimeout(() => tip(next), TIP_AFTER);
    else tip(null);
  };
  return {
    tap(target, { add }) {
      const picked =
        target === null
          ? {}
          : target.kind === 'entity'
            ? { entities: [target.id] }
            : { relations: target.ids };
      if (add && target) canvasActions.toggleSelection(picked);
      else if (!add) actions.select(picked);
      if (target === null) actions.clearHighlight();
      tipLater(null);
    },
    doubleTap(target) {
      if (target?.kind !== 'entity') return;
      const { id } = target;
      const again = expanded?.id === id && Date.now() - expanded.at < COLLAPSE_WITHIN;
      if (again && actions.scene().expansions.has(id)) {
        expanded = null;
        actions.collapse(id);
      } else {
        expanded = { id, at: Date.now() };
        void graphActions.expand(id);
      }
    },
    context(target, at) {
      tipLater(null);
      menu({ target, at });
    },
    hover(target, at) {
      tipLater(target && { target, at });
      const [first] = target?.kind === 'relations' ? target.ids : [];
      if (target === null) actions.hover(null);
      else if (target.kind === 'entity') actions.hover({ kind: 'entity', id: target.id, from: 'canvas' });
      else if (first) actions.hover({ kind: 'relation', id: first, from: 'canvas' });
    },
    box: (entities) => stores.selection.setState((state) => extend(state, { entities }), true),
    moved: canvasActions.move,
    viewport: () => tipLater(null),
    dragged(id) {
      const { entities } = stores.selection.getState();
      return entities.has(id) ? entities : new Set();
    },
  };
}
