/** Mantine's theme, and its colour scheme kept in our state (and so in the address) rather than in the browser. */
import { createTheme, type MantineColorSchemeManager } from '@mantine/core';
import { FONT_FAMILY } from './scene/captions.ts';
import { stores } from './state/store.ts';

export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  fontFamily: FONT_FAMILY,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace',
  defaultRadius: 'sm',
  headings: { fontFamily: FONT_FAMILY, fontWeight: '650' },
  cursorType: 'pointer',
});

export function createColorSchemeManager(): MantineColorSchemeManager {
  let stop = () => {};
  return {
    get: () => stores.ui.getState().theme,
    set: (value) => stores.ui.setState({ theme: value }),
    subscribe: (onUpdate) => {
      stop = stores.ui.subscribe((next, before) => {
        if (next.theme !== before.theme) onUpdate(next.theme);
      });
    },
    unsubscribe: () => stop(),
    clear: () => stores.ui.setState({ theme: 'auto' }),
  };
}
