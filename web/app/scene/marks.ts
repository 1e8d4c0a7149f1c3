/** What pictures are made of: strokes and texts, which SVG and a canvas draw alike. */
import type { Measure } from './captions.ts';
import type { Point, SceneElements, SceneNode } from './elements.ts';
import type { Theme } from './palette.ts';

/** A path, in its own units: `scale` and `at` say where its origin lies and how large it is. */
export interface Stroke {
  readonly kind: 'stroke';
  /** SVG path data. */
  readonly path: string;
  readonly at: Point;
  readonly scale: number;
  readonly fill: string | null;
  readonly line: string | null;
  /** In the picture's units. */
  readonly width: number;
  readonly dashes: readonly number[];
  readonly opacity: number;
}

export interface Text {
  readonly kind: 'text';
  readonly text: string;
  readonly at: Point;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
  readonly align: 'start' | 'middle';
  /** Drawn around the letters, so that lines do not run through them. */
  readonly halo: string | null;
}

/** All of it, in the order it is drawn. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly title: string;
  readonly marks: readonly (Stroke | Text)[];
}

/** Dashes of lines, as the canvas draws them. */
export const DASHES = { dotted: [1.5, 3], dashed: [7, 4], plain: [] } as const;

/** A node that has its place. */
export type Placed = SceneNode & { readonly position: Point };

export interface LegendEntry {
  readonly colour: string;
  readonly shape: string;
  readonly caption: string;
}

export interface PictureInput {
  readonly elements: SceneElements;
  readonly legend: readonly LegendEntry[];
  /** One line each. */
  readonly sources: readonly string[];
  readonly title: string;
  readonly theme: Theme;
  readonly measure: Measure;
}

export const MARGIN = 24;
