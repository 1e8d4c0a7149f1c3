/** What the palette offers: every key's command, and those of the menus that have no key. */
import * as actions from '../../actions.ts';
import * as canvasActions from '../../canvas-actions.ts';
import { sceneAsCypher } from '../../cypher-actions.ts';
import * as graphActions from '../../graph-actions.ts';
import { layoutCaptions, layoutNames } from '../../scene/layout/names.ts';
import { stores } from '../../state/store.ts';
import type { Theme } from '../../state/ui.ts';
import { fold } from '../Common/emphasis.ts';
import { keyName, keys } from '../Shell/keys.ts';

export interface Command {
  readonly caption: string;
  /** The key that does the same, as the help shows it. */
  readonly key?: string;
  readonly run: () => void;
}

const themes: Record<Theme, string> = {
  auto: 'Theme: as the system',
  light: 'Theme: light',
  dark: 'Theme: dark',
};

/** All commands: those with a key first. The palette itself and Escape are none. */
export function commands(): Command[] {
  const keyed = keys
    .filter(({ palette }) => palette !== false)
    .map((key): Command => ({ caption: key.caption, key: keyName(key), run: key.run }));
  return [
    ...keyed,
    ...layoutNames.map((name) => ({
      caption: `Layout: ${layoutCaptions[name]}`,
      run: () => void actions.arrange(name),
    })),
    { caption: 'Show relations among the visible', run: () => void canvasActions.relateVisible() },
    { caption: 'Dismiss unconnected', run: canvasActions.dismissUnconnected },
    { caption: 'Back to the opening scene', run: () => void graphActions.openInitialScene() },
    { caption: 'This scene as Cypher', run: sceneAsCypher },
    { caption: 'Copy the address of this view', run: () => void canvasActions.copy(location.href) },
    ...(Object.keys(themes) as Theme[]).map((theme) => ({
      caption: themes[theme],
      run: () => stores.ui.setState({ theme }),
    })),
  ];
}

/** The commands whose caption holds every word, those that begin with the text first. */
export function matching(all: readonly Command[], query: string): Command[] {
  const whole = fold(query.trim());
  const words = whole.split(/\s+/);
  const found = all.filter(({ caption }) => words.every((word) => fold(caption).includes(word)));
  const begins = ({ caption }: Command) => fold(caption).startsWith(whole);
  return [...found.filter(begins), ...found.filter((command) => !begins(command))];
}
