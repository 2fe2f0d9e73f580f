import { grades, tiers, type Tier } from '@probant/shared/questionnaires/document';
import { dayInWords } from '@probant/shared/words/dates';
import type { Content } from 'pdfmake/interfaces.js';
import { gradeBars, riskMatrix, type GradeCounts, type TierGrades } from '../print/charts.js';
import { inWhole } from '../print/numbers.js';
import { figure, nbsp, note, sayIn, title, together } from '../print/paper.js';
import type { BoardPrint } from './board-print.js';
import type { BoardFacts } from './read-board.js';

/** Grades of today beside those of the quarter's first day, and where grades and inherent risk meet. */
export function gradeSection({ facts, language, document }: BoardPrint): Content[] {
  const say = sayIn(language);
  const counts = gradeCounts(facts);
  const { on, grades: before } = facts.before;
  const day = dayInWords(on, language);
  const since = say(`Au début du trimestre, le ${day}`, `When the quarter began, on ${day}`);
  const known = Object.keys(before).length > 0;
  const bars = [
    { name: say('Aujourd’hui', 'Today'), counts },
    ...(known ? [{ name: since, counts: before }] : []),
  ];
  const alt = [
    gradesInWords(counts, language),
    ...(known ? [`${since}${say(`${nbsp}: `, ': ')}${gradesInWords(before, language)}`] : []),
  ].join(' ');
  const cells = toTierGrades(facts.cells);
  const label = (tier: Tier) => document.tiers.find((one) => one.tier === tier)?.label[language] ?? '';
  return [
    title(say('Répartition des notes', 'Distribution of grades')),
    figure(gradeBars(bars), alt),
    together(
      title(say('Risque inhérent et risque résiduel', 'Inherent and residual risk')),
      note(
        say(
          'Les services les plus critiques sont en haut. En haut à droite, ceux dont la défaillance coûterait le plus et dont les preuves sont les plus faibles.',
          'The most critical services stand at the top. Top right are those whose failure would cost most and whose proof is weakest.',
        ),
      ),
      figure(
        riskMatrix(cells, {
          inherent: say('Risque inhérent', 'Inherent risk'),
          residual: say('Risque résiduel (note)', 'Residual risk (grade)'),
          tier: (tier) => `${tier}  ${label(tier)}`,
        }),
        tiers
          .map(
            (tier) =>
              `${tier} ${label(tier)}${say(`${nbsp}: `, ': ')}${gradesInWords(cells[tier] ?? {}, language)}`,
          )
          .join(' '),
      ),
    ),
  ];
}

export function gradeCounts({ cells }: Pick<BoardFacts, 'cells'>): GradeCounts {
  const sums = new Map<string, number>();
  for (const { grade, count } of cells) if (grade !== null) sums.set(grade, (sums.get(grade) ?? 0) + count);
  return Object.fromEntries(sums);
}

function toTierGrades(cells: BoardPrint['facts']['cells']): TierGrades {
  const found: Partial<Record<Tier, GradeCounts>> = {};
  for (const { tier, grade, count } of cells) {
    if (grade !== null) found[tier] = { ...found[tier], [grade]: count };
  }
  return found;
}

export function gradesInWords(counts: GradeCounts, language: BoardPrint['language']): string {
  const told = grades.map((grade) => `${grade} ${inWhole(counts[grade] ?? 0, language)}`).join(', ');
  return `${language === 'fr' ? 'Prestations par note\u00a0: ' : 'Engagements by grade: '}${told}.`;
}
