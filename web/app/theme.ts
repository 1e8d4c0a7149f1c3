/** Mantine's theme, and its colour scheme kept in our state (and so in the address) rather than in the browser. */
import { type CSSVariablesResolver, createTheme, type MantineColorSchemeManager } from '@mantine/core';
import { FONT_FAMILY } from './scene/captions.ts';
import { stores } from './state/store.ts';

export const theme = createTheme({
  primaryColor: 'indigo',
  // White text on it has 5:1, and it has 3:1 on the dark background.
  primaryShade: 7,
  autoContrast: true,
  fontFamily: FONT_FAMILY,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace',
  defaultRadius: 'sm',
  headings: { fontFamily: FONT_FAMILY, fontWeight: '650' },
  cursorType: 'pointer',
});

/** Mantine's dimmed text and placeholders have 3.3:1 on white; WCAG 2.2 asks for 4.5:1. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-dimmed': '#5a626d', '--mantine-color-placeholder': '#666e79' },
  dark: { '--mantine-color-dimmed': '#a9b1bc', '--mantine-color-placeholder': '#9aa2ad' },
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
