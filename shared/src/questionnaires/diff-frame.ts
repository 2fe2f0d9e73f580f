import { inFull } from '../words/numbers.js';
import { inBoth, say, shown, told, type Difference } from './change.js';
import { knockoutInWords } from './condition-words.js';
import { diffLists, diffNumbers, diffTexts, diffWhole, sameContent } from './diff-parts.js';
import { diffScope } from './diff-question.js';
import type { Knockout, Localised, QuestionnaireDocument, WeightPreset } from './document.js';

type Pair = readonly [before: QuestionnaireDocument, after: QuestionnaireDocument];

/** What differs between two documents outside their themes. The number of the version is no difference. */
export function diffFrame(...pair: Pair): Difference[] {
  const [before, after] = pair;
  return [
    ...diffTexts(
      'wording',
      say('Le titre du questionnaire', 'The title of the questionnaire'),
      before.title,
      after.title,
    ),
    ...diffTexts('wording', say('L’avertissement', 'The disclaimer'), before.disclaimer, after.disclaimer),
    ...diffKnockouts(...pair),
    ...diffSources(...pair),
    ...diffChecks(...pair),
    ...diffPresets(...pair),
    ...diffScales(...pair),
  ];
}

function diffKnockouts(before: QuestionnaireDocument, after: QuestionnaireDocument): Difference[] {
  const name = ({ id }: Knockout): Localised => say(`Le point éliminatoire ${id}`, `The knock-out ${id}`);
  return diffLists('knockouts', before.knockouts, after.knockouts, {
    keyOf: ({ id }) => id,
    added: (one) =>
      say(`${name(one).fr} s’ajoute : ${one.text.fr}`, `${name(one).en} is added: ${one.text.en}`),
    removed: (one) =>
      say(
        `${name(one).fr} ne s’applique plus : ${one.text.fr}`,
        `${name(one).en} no longer applies: ${one.text.en}`,
      ),
    order: say('L’ordre des points éliminatoires change.', 'The order of the knock-outs changes.'),
    changed: (then, now) => diffKnockout(name(now), then, now, before, after),
  });
}

function diffKnockout(
  name: Localised,
  then: Knockout,
  now: Knockout,
  before: QuestionnaireDocument,
  after: QuestionnaireDocument,
): Difference[] {
  const of = (fr: string, en: string): Localised =>
    say(`${fr} du point éliminatoire ${now.id}`, `${en} of the knock-out ${now.id}`);
  return [
    ...diffNumbers('knockouts', of('Le plancher', 'The floor'), then.floor, now.floor),
    ...(sameContent(then.when, now.when)
      ? []
      : [
          shown(
            'knockouts',
            say(`${name.fr} se déclenche autrement.`, `${name.en} is triggered otherwise.`),
            inBoth((language) => knockoutInWords(then.when, language)),
            inBoth((language) => knockoutInWords(now.when, language)),
          ),
        ]),
    ...diffScope({ question: then, document: before }, { question: now, document: after }).map(
      (difference) => ({
        ...difference,
        kind: 'knockouts' as const,
        sentence: say(
          `${name.fr} vaut pour d’autres prestations.`,
          `${name.en} holds for other engagements.`,
        ),
      }),
    ),
    ...diffTexts('knockouts', of('Le nom', 'The name'), then.name, now.name),
    ...diffTexts('knockouts', of('Le texte', 'The text'), then.text, now.text),
    ...(then.flag === now.flag
      ? []
      : [told('knockouts', `${name.fr} a un autre effet.`, `${name.en} has another effect.`)]),
    ...diffWhole(
      'references',
      say(`${name.fr} s’appuie sur d’autres références.`, `${name.en} rests on other references.`),
      then.ref,
      now.ref,
    ),
  ];
}

