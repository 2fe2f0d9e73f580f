import { grades, severities } from '@probant/shared/questionnaires/document';
import { counted } from '@probant/shared/words/numbers';
import type { Column, Content } from 'pdfmake/interfaces.js';
import type { GradeCounts } from '../print/charts.js';
import { inEurosRange, inPercent, inWhole } from '../print/numbers.js';
import { ink, nbsp, note, sayIn, title } from '../print/paper.js';
import type { BoardPrint } from './board-print.js';
import { gradeCounts } from './print-grades.js';
import { deadlineDays, type BoardFacts } from './read-board.js';

/** What a board has to know if it reads one page. */
export function summarySection(print: BoardPrint): Content[] {
  const say = sayIn(print.language);
  return [
    title(say('L’essentiel', 'In short'), { newPage: true }),
    tiles(tilesOf(print)),
    { ul: sentencesOf(print).map((text): Content => ({ text, margin: [0, 0, 0, 5], lineHeight: 1.35 })) },
    ...(print.facts.exposure === null ? [] : print.notice.map(note)),
  ];
}

interface Tile {
  readonly label: string;
  readonly value: string;
  readonly told: string;
  readonly alarm?: boolean;
}

/** Three in a row, as the strip above the portfolio. */
function tiles(all: readonly Tile[]): Content {
  const rows = Array.from({ length: Math.ceil(all.length / 3) }, (_, row) => all.slice(row * 3, row * 3 + 3));
  const cell = ({ label, value, told, alarm }: Tile): Column => ({
    width: '*',
    stack: [
      { text: label, fontSize: 8.5, color: ink.quiet },
      {
        text: value,
        fontSize: value.length > 12 ? 13 : 21,
        bold: true,
        lineHeight: 1,
        margin: [0, 1, 0, 3],
        color: alarm === true ? ink.unlawful : ink.text,
      },
      { text: told, fontSize: 8.5, color: ink.soft },
    ],
    margin: [6, 3, 6, 8],
  });
  return {
    stack: rows.map((row): Content => ({
      // Three places in every row, so that what stands under each other is aligned.
      columns: [
        ...row.map(cell),
        ...Array.from({ length: 3 - row.length }, (): Column => ({ width: '*', text: '' })),
      ],
      columnGap: 12,
    })),
    margin: [-6, 0, 0, 10],
  };
}

function tilesOf({ facts, language }: BoardPrint): Tile[] {
  const say = sayIn(language);
  const number = (value: number) => inWhole(value, language);
  const late = gradeCounts(facts);
  const low = (late.D ?? 0) + (late.E ?? 0);
  const unlawful = ofState(facts, 'unlawful');
  const silent = ofState(facts, 'undemonstrated');
  return [
    {
      label: say('Prestations notées', 'Engagements graded'),
      value: number(facts.scored),
      told: say(`sur ${number(facts.engagements)} suivies`, `of ${number(facts.engagements)} followed`),
    },
    {
      label: say('Notes D et E', 'Grades D and E'),
      value: number(low),
      told: say(
        `${share(low, facts.scored, language)} des notes`,
        `${share(low, facts.scored, language)} of grades`,
      ),
    },
    {
      label: say('Confiance moyenne', 'Mean confidence'),
      value: inPercent(facts.confidence, language),
      told: say('part prouvée de ce qui est déclaré', 'share of claims that is proven'),
    },
    {
      label: say('Montages illicites', 'Unlawful set-ups'),
      value: number(unlawful),
      told:
        unlawful === 0
          ? say('aucun établi', 'none established')
          : say('à régulariser avant tout', 'to regularise first'),
      alarm: unlawful > 0,
    },
    {
      label: say('Éliminatoires non démontrés', 'Knock-outs not demonstrated'),
      value: number(silent),
      told: say('réponse ou pièce manquante', 'answer or evidence missing'),
    },
    {
      label: say('Réponses en retard', 'Answers overdue'),
      value: number(facts.overdue),
      told: say(`sur ${number(facts.awaited)} attendues`, `of ${number(facts.awaited)} awaited`),
    },
    ...laterTiles({ facts, language }),
    ...exposureTile({ facts, language }),
  ];
}

