/** The panels: loaded when one is opened, or ahead of that when the page has nothing better to do. */
import { type ComponentType, lazy, useEffect, useState } from 'react';
import { Nothing } from '../Common/States.tsx';

const load = async () => (await import('./panels.ts')).panels;

const later = (name: keyof Awaited<ReturnType<typeof load>>) =>
  lazy(() =>
    load().then(
      (panels): { default: ComponentType } => ({ default: panels[name] }),
      () => ({ default: Missing }),
    ),
  );

/** In place of a panel whose code did not come: the server was stopped, or serves a newer page by now. */
function Missing() {
  return (
    <Nothing>
      This part of the page could not be loaded. Check that Threadline is still running, then reload the page.
    </Nothing>
  );
}

export const Console = later('Console');
export const ExpandDialog = later('ExpandDialog');
export const HelpDialog = later('HelpDialog');
export const Palette = later('Palette');
export const Reader = later('Reader');
export const SceneList = later('SceneList');
export const Trace = later('Trace');

/** Longest wait for an idle moment, in ms. */
const PATIENCE = 2000;

/** Loads them once `ready` and idle; true when they are there. */
export function useLoadedLater(ready: boolean): boolean {
  const [loaded, setLoaded] = useState(false);
  useEffect(() => {
    if (!ready) return;
    const start = () => {
      load().then(
        () => setLoaded(true),
        () => {}, // told where a panel is opened
      );
    };
    // Safari has no idle callback.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(start, PATIENCE);
      return () => clearTimeout(timer);
    }
    const asked = requestIdleCallback(start, { timeout: PATIENCE });
    return () => cancelIdleCallback(asked);
  }, [ready]);
  return loaded;
}
