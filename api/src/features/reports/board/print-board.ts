import { profileNameIn } from '@probant/shared/scoring/profile-name';
import { parisDay } from '@probant/shared/calendar';
import { obligationTitle } from '@probant/shared/obligations/describe';
import { knockoutName } from '@probant/shared/questionnaires/knockout-name';
import { boardRowsShown, reportKindNames } from '@probant/shared/reports/report';
import { knockoutStateNames } from '@probant/shared/scoring/knockout-state-names';
import { knockoutStates } from '@probant/shared/scoring/knockouts';
import { dayInWords } from '@probant/shared/words/dates';
import { counted } from '@probant/shared/words/numbers';
import type { Content } from 'pdfmake/interfaces.js';
import type { PdfDocument } from '../../../platform/pdf/render-pdf.js';
import { gradeBars } from '../print/charts.js';
import { coverPage } from '../print/cover.js';
import { lessonsOf, lessonsSection } from '../print/lessons.js';
import { methodSection } from '../print/method.js';
import { inPercent, inScore, inWhole } from '../print/numbers.js';
import {
  figure,
  gradeCell,
  ink,
  nbsp,
  note,
  paragraph,
  sayIn,
  tableOf,
  title,
  together,
  togetherIfShort,
  warned,
} from '../print/paper.js';
import { themeFigure } from '../print/themes.js';
import type { BoardPrint } from './board-print.js';
import { gradeCounts, gradeSection, gradesInWords } from './print-grades.js';
import { summarySection } from './print-summary.js';
import { deadlineDays } from './read-board.js';

export function boardPdf(print: BoardPrint): PdfDocument {
  const { organisation, language, at, facts, document, findLesson } = print;
  const say = sayIn(language);
  const name = reportKindNames.board[language];
  const active = new Set(facts.knockouts.map(({ id }) => id));
  return {
    title: `${name}, ${organisation}`,
    language,
    createdAt: at,
    footer: say(
      'Confidentiel, indicatif, sans valeur de conseil juridique',
      'Confidential, indicative, no legal advice',
    ),
    content: [
      ...boardCover(print),
      ...summarySection(print),
      ...gradeSection(print),
      ...themeSection(print),
      ...knockoutSection(print),
      ...deadlineSection(print),
      ...engagementSection(print),
      ...methodSection(document, language),
      ...lessonsSection({ ids: lessonsOf(document.knockouts, active), findLesson, language }),
    ],
  };
}

function boardCover({ organisation, language, at, facts, document }: BoardPrint): Content[] {
  const say = sayIn(language);
  const day = dayInWords(parisDay(at.toISOString()), language);
  const { profile } = facts;
  const profileName = profileNameIn(profile?.name ?? '', document.presets, language);
  const counts = gradeCounts(facts);
  return coverPage({
    organisation,
    title: reportKindNames.board[language],
    subtitle: say(
      'Risques des prestations confiées à des tiers',
      'Risks of services entrusted to third parties',
    ),
    lines: [
      say(`État au ${day}`, `As of ${day}`),
      ...(profile === null
        ? []
        : [
            say(
              `Profil de pondération\u00a0: ${profileName}, version ${profile.number}`,
              `Weight profile: ${profileName}, version ${profile.number}`,
            ),
          ]),
    ],
    below: [
      figure(
        gradeBars([
          {
            name: counted(
              facts.scored,
              say('prestation notée', 'graded engagement'),
              say('prestations notées', 'graded engagements'),
              language,
            ),
            counts,
          },
        ]),
        gradesInWords(counts, language),
      ),
    ],
    warning: say(
      'Confidentiel. Destiné aux membres du conseil et à la direction. Document indicatif, qui ne constitue pas un conseil juridique.',
      'Confidential. For the members of the board and management. Indicative, and no legal advice.',
    ),
  });
}

function themeSection({ facts, language, document }: BoardPrint): Content[] {
  const say = sayIn(language);
  if (facts.themes.length === 0) return [];
  const risks = facts.themes.map(({ code, risk, count }) => ({
    ...{ code, risk },
    told: counted(count, say('prestation', 'engagement'), say('prestations', 'engagements'), language),
  }));
  return [
    together(
      title(say('Risque moyen par thème', 'Mean risk by theme')),
      paragraph(
        say(
          'De 0 (le meilleur) à 100, sur les prestations où le thème s’applique.',
          'From 0 (best) to 100, over the engagements to which the theme applies.',
        ),
      ),
      themeFigure(risks, document, language),
    ),
  ];
}

