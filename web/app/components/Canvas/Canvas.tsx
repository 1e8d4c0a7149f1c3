/** The canvas with what lies on it: legend, controls, tooltip, menus. */
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { createMinimap, MAP_SIZE, type Minimap } from '../../scene/minimap.ts';
import type { Theme } from '../../scene/palette.ts';
import { SceneState } from '../Dialogs/SceneState.tsx';
import { Legend } from '../Legend/Legend.tsx';
import classes from './Canvas.module.css';
import { type CanvasController, startCanvas } from './controller.ts';
import { type Asked, createEvents } from './gestures.ts';
import { exposeForTests } from './handle.ts';
import { onCanvasKey } from './keyboard.ts';
import { SceneMenu } from './SceneMenu.tsx';
import { type Tip, Tooltip } from './Tooltip.tsx';
import { type Counts, ViewControls } from './ViewControls.tsx';

export function Canvas() {
  const host = useRef<HTMLDivElement>(null);
  const corner = useRef<HTMLCanvasElement>(null);
  const controller = useRef<CanvasController | null>(null);
  const minimap = useRef<Minimap | null>(null);
  const [tip, setTip] = useState<Tip | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [counts, setCounts] = useState<Counts>({ entities: 0, relations: 0, left: 0, busy: false, drawn: 0 });
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const theme = useRef<Theme>(scheme);

  useEffect(() => {
    if (!host.current || !corner.current) return;
    const element = host.current;
    const events = createEvents({ tip: setTip, menu: setAsked });
    const started = startCanvas(element, {
      theme: theme.current,
      insets: () => insetsOf(element),
      events: {
        ...events,
        viewport() {
          events.viewport();
          minimap.current?.follow();
        },
      },
      drawn: ({ nodes, edges, left }, busy) => {
        const relations = edges.reduce((sum, edge) => sum + edge.relations.length, 0);
        const drawn = nodes.filter(({ position }) => position !== null).length;
        setCounts({ entities: nodes.length, relations, left, busy, drawn });
        minimap.current?.redraw();
      },
    });
    controller.current = started;
    const map = createMinimap(corner.current, {
      elements: started.elements,
      viewport: () => started.view().viewport(),
      size: () => ({ width: element.clientWidth, height: element.clientHeight }),
      theme: () => theme.current,
      moveTo: started.moveTo,
    });
    minimap.current = map;
    map.redraw();
    const hide = exposeForTests(started);
    const observer = new ResizeObserver(() => started.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      hide();
      map.stop();
      started.stop();
      controller.current = null;
      minimap.current = null;
    };
  }, []);

  useEffect(() => {
    theme.current = scheme;
    controller.current?.setTheme(scheme);
    minimap.current?.redraw();
  }, [scheme]);

  // The menu took the keyboard from the canvas: arrows go on from where they were.
  const closeMenu = () => {
    setAsked(null);
    host.current?.focus({ preventScroll: true });
  };
  const summary = `Graph of ${counts.entities} entities and ${counts.relations} relations.`;
  return (
    <>
      <div
        ref={host}
        className={classes.host}
        role="application"
        aria-label={`${summary} Arrow keys move the selection, Enter opens the menu, L lists everything.`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: role application takes the keyboard
        tabIndex={0}
        data-testid="canvas"
        onKeyDown={(event) => controller.current && onCanvasKey(event, controller.current, setAsked)}
      />
      <SceneState busy={counts.busy && counts.drawn === 0} />
      <Legend />
      <canvas
        ref={corner}
        hidden
        className={classes.map}
        style={MAP_SIZE}
        role="img"
        aria-label="Minimap: the whole scene, with a frame around what is in view"
      />
      <ViewControls counts={counts} />
      {tip && !asked && <Tooltip tip={tip} />}
      {asked && <SceneMenu asked={asked} onClose={closeMenu} />}
    </>
  );
}

/** Room that search, legend and buttons take, where the canvas is wide enough for it to matter. */
function insetsOf(element: HTMLElement) {
  const wide = element.clientWidth > 760;
  // Where there is width to spare, nothing is fitted under the search field either.
  const left = element.clientWidth > 1200 ? 352 : 232;
  // The buttons of the view: on a telephone's width the room is worth more.
  const right = element.clientWidth > 560 ? 52 : 8;
  return { top: wide ? 8 : 60, right, bottom: wide ? 8 : 60, left: wide ? left : 8 };
}
