/**
 * Colours of the canvas: fills from Okabe and Ito's palette (Color Universal Design, 2008), borders darker in
 * the light theme and lighter in the dark one, so that every node stands out from its background by 3:1
 * (WCAG 2.2, 1.4.11). A type is never told by colour alone: it has a shape besides.
 */
import { WHEEL } from '../../../graph/labels.ts';

export type Theme = 'light' | 'dark';
export interface Swatch {
  readonly fill: string;
  readonly border: string;
}

export interface Ground {
  readonly background: string;
  readonly text: string;
  readonly edge: string;
  readonly caption: string;
  readonly negative: string;
  readonly accent: string;
  readonly badge: string;
  readonly badgeText: string;
}

export const grounds: Record<Theme, Ground> = {
  light: {
    background: '#fbfbfc',
    text: '#1b1e23',
    edge: '#8b929c',
    caption: '#4a515c',
    negative: '#b3261e',
    accent: '#0b5cad',
    badge: '#3a4049',
    badgeText: '#ffffff',
  },
  dark: {
    background: '#16181c',
    text: '#eceef1',
    edge: '#767e8a',
    caption: '#b9c0ca',
    negative: '#ff8a80',
    accent: '#8ec5ff',
    badge: '#d5dae1',
    badgeText: '#16181c',
  },
};

const light: Record<string, Swatch> = {
  blue: { fill: '#2f8fd0', border: '#00517f' },
  sky: { fill: '#8ccbf0', border: '#256d97' },
  green: { fill: '#33b38c', border: '#00654a' },
  vermillion: { fill: '#e8793a', border: '#9a4300' },
  orange: { fill: '#f0b429', border: '#8a5e00' },
  yellow: { fill: '#f4ea5e', border: '#7d7400' },
  purple: { fill: '#d893b8', border: '#8a4069' },
  grey: { fill: '#c3c8cf', border: '#5d6570' },
};

const dark: Record<string, Swatch> = {
  blue: { fill: '#0072b2', border: '#64b5ea' },
  sky: { fill: '#3f8fbd', border: '#a3d9f7' },
  green: { fill: '#00805d', border: '#4fd0a9' },
  vermillion: { fill: '#bf5200', border: '#ff9d5c' },
  orange: { fill: '#b87d00', border: '#ffc955' },
  yellow: { fill: '#9c9200', border: '#f6ec70' },
  purple: { fill: '#a45a83', border: '#efb3d3' },
  grey: { fill: '#5d6570', border: '#bcc3cc' },
};

/** Places on the colour wheel, for labels that the ontology does not know: one lightness, so that none stands out. */
function wheel(fill: Tone, border: Tone): Record<string, Swatch> {
  const places = Array.from({ length: WHEEL }, (_, place) => {
    const hue = (360 / WHEEL) * place;
    return [`wheel${place}`, { fill: hex(hue, fill), border: hex(hue, border) }] as const;
  });
  return Object.fromEntries(places);
}

/** Saturation and lightness, 0 to 1. */
type Tone = readonly [saturation: number, lightness: number];

/** HSL as `#rrggbb`. */
function hex(hue: number, [saturation, lightness]: Tone): string {
  const chroma = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const k = (offset + hue / 30) % 12;
    const value = lightness - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}

export const palette: Record<Theme, Record<string, Swatch>> = {
  light: { ...light, ...wheel([0.62, 0.66], [0.7, 0.27]) },
  dark: { ...dark, ...wheel([0.5, 0.36], [0.72, 0.76]) },
};

/** The swatch of a colour key of the schema; grey for a key nobody knows. */
export function swatch(theme: Theme, colour: string): Swatch {
  return palette[theme][colour] ?? { fill: '#c3c8cf', border: '#5d6570' };
}

/** Contrast of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, relative luminance). */
export function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
