/** Text widths as this page's fonts have them. */
import { FONT_FAMILY, type Measure } from './captions.ts';

/** Measures on a canvas; remembers every width, since captions repeat their words. */
export function createMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('This browser draws no canvas.');
  const widths = new Map<string, number>();
  return (text, size, bold) => {
    const key = `${size}${bold}${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    context.font = `${bold ? 'bold ' : ''}${size}px ${FONT_FAMILY}`;
    const { width } = context.measureText(text);
    widths.set(key, width);
    return width;
  };
}
