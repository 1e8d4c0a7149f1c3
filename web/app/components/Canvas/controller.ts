/** Keeps the canvas in step with the stores. No React: the canvas redraws without a render of the page. */
import type { EntityId } from '../../../../graph/model.ts';
import * as actions from '../../actions.ts';
import type { Insets } from '../../scene/camera.ts';
import { elementsOf, type Point, type SceneElements, type Tier, tierOf } from '../../scene/elements.ts';
import { emphasisOf } from '../../scene/emphasis.ts';
import type { SceneEvents } from '../../scene/input.ts';
import { createLayoutRunner } from '../../scene/layout/runner.ts';
import { lookOf } from '../../scene/look.ts';
import { createMeasure } from '../../scene/measure.ts';
import { mountScene, type SceneView } from '../../scene/mount.ts';
import type { Theme } from '../../scene/palette.ts';
import { type Exploration, hiddenDegrees, visible } from '../../state/exploration.ts';
import { stores } from '../../state/store.ts';
import { createPlacement } from './placement.ts';

export interface CanvasController {
  setTheme(theme: Theme): void;
  view(): SceneView;
  elements(): SceneElements;
  /** Puts a point of the model in the middle, as the user wants it. */
  moveTo(point: Point): void;
  resize(): void;
  stop(): void;
}

export interface CanvasOptions {
  readonly theme: Theme;
  readonly insets: () => Insets;
  readonly events: Omit<SceneEvents, 'navigated'>;
  /** Told whenever what is drawn has changed. */
  readonly drawn: (elements: SceneElements, busy: boolean) => void;
}

export function startCanvas(host: HTMLElement, options: CanvasOptions): CanvasController {
  const measure = createMeasure();
  const runner = createLayoutRunner();
  let theme = options.theme;
  let tier: Tier = 'full';
  /** Whether everything is in view and the user has not moved it since: then it stays so when the canvas resizes. */
  let fitted = false;
  let fitting = false;

  const aspect = () => {
    const { top, right, bottom, left } = options.insets();
    return Math.max(0.4, host.clientWidth - left - right) / Math.max(1, host.clientHeight - top - bottom);
  };
  const placement = createPlacement(runner, () => Math.min(2.6, Math.max(0.45, aspect())));
  let elements = compute(stores.scene.getState().present);
  // The layout works while the renderer starts.
  placeMissing();
  let view = mount();

  function mount(): SceneView {
    const navigated = () => {
      fitted = false;
    };
    return mountScene(host, {
      theme,
      tier,
      measure,
      insets: options.insets,
      events: { ...options.events, navigated },
    });
  }

  function compute(scene: Exploration, all = false): SceneElements {
    const { relations, highlight } = stores.selection.getState();
    return elementsOf({
      subgraph: all
        ? { entities: [...scene.entities.values()], relations: [...scene.relations.values()] }
        : visible(scene),
      degrees: scene.degrees,
      missing: hiddenDegrees(scene),
      positions: scene.positions,
      pinned: scene.pinned,
      apart: new Set([...relations, ...(highlight?.relations ?? [])]),
      look: lookOf(stores.catalogue.getState().schema),
      measure,
    });
  }

  /** Asks for the places that are missing, of what filters hide too; whether there are any. */
  function placeMissing(): boolean {
    const scene = stores.scene.getState().present;
    if ([...scene.entities.keys()].every((id) => scene.positions.has(id))) return false;
    const all = compute(scene, true);
    // Sizes depend on the schema's shapes: what is laid out before it has come would overlap after.
    if (stores.catalogue.getState().schema !== null) placement.check(all);
    return hasUnplaced(all);
  }

  function redraw(): void {
    const scene = stores.scene.getState().present;
    elements = compute(scene);
    const next = tierOf(elements.nodes.length, elements.edges.length, tier);
    if (next !== tier) {
      tier = next;
      const viewport = view.viewport();
      view.destroy();
      view = mount();
      view.setViewport(viewport);
    }
    view.update(elements);
    emphasise();
    if (!placeMissing()) moveCamera();
    options.drawn(elements, placement.busy());
  }

  function emphasise(): void {
    const { entities, relations, hover, highlight } = stores.selection.getState();
    view.emphasise(
      emphasisOf({
        relations: visible(stores.scene.getState().present).relations,
        selected: { entities, relations },
        path: highlight,
        hover,
      }),
    );
  }

  let wanted: Iterable<EntityId> | undefined;
  let centring: Iterable<EntityId> | undefined;
  /** Fits or centres as asked, once everything has a place. */
  function moveCamera(): void {
    if (elements.nodes.length === 0) return;
    if (fitting) view.fit(wanted);
    if (fitting || centring) fitted = !centring && wanted === undefined;
    if (centring) view.centre(centring);
    fitting = false;
    wanted = undefined;
    centring = undefined;
  }
  const later = onNextFrame(redraw);
  const emphasiseLater = onNextFrame(emphasise);
  const detach = actions.attachStage({
    fit(ids) {
      wanted = ids;
      fitting = true;
      later();
    },
    centre(ids) {
      centring = ids;
      later();
    },
    zoomBy(factor) {
      fitted = false;
      view.zoomBy(factor);
    },
    arrange: async (layout) => {
      fitting = true;
      await placement.arrange(layout, compute(stores.scene.getState().present));
    },
  });
  const stops = [
    detach,
    stores.scene.subscribe(later),
    stores.catalogue.subscribe((next, before) => next.schema !== before.schema && later()),
    stores.selection.subscribe((next, before) => {
      const apart = next.relations !== before.relations || next.highlight !== before.highlight;
      if (apart) later();
      else emphasiseLater();
    }),
  ];
  fitting = true;
  redraw();

  return {
    view: () => view,
    elements: () => elements,
    setTheme(next) {
      if (next === theme) return;
      theme = next;
      view.setTheme(next);
    },
    moveTo(point) {
      fitted = false;
      view.moveTo(point);
    },
    resize() {
      options.events.viewport();
      view.resize();
      if (fitted) view.fit();
    },
    stop() {
      for (const stop of stops) stop();
      view.destroy();
      runner.close();
    },
  };
}

function hasUnplaced({ nodes }: SceneElements): boolean {
  return nodes.some(({ position }) => position === null);
}

/** Runs the work once before the next picture, however often it is asked for. */
function onNextFrame(work: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      work();
    });
  };
}
