import { inUnit } from '../words/units.js';
import { inRisk } from '../words/numbers.js';
import { asRisk, inBoth, say, shown, told, type Difference } from './change.js';
import { diffLists, diffNumbers, diffTexts, diffWhole, sameContent } from './diff-parts.js';
import type { Column, Localised, Option, Question, QuestionType } from './document.js';

const typeWords: Readonly<Record<QuestionType, Localised>> = {
  single: { fr: 'un choix', en: 'one choice' },
  multi: { fr: 'plusieurs choix', en: 'several choices' },
  number: { fr: 'nombre', en: 'number' },
  duration: { fr: 'durée', en: 'duration' },
  date_age: { fr: 'date (ancienneté)', en: 'date (age)' },
  table: { fr: 'tableau', en: 'table' },
  text: { fr: 'texte libre', en: 'free text' },
  file: { fr: 'pièce jointe', en: 'attached piece' },
};

/** What an answer may be, and what risk it carries: type, options, curve and unit, columns. */
export function diffShape(before: Question, after: Question): Difference[] {
  const [was, is] = [typeWords[before.type], typeWords[after.type]];
  return [
    ...(before.type === after.type
      ? []
      : [
          told(
            'type',
            `Le type de réponse passe de « ${was.fr} » à « ${is.fr} ».`,
            `The type of answer goes from “${was.en}” to “${is.en}”.`,
          ),
        ]),
    // What only one of the two types has goes without saying once the type is said.
    ...('options' in before && 'options' in after ? diffOptions(before, after) : []),
    ...('curve' in before && 'curve' in after ? diffCurve(before, after) : []),
    ...('columns' in before && 'columns' in after ? diffColumns(before, after) : []),
    ...(isOpen(before) && isOpen(after)
      ? diffNumbers(
          'rules',
          say('Le risque d’une réponse donnée', 'The risk of an answer given'),
          before.risk,
          after.risk,
          asRisk,
        )
      : []),
  ];
}

type Choice = Extract<Question, { readonly options: unknown }>;
type Measured = Extract<Question, { readonly curve: unknown }>;
type Table = Extract<Question, { readonly columns: unknown }>;
type Open = Extract<Question, { readonly type: 'text' | 'file' }>;

function isOpen(question: Question): question is Open {
  return question.type === 'text' || question.type === 'file';
}

function diffOptions(before: Choice, after: Choice): Difference[] {
  const sameType = before.type === after.type;
  return diffLists('options', before.options, after.options, {
    keyOf: ({ value }) => value,
    added: ({ label }) => say(`Le choix « ${label.fr} » s’ajoute.`, `The choice “${label.en}” is added.`),
    removed: ({ label }) =>
      say(`Le choix « ${label.fr} » disparaît.`, `The choice “${label.en}” is removed.`),
    order: say('L’ordre des choix change.', 'The order of the choices changes.'),
    changed: (then, now) => [
      ...diffTexts(
        'options',
        say(`Le choix « ${then.label.fr} »`, `The choice “${then.label.en}”`),
        then.label,
        now.label,
      ),
      ...(sameType ? diffCredits(then, now) : []),
    ],
  });
}

/** A single choice has risks, one among several has credits. */
function diffCredits(then: Option, now: Option): Difference[] {
  return [
    ...diffNumbers(
      'options',
      say(`Le risque du choix « ${now.label.fr} »`, `The risk of the choice “${now.label.en}”`),
      then.risk,
      now.risk,
      asRisk,
    ),
    ...diffNumbers(
      'options',
      say(`Le crédit du choix « ${now.label.fr} »`, `The credit of the choice “${now.label.en}”`),
      then.credit,
      now.credit,
      asRisk,
    ),
  ];
}

function diffCurve(then: Measured, now: Measured): Difference[] {
  return [
    ...diffTexts('unit', say('L’unité', 'The unit'), then.unit, now.unit),
    ...(sameContent(then.curve, now.curve)
      ? []
      : [
          shown(
            'curve',
            say('La courbe de risque change.', 'The risk curve changes.'),
            curveInWords(then),
            curveInWords(now),
          ),
        ]),
    ...diffNone(then.noneRisk, now.noneRisk),
  ];
}

function curveInWords({ curve, unit }: Measured): Localised {
  return inBoth((language) =>
    curve
      .map(([x, risk]) => `${inUnit(x, unit, language)}\u00a0→ ${inRisk(risk, language)}`)
      .join(language === 'fr' ? '\u00a0; ' : '; '),
  );
}

function diffNone(then: number | undefined, now: number | undefined): Difference[] {
  if (then === now) return [];
  if (now === undefined) {
    return [told('curve', '« Aucun » n’est plus une réponse.', '“None” is no longer an answer.')];
  }
  return diffNumbers(
    'curve',
    say('Le risque de la réponse « aucun »', 'The risk of the answer “none”'),
    then,
    now,
    asRisk,
  );
}

function diffColumns(before: Table, after: Table): Difference[] {
  const name = ({ label }: Column): Localised =>
    say(`La colonne « ${label.fr} »`, `The column “${label.en}”`);
  return [
    ...diffLists('options', before.columns, after.columns, {
      keyOf: ({ key }) => key,
      added: (column) => say(`${name(column).fr} s’ajoute.`, `${name(column).en} is added.`),
      removed: (column) => say(`${name(column).fr} disparaît.`, `${name(column).en} is removed.`),
      order: say('L’ordre des colonnes change.', 'The order of the columns changes.'),
      changed: (then, now) => [
        ...diffTexts('options', name(then), then.label, now.label),
        ...(sameContent([then.type, then.values ?? null], [now.type, now.values ?? null])
          ? []
          : [
              told(
                'options',
                `${name(now).fr} attend d’autres valeurs.`,
                `${name(now).en} expects other values.`,
              ),
            ]),
      ],
    }),
    ...diffWhole(
      'options',
      say('Les lignes exigées changent.', 'The rows required change.'),
      before.rowsRequired,
      after.rowsRequired,
    ),
    ...diffWhole(
      'rules',
      say('Les risques des lignes changent.', 'The risks of the rows change.'),
      before.rowRisk,
      after.rowRisk,
    ),
  ];
}