function knockoutSection({ facts, language, document }: BoardPrint): Content[] {
  const say = sayIn(language);
  const rows = facts.knockouts.toSorted(
    (left, right) =>
      knockoutStates.indexOf(left.state) - knockoutStates.indexOf(right.state) || right.count - left.count,
  );
  if (rows.length === 0) return [];
  return togetherIfShort(
    rows.length,
    title(say('Points éliminatoires', 'Knock-outs')),
    tableOf(
      [
        { title: say('Point', 'Knock-out'), width: 62 },
        { title: say('Ce qu’il dit', 'What it says'), width: '*' },
        { title: say('Leçons', 'Lessons'), width: 96 },
        { title: say('État', 'State'), width: 72 },
        { title: say('Prestations', 'Engagements'), width: 62, right: true },
      ],
      rows.map(({ id, state, count }) => [
        { text: id, fontSize: 8 },
        knockoutName(document.knockouts, id)[language],
        { text: document.knockouts.find((one) => one.id === id)?.ref.join(', ') ?? '', fontSize: 8 },
        warned(knockoutStateNames[state][language], state === 'unlawful'),
        inWhole(count, language),
      ]),
    ),
  );
}

function deadlineSection({ facts, language }: BoardPrint): Content[] {
  const say = sayIn(language);
  const { deadlines, deadlineCount } = facts;
  if (deadlines.length === 0) return [];
  const left = deadlineCount - deadlines.length;
  return togetherIfShort(
    deadlines.length,
    title(say(`Échéances sous ${deadlineDays}${nbsp}jours`, `Due within ${deadlineDays} days`)),
    tableOf(
      [
        { title: say('Date', 'Day'), width: 74 },
        { title: say('Échéance', 'Obligation'), width: '*' },
        { title: say('Prestation', 'Engagement'), width: 190 },
      ],
      deadlines.map(({ kind, facts: about, on, supplier, engagement }) => [
        dayInWords(on, language),
        obligationTitle({ kind, facts: about }, language),
        `${supplier}, ${engagement}`,
      ]),
    ),
    ...(left > 0
      ? [
          note(
            say(
              `Et ${counted(left, 'autre', 'autres', 'fr')}, dans le calendrier.`,
              `And ${counted(left, 'other', 'others', 'en')}, in the calendar.`,
            ),
          ),
        ]
      : []),
  );
}

function engagementSection({ facts, language }: BoardPrint): Content[] {
  const say = sayIn(language);
  const left = facts.engagements - facts.rows.length;
  return [
    title(say('Les prestations, de la plus risquée à la moins risquée', 'Engagements, riskiest first'), {
      newPage: true,
    }),
    ...(left > 0
      ? [
          note(
            say(
              `Les ${boardRowsShown} plus risquées sur ${inWhole(facts.engagements, language)}\u00a0; la liste entière est dans le rapport «\u00a0${reportKindNames.portfolio.fr}\u00a0».`,
              `The ${boardRowsShown} riskiest of ${inWhole(facts.engagements, language)}; all of them are in the report “${reportKindNames.portfolio.en}”.`,
            ),
          ),
        ]
      : []),
    tableOf(
      [
        { title: say('Fournisseur et prestation', 'Supplier and engagement'), width: '*' },
        { title: say('Inhérent', 'Inherent'), width: 44 },
        { title: say('Note', 'Grade'), width: 28 },
        { title: say('Score', 'Score'), width: 36, right: true },
        { title: say('Confiance', 'Confidence'), width: 52, right: true },
        { title: say('Points éliminatoires', 'Knock-outs'), width: 128 },
      ],
      facts.rows.map(({ supplier, engagement, tier, grade, score, confidence, beforeReview, knockouts }) => [
        {
          stack: [
            { text: supplier, bold: true },
            { text: engagement, fontSize: 8, color: ink.soft },
            ...(beforeReview === true
              ? [
                  {
                    text: say('avant examen', 'before review'),
                    fontSize: 7.5,
                    color: ink.quiet,
                    italics: true,
                  },
                ]
              : []),
          ],
        },
        tier,
        gradeCell(grade),
        inScore(score, language),
        inPercent(confidence, language),
        {
          stack: knockouts.map(({ id, state }) => ({
            ...{ text: `${id}, ${knockoutStateNames[state][language]}`, fontSize: 8 },
            color: state === 'unlawful' ? ink.unlawful : ink.text,
          })),
        },
      ]),
    ),
  ];
}
