import { pageWidth } from './paper.js';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => entities[sign] ?? sign);
}

interface TextStyle {
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** `y` is the line on which the letters stand. */
export function textAt(x: number, y: number, text: string, { size, fill, bold, anchor }: TextStyle): string {
  const weight = bold === true ? ' font-weight="bold"' : '';
  return `<text x="${at(x)}" y="${at(y)}" font-family="latin" font-size="${size}"${weight} fill="${fill}" text-anchor="${anchor ?? 'start'}">${escaped(text)}</text>`;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function boxAt({ x, y, width, height }: Box, fill: string, stroke?: string): string {
  const line = stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="0.75"`;
  return `<rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" fill="${fill}"${line}/>`;
}

export function lineAt(x1: number, y1: number, x2: number, y2: number, stroke: string): string {
  return `<line x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}" stroke="${stroke}" stroke-width="0.75"/>`;
}

export function svgOf(height: number, parts: readonly string[], width: number = pageWidth): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${at(width)}" height="${at(height)}" viewBox="0 0 ${at(width)} ${at(height)}">${parts.join('')}</svg>`;
}

function at(value: number): string {
  return String(Math.round(value * 100) / 100);
}