function laterTiles({ facts, language }: Pick<BoardPrint, 'facts' | 'language'>): Tile[] {
  const say = sayIn(language);
  const number = (value: number) => inWhole(value, language);
  return [
    {
      label: say(`Échéances sous ${deadlineDays}${nbsp}jours`, `Due within ${deadlineDays} days`),
      value: number(facts.deadlineCount),
      told: say(
        `dont ${counted(facts.expiring, 'pièce ou certificat', 'pièces ou certificats', 'fr')}`,
        `${counted(facts.expiring, 'piece or certificate', 'pieces or certificates', 'en')} among them`,
      ),
    },
    {
      label: say('Constats à traiter', 'Findings to deal with'),
      value: number(facts.findings.reduce((sum, { count }) => sum + count, 0)),
      told: say(
        `dont ${counted(ofSeverity(facts, 'critical'), 'critique', 'critiques', 'fr')}`,
        `${ofSeverity(facts, 'critical')} critical`,
      ),
    },
  ];
}

function exposureTile({ facts: { exposure }, language }: Pick<BoardPrint, 'facts' | 'language'>): Tile[] {
  if (exposure === null) return [];
  const say = sayIn(language);
  const { engagements } = exposure;
  return [
    {
      label: say('Perte non couverte, estimée', 'Loss not covered, estimated'),
      value: inEurosRange(exposure.range, language),
      told: say(
        counted(engagements, 'prestation estimée', 'prestations estimées', 'fr'),
        counted(engagements, 'engagement estimated', 'engagements estimated', 'en'),
      ),
    },
  ];
}

function sentencesOf({ facts, language }: BoardPrint): string[] {
  const say = sayIn(language);
  const unlawful = ofState(facts, 'unlawful');
  const named = facts.unlawful.map(({ supplier, engagement }) => `${supplier} (${engagement})`);
  const more = unlawful > named.length ? say('…', '…') : '';
  const high = severities.filter((one) => one === 'critical' || one === 'high');
  const grave = high.reduce((sum, one) => sum + ofSeverity(facts, one), 0);
  const unscored = facts.engagements - facts.scored;
  return [
    unlawful > 0
      ? say(
          `${counted(unlawful, 'prestation repose', 'prestations reposent', 'fr')} sur un montage illicite${nbsp}: ${named.join(', ')}${more}. Aucune pondération n’y change rien${nbsp}; il faut régulariser ou ne pas contracter.`,
          `${counted(unlawful, 'engagement rests', 'engagements rest', 'en')} on an unlawful set-up: ${named.join(', ')}${more}. No weight changes that; regularise, or do not contract.`,
        )
      : say('Aucun montage illicite n’est établi.', 'No unlawful set-up is established.'),
    trend({ facts, language }),
    ...(grave === 0
      ? []
      : [
          say(
            `${counted(grave, 'constat de gravité élevée ou critique attend', 'constats de gravité élevée ou critique attendent', 'fr')} une correction.`,
            `${counted(grave, 'finding of high or critical severity awaits', 'findings of high or critical severity await', 'en')} a correction.`,
          ),
        ]),
    ...(unscored === 0
      ? []
      : [
          say(
            `${counted(unscored, 'prestation n’a', 'prestations n’ont', 'fr')} pas encore de note${nbsp}: ce qui n’est pas connu n’est compté dans aucune moyenne.`,
            `${counted(unscored, 'engagement has', 'engagements have', 'en')} no grade yet: what is not known is counted in no mean.`,
          ),
        ]),
  ];
}

function trend({ facts, language }: Pick<BoardPrint, 'facts' | 'language'>): string {
  const say = sayIn(language);
  const [now, then] = [gradeCounts(facts), facts.before.grades];
  const total = (counts: GradeCounts) => grades.reduce((sum, grade) => sum + (counts[grade] ?? 0), 0);
  const low = (counts: GradeCounts) => (counts.D ?? 0) + (counts.E ?? 0);
  if (total(then) === 0) {
    return say(
      'Aucune note n’existait au début du trimestre\u00a0: l’évolution se lira au prochain rapport.',
      'No grade existed when the quarter began: the trend can be read from the next report.',
    );
  }
  const [before, after] = [share(low(then), total(then), language), share(low(now), total(now), language)];
  return say(
    `Depuis le début du trimestre, la part des notes D et E est passée de ${before} à ${after}.`,
    `Since the quarter began, the share of grades D and E went from ${before} to ${after}.`,
  );
}

function ofState({ knockouts }: BoardFacts, state: string): number {
  return knockouts.reduce((sum, one) => sum + (one.state === state ? one.count : 0), 0);
}

function ofSeverity({ findings }: BoardFacts, severity: string): number {
  return findings.find((one) => one.severity === severity)?.count ?? 0;
}

function share(part: number, whole: number, language: BoardPrint['language']): string {
  return inPercent(whole === 0 ? 0 : part / whole, language);
}
