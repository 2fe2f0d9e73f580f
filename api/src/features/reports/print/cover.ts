import type { Content } from 'pdfmake/interfaces.js';
import { boxAt, svgOf } from './drawing.js';
import { ink } from './paper.js';

const sheet = { width: 595.28, height: 841.89 };

export interface Cover {
  readonly organisation: string;
  readonly title: string;
  readonly subtitle: string;
  readonly lines: readonly string[];
  readonly below: readonly Content[];
  readonly warning: string;
}

/** The first page: warm paper, the mark, whose it is, what it is and of which day. */
export function coverPage({ organisation, title, subtitle, lines, below, warning }: Cover): Content[] {
  return [
    {
      svg: svgOf(sheet.height, [boxAt({ x: 0, y: 0, ...sheet }, ink.paper)], sheet.width),
      absolutePosition: { x: 0, y: 0 },
    },
    { svg: mark(), absolutePosition: { x: 48, y: 60 } },
    { text: 'Probant', fontSize: 15, bold: true, absolutePosition: { x: 76, y: 58 } },
    { text: organisation, fontSize: 12, color: ink.soft, margin: [0, 150, 0, 6] },
    { text: title, headlineLevel: 1, fontSize: 34, bold: true, lineHeight: 1.1, margin: [0, 0, 0, 6] },
    { text: subtitle, fontSize: 14, color: ink.soft, margin: [0, 0, 0, 18] },
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 72, y2: 0, lineWidth: 2, lineColor: ink.text }] },
    { stack: lines.map((text): Content => ({ text, margin: [0, 0, 0, 3] })), margin: [0, 14, 0, 60] },
    ...below,
    { text: warning, fontSize: 8.5, color: ink.quiet, absolutePosition: { x: 48, y: 752 } },
  ];
}

/** Four lines of falling length, as on the screens. */
function mark(): string {
  const lines = [16, 12.6, 8.4, 4.2].map((width, index) =>
    boxAt({ x: 2, y: 2 + index * 4.5, width, height: 2.4 }, ink.text),
  );
  return svgOf(20, lines, 20);
}
