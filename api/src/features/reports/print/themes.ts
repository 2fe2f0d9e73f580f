import type { Language, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { gradeOf } from '@probant/shared/scoring/grade';
import type { Content } from 'pdfmake/interfaces.js';
import { themeBars } from './charts.js';
import { figure } from './paper.js';

interface ThemeRisk {
  readonly code: string;
  /** 0 to 1. */
  readonly risk: number;
  readonly told: string;
}

/** A bar for each theme, worst first, and the same in words. */
export function themeFigure(
  risks: readonly ThemeRisk[],
  document: QuestionnaireDocument,
  language: Language,
): Content {
  const bars = risks
    .map(({ code, risk, told }) => {
      const theme = document.themes.find((one) => one.code === code);
      return { name: (theme?.short ?? theme?.title)?.[language] ?? code, risk, told };
    })
    .toSorted((left, right) => right.risk - left.risk);
  return figure(
    themeBars(bars, (risk) => gradeOf(document, risk)),
    `${bars.map(({ name, risk }) => `${name} ${Math.round(risk * 100)}`).join(', ')}.`,
  );
}
