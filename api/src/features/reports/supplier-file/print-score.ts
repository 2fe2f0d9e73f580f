import { profileNameIn } from '@probant/shared/scoring/profile-name';
import { knockoutName } from '@probant/shared/questionnaires/knockout-name';
import { knockoutStateNames } from '@probant/shared/scoring/knockout-state-names';
import { scoreSentence, traceSentence } from '@probant/shared/scoring/trace-sentence';
import { counted, inRisk } from '@probant/shared/words/numbers';
import type { Content } from 'pdfmake/interfaces.js';
import type { Scored } from '../../scoring/scoring.public.js';
import { inPercent, inScore } from '../print/numbers.js';
import {
  gradeInk,
  ink,
  note,
  paragraph,
  sayIn,
  subtitle,
  tableOf,
  title,
  together,
  togetherIfShort,
  warned,
} from '../print/paper.js';
import { themeFigure } from '../print/themes.js';
import type { FilePrint } from './file-print.js';

const linesShown = 25;

/** The score with its trace: how the base came about, which floors hold, and the answers that weigh most. */
export function scoreSections(print: FilePrint): Content[] {
  const { language, facts } = print;
  const say = sayIn(language);
  const { scored } = facts;
  if (scored === null) {
    return [
      title(say('Score de risque', 'Risk score')),
      paragraph(say('Aucune évaluation n’a encore été remise.', 'No assessment has been submitted yet.')),
    ];
  }
  return [
    title(say('Score de risque', 'Risk score')),
    scoreLine(scored, print),
    paragraph(scoreSentence(scored.range.score, language)),
    note(madeWith(scored, print)),
    ...themeChart(scored, print),
    ...knockoutTable(scored, print),
    ...answerTable(scored, print),
  ];
}

function scoreLine({ range, beforeReview }: Scored, { language }: FilePrint): Content {
  const say = sayIn(language);
  const { grade, score, confidence } = range.score;
  const colours = grade === null ? { fill: ink.paper, text: ink.text } : gradeInk[grade];
  return {
    columns: [
      {
        width: 44,
        table: {
          widths: [34],
          body: [
            [
              {
                ...{ text: grade ?? '–', fontSize: 24, bold: true, alignment: 'center', lineHeight: 1 },
                ...{ fillColor: colours.fill, color: colours.text, border: [false, false, false, false] },
              },
            ],
          ],
        },
      },
      {
        width: '*',
        stack: [
          { text: `${inScore(score, language)} / 100`, fontSize: 20, bold: true, lineHeight: 1 },
          {
            text: [
              say(
                `confiance ${inPercent(confidence, language)}`,
                `confidence ${inPercent(confidence, language)}`,
              ),
              beforeReview ? say(', avant la fin de l’examen', ', before the review has ended') : '',
            ].join(''),
            ...{ fontSize: 9, color: ink.soft, margin: [0, 3, 0, 0] },
          },
        ],
      },
    ],
    columnGap: 8,
    margin: [0, 2, 0, 8],
  };
}

function madeWith({ profile, version, facts, engineVersion }: Scored, { language }: FilePrint): string {
  const say = sayIn(language);
  const questionnaire = `${version.code} ${version.number}`;
  const profileName = profileNameIn(profile.name, version.document.presets, language);
  return say(
    `Questionnaire ${questionnaire}, remise n°\u00a0${facts.submission.number}, profil ${profileName} version ${profile.number}, moteur ${engineVersion}.`,
    `Questionnaire ${questionnaire}, submission ${facts.submission.number}, profile ${profileName} version ${profile.number}, engine ${engineVersion}.`,
  );
}

function themeChart({ range, version }: Scored, { language }: FilePrint): Content[] {
  const say = sayIn(language);
  const risks = range.score.themes.flatMap(({ code, risk, share, counted: questions }) => {
    if (risk === null) return [];
    const asked = counted(questions, 'question', 'questions', language);
    return [{ code, risk, told: `${asked}, ${inPercent(share, language)}` }];
  });
  if (risks.length === 0) return [];
  return [
    together(
      subtitle(say('Risque par thème', 'Risk by theme')),
      themeFigure(risks, version.document, language),
      note(
        say(
          'À droite\u00a0: questions comptées et part du thème dans le score.',
          'On the right: questions counted and share of the theme in the score.',
        ),
      ),
    ),
  ];
}

function knockoutTable({ range, version }: Scored, { language }: FilePrint): Content[] {
  const say = sayIn(language);
  const { knockouts } = range.score;
  if (knockouts.length === 0) return [];
  const known = version.document.knockouts;
  return togetherIfShort(
    knockouts.length,
    subtitle(say('Points éliminatoires', 'Knock-outs')),
    tableOf(
      [
        { title: say('Point', 'Knock-out'), width: 62 },
        { title: say('Ce qu’il dit', 'What it says'), width: '*' },
        { title: say('État', 'State'), width: 76 },
        { title: say('Plancher', 'Floor'), width: 48, right: true },
      ],
      knockouts.map(({ id, state, floor }) => [
        { text: id, fontSize: 8 },
        {
          stack: [
            { text: knockoutName(known, id)[language], bold: true },
            {
              text: known.find((one) => one.id === id)?.text[language] ?? '',
              fontSize: 8.5,
              color: ink.soft,
            },
          ],
        },
        warned(knockoutStateNames[state][language], state === 'unlawful'),
        inScore(floor, language),
      ]),
    ),
  );
}

/** Those that add most to the score, with the sentence that says why. */
function answerTable({ range, version, answers }: Scored, { language }: FilePrint): Content[] {
  const say = sayIn(language);
  const { lines, knockouts } = range.score;
  const weighty = lines
    .filter(({ counted: counts, points }) => counts && points > 0)
    .toSorted((left, right) => right.points - left.points);
  const shown = weighty.slice(0, linesShown);
  if (shown.length === 0) return [];
  return [
    title(say('Les réponses qui pèsent', 'The answers that weigh'), { newPage: true }),
    paragraph(
      say(
        `Les ${shown.length} lignes qui ajoutent le plus de points à la base, sur ${weighty.length}.`,
        `The ${shown.length} lines that add most points to the base, of ${weighty.length}.`,
      ),
    ),
    tableOf(
      [
        { title: say('Question', 'Question'), width: 52 },
        { title: say('Réponse, risque et poids', 'Answer, risk and weight'), width: '*' },
        { title: say('Leçons', 'Lessons'), width: 74 },
        { title: say('Preuve', 'Proof'), width: 44, right: true },
        { title: say('Points', 'Points'), width: 42, right: true },
      ],
      shown.map((line) => {
        const { text, lessons } = traceSentence(
          version.document,
          line,
          answers[line.question],
          knockouts,
          language,
        );
        return [
          { text: line.question, fontSize: 8 },
          // The fonts hold no arrow.
          text.replaceAll(' → ', ' – '),
          { text: idLines(lessons).join('\n'), fontSize: 8 },
          inPercent(line.phi, language),
          inRisk(line.points, language),
        ];
      }),
    ),
  ];
}

/** As many as the column takes on a line: an id is not parted at its hyphen. */
const signsPerLine = 17;

function idLines(ids: readonly string[]): string[] {
  const lines: string[] = [];
  for (const [place, id] of ids.entries()) {
    const told = place < ids.length - 1 ? `${id},` : id;
    const last = lines.at(-1);
    if (last === undefined || last.length + told.length + 1 > signsPerLine) lines.push(told);
    else lines[lines.length - 1] = `${last} ${told}`;
  }
  return lines;
}
