import { grades, tiers, type Grade, type Tier } from '@probant/shared/questionnaires/document';
import { boxAt, lineAt, svgOf, textAt } from './drawing.js';
import { gradeInk, ink, pageWidth } from './paper.js';

export type GradeCounts = Readonly<Partial<Record<Grade, number>>>;

interface NamedCounts {
  readonly name: string;
  readonly counts: GradeCounts;
}

/** Shares of the grades, one bar under the other: each as wide as the page, with its number where there is room. */
export function gradeBars(bars: readonly NamedCounts[], first = 34): string {
  let y = 0;
  const parts = bars.flatMap(({ name, counts }, index) => {
    const height = index === 0 ? first : 16;
    const drawn = [
      textAt(0, y + 9, name, { size: 8.5, fill: ink.quiet }),
      ...gradeBar(counts, { y: y + 14, height }),
    ];
    y += 14 + height + 12;
    return drawn;
  });
  return svgOf(y - 10, parts);
}

function gradeBar(
  counts: GradeCounts,
  { y, height }: { readonly y: number; readonly height: number },
): string[] {
  const total = grades.reduce((sum, grade) => sum + (counts[grade] ?? 0), 0);
  if (total === 0) return [boxAt({ x: 0, y, width: pageWidth, height }, ink.paper, ink.line)];
  let x = 0;
  const size = height > 20 ? 12 : 8.5;
  return grades.flatMap((grade) => {
    const count = counts[grade] ?? 0;
    const width = (count / total) * pageWidth;
    const left = x;
    x += width;
    const { fill, text } = gradeInk[grade];
    const label = `${grade}  ${count}`;
    return [
      ...(count === 0 ? [] : [boxAt({ x: left, y, width: Math.max(0, width - 1), height }, fill)]),
      ...(width < size * label.length * 0.62
        ? []
        : [
            textAt(left + width / 2, y + height / 2 + size * 0.36, label, {
              ...{ size, fill: text, bold: true, anchor: 'middle' },
            }),
          ]),
    ];
  });
}

interface ThemeBar {
  readonly name: string;
  /** 0 to 1. */
  readonly risk: number;
  /** At the right end, e.g. how many it is the mean of. */
  readonly told: string;
}

const nameWidth = 168;
const toldWidth = 92;
const barHeight = 11;
const rowHeight = 18;

/** One bar for each theme, worst first, on a scale from 0 to 100 with the colour of the grade that such a risk has. */
export function themeBars(bars: readonly ThemeBar[], gradeOf: (risk: number) => Grade): string {
  const room = pageWidth - nameWidth - toldWidth;
  const bottom = bars.length * rowHeight;
  const scale = [0, 25, 50, 75, 100].flatMap((value) => {
    const x = nameWidth + (value / 100) * room;
    return [
      lineAt(x, 0, x, bottom, ink.line),
      textAt(x, bottom + 10, String(value), { size: 7.5, fill: ink.quiet, anchor: 'middle' }),
    ];
  });
  const rows = bars.flatMap(({ name, risk, told }, index) => {
    const y = index * rowHeight + (rowHeight - barHeight) / 2;
    const grade = gradeOf(risk * 100);
    const width = Math.max(1, risk * room);
    const inside = width > 30;
    return [
      textAt(nameWidth - 8, y + 8.5, name, { size: 8.5, fill: ink.text, anchor: 'end' }),
      boxAt({ x: nameWidth, y, width, height: barHeight }, gradeInk[grade].fill),
      textAt(nameWidth + width + (inside ? -4 : 4), y + 8.5, `${grade} ${Math.round(risk * 100)}`, {
        ...{ size: 8, bold: true, fill: inside ? gradeInk[grade].text : ink.text },
        anchor: inside ? 'end' : 'start',
      }),
      textAt(pageWidth, y + 8.5, told, { size: 8, fill: ink.quiet, anchor: 'end' }),
    ];
  });
  return svgOf(bottom + 14, [...scale, ...rows]);
}

export type TierGrades = Readonly<Partial<Record<Tier, GradeCounts>>>;

/** How risky the service is by itself, against the grade that its supplier earned. */
export function riskMatrix(
  counts: TierGrades,
  words: { readonly inherent: string; readonly residual: string; readonly tier: (tier: Tier) => string },
): string {
  const left = 150;
  const top = 30;
  const cell = { width: (pageWidth - left) / grades.length, height: 22 };
  const head = [
    textAt(left, 9, words.residual, { size: 8.5, fill: ink.quiet }),
    textAt(0, top - 6, words.inherent, { size: 8.5, fill: ink.quiet }),
    ...grades.map((grade, column) =>
      textAt(left + (column + 0.5) * cell.width, top - 6, grade, {
        ...{ size: 9, bold: true, fill: ink.text, anchor: 'middle' },
      }),
    ),
  ];
  const rows = [...tiers].toReversed().flatMap((tier, row) => {
    const y = top + row * (cell.height + 2);
    return [
      textAt(0, y + 14, words.tier(tier), { size: 8.5, fill: ink.text }),
      ...grades.flatMap((grade, column) => {
        const count = counts[tier]?.[grade] ?? 0;
        const box = { x: left + column * cell.width, y, width: cell.width - 2, height: cell.height };
        const { fill, text } = gradeInk[grade];
        return [
          count === 0 ? boxAt(box, '#ffffff', ink.line) : boxAt(box, fill),
          textAt(box.x + box.width / 2, y + 15, count === 0 ? '–' : String(count), {
            ...{ size: 10, bold: count > 0, fill: count === 0 ? ink.quiet : text, anchor: 'middle' },
          }),
        ];
      }),
    ];
  });
  return svgOf(top + tiers.length * (cell.height + 2), [...head, ...rows]);
}