function diffSources(before: QuestionnaireDocument, after: QuestionnaireDocument): Difference[] {
  const changed = (fr: string, en: string) => (then: unknown, now: unknown) =>
    diffWhole('references', say(`${fr} change.`, `${en} changes.`), then, now);
  return [
    ...diffLists('references', before.sources, after.sources, {
      keyOf: ({ id }) => id,
      added: ({ short }) => say(`La source « ${short.fr} » s’ajoute.`, `The source “${short.en}” is added.`),
      removed: ({ short }) =>
        say(`La source « ${short.fr} » disparaît.`, `The source “${short.en}” is removed.`),
      order: say('L’ordre des sources change.', 'The order of the sources changes.'),
      changed: (then, now) =>
        changed(`La source « ${now.short.fr} »`, `The source “${now.short.en}”`)(then, now),
    }),
    ...diffLists('references', before.lessons, after.lessons, {
      keyOf: ({ id }) => id,
      added: ({ id }) => say(`La leçon ${id} s’ajoute.`, `Lesson ${id} is added.`),
      removed: ({ id }) => say(`La leçon ${id} disparaît.`, `Lesson ${id} is removed.`),
      order: say('L’ordre des leçons change.', 'The order of the lessons changes.'),
      changed: (then, now) => changed(`La leçon ${now.id}`, `Lesson ${now.id}`)(then, now),
    }),
  ];
}

function diffChecks(before: QuestionnaireDocument, after: QuestionnaireDocument): Difference[] {
  return diffLists('rules', before.consistencyChecks, after.consistencyChecks, {
    keyOf: ({ id }) => id,
    added: ({ id, text }) =>
      say(`Le contrôle ${id} s’ajoute : ${text.fr}`, `Check ${id} is added: ${text.en}`),
    removed: ({ id, text }) =>
      say(`Le contrôle ${id} disparaît : ${text.fr}`, `Check ${id} is removed: ${text.en}`),
    order: say('L’ordre des contrôles change.', 'The order of the checks changes.'),
    changed: (then, now) => [
      ...diffTexts(
        'rules',
        say(`Le texte du contrôle ${now.id}`, `The text of check ${now.id}`),
        then.text,
        now.text,
      ),
      ...diffWhole(
        'rules',
        say(`Le contrôle ${now.id} se déclenche autrement.`, `Check ${now.id} is triggered otherwise.`),
        then.when,
        now.when,
      ),
    ],
  });
}

function diffPresets(before: QuestionnaireDocument, after: QuestionnaireDocument): Difference[] {
  return diffLists('weight', before.presets, after.presets, {
    keyOf: ({ key }) => key,
    added: ({ label }) =>
      say(
        `La pondération proposée « ${label.fr} » s’ajoute.`,
        `The proposed weighting “${label.en}” is added.`,
      ),
    removed: ({ label }) =>
      say(
        `La pondération proposée « ${label.fr} » disparaît.`,
        `The proposed weighting “${label.en}” is removed.`,
      ),
    order: say('L’ordre des pondérations proposées change.', 'The order of the proposed weightings changes.'),
    changed: (then, now) => diffPreset(then, now, after),
  });
}

/** The weights that differ, theme by theme; those of a theme that is gone went with it. */
function diffPreset(then: WeightPreset, now: WeightPreset, after: QuestionnaireDocument): Difference[] {
  const codes = new Set(after.themes.map(({ code }) => code));
  const changed = [...new Set([...Object.keys(then.weights), ...Object.keys(now.weights)])].filter(
    (code) =>
      then.weights[code] !== now.weights[code] && (codes.has(code) || Object.hasOwn(now.weights, code)),
  );
  const tell = ({ weights }: WeightPreset): Localised =>
    inBoth((language) =>
      changed
        .flatMap((code) => {
          const weight = weights[code];
          return weight === undefined ? [] : [`${code} ${inFull(weight, language)}`];
        })
        .join(', '),
    );
  const preset = say(
    `La pondération proposée « ${now.label.fr} »`,
    `The proposed weighting “${now.label.en}”`,
  );
  return [
    ...diffTexts('weight', preset, then.label, now.label),
    ...(changed.length === 0
      ? []
      : [shown('weight', say(`${preset.fr} change.`, `${preset.en} changes.`), tell(then), tell(now))]),
  ];
}

const scales = [
  ['context', 'Les faits de la prestation changent.', 'The facts of the engagement change.'],
  ['tiers', 'Les niveaux de risque inhérent changent.', 'The inherent tiers change.'],
  ['tierMinimums', 'Les niveaux minimaux changent.', 'The least tiers change.'],
  ['grades', 'Les seuils des notes changent.', 'The thresholds of the grades change.'],
  ['evidence', 'Le barème des preuves change.', 'The scale of evidence changes.'],
  ['code', 'Le code du questionnaire change.', 'The code of the questionnaire changes.'],
] as const;

function diffScales(before: QuestionnaireDocument, after: QuestionnaireDocument): Difference[] {
  return scales.flatMap(([field, fr, en]) => diffWhole('rules', say(fr, en), before[field], after[field]));
}
