/** A picture as SVG text, or drawn on a canvas for PNG. */
import { escapeXml } from '../../../../graph/transfer/graphml.ts';
import { FONT_FAMILY } from '../../scene/captions.ts';
import type { Picture, Stroke, Text } from '../../scene/marks.ts';

const strokeTag = ({ path, at, scale, fill, line, width, dashes, opacity }: Stroke): string => {
  const place =
    at.x === 0 && at.y === 0 && scale === 1 ? '' : ` transform="translate(${at.x} ${at.y}) scale(${scale})"`;
  const stroke = line === null ? '' : ` stroke="${line}" stroke-width="${width / scale}"`;
  const dashed =
    dashes.length === 0 ? '' : ` stroke-dasharray="${dashes.map((dash) => dash / scale).join(' ')}"`;
  const faint = opacity === 1 ? '' : ` opacity="${opacity}"`;
  return `<path d="${path}" fill="${fill ?? 'none'}"${stroke}${dashed}${faint}${place} stroke-linejoin="round"/>`;
};

const textTag = ({ text, at, size, bold, colour, align, halo }: Text): string => {
  const anchor = align === 'middle' ? ' text-anchor="middle"' : '';
  const around =
    halo === null ? '' : ` stroke="${halo}" stroke-width="4" paint-order="stroke" stroke-linejoin="round"`;
  const weight = bold ? ' font-weight="bold"' : '';
  return `<text x="${at.x}" y="${at.y}" font-size="${size}"${weight} fill="${colour}"${anchor}${around}>${escapeXml(text)}</text>`;
};

/** One SVG file that stands alone: no script, no link, no font to load. */
export function svgOf({ width, height, background, title, marks }: Picture): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(FONT_FAMILY)}">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${background}"/>`,
    ...marks.map((mark) => (mark.kind === 'stroke' ? strokeTag(mark) : textTag(mark))),
    '</svg>\n',
  ].join('\n');
}

/** Pixels on a side that browsers draw without fail. */
const MOST_PIXELS = 8192;

/** Draws the picture at twice its size, less where it would be too large for a canvas. */
export function pngOf(picture: Picture): Promise<Blob> {
  const ratio = Math.min(2, MOST_PIXELS / picture.width, MOST_PIXELS / picture.height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * ratio);
  canvas.height = Math.round(picture.height * ratio);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws no canvas.');
  context.scale(ratio, ratio);
  context.fillStyle = picture.background;
  context.fillRect(0, 0, picture.width, picture.height);
  context.lineJoin = 'round';
  for (const mark of picture.marks) {
    if (mark.kind === 'stroke') drawStroke(context, mark);
    else drawText(context, mark);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large.'))),
      'image/png',
    );
  });
}

function drawStroke(
  context: CanvasRenderingContext2D,
  { path, at, scale, fill, line, width, dashes, opacity }: Stroke,
) {
  const shape = new Path2D(path);
  context.save();
  context.translate(at.x, at.y);
  context.scale(scale, scale);
  context.globalAlpha = opacity;
  if (fill !== null) {
    context.fillStyle = fill;
    context.fill(shape);
  }
  if (line !== null) {
    context.strokeStyle = line;
    context.lineWidth = width / scale;
    context.setLineDash(dashes.map((dash) => dash / scale));
    context.stroke(shape);
  }
  context.restore();
}

function drawText(context: CanvasRenderingContext2D, { text, at, size, bold, colour, align, halo }: Text) {
  context.font = `${bold ? 'bold ' : ''}${size}px ${FONT_FAMILY}`;
  context.textAlign = align === 'middle' ? 'center' : 'start';
  if (halo !== null) {
    context.strokeStyle = halo;
    context.lineWidth = 4;
    context.strokeText(text, at.x, at.y);
  }
  context.fillStyle = colour;
  context.fillText(text, at.x, at.y);
}
