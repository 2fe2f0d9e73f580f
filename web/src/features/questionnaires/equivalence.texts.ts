import { defineTexts } from '../../platform/i18n/texts.js';

/** The equivalence of a version with the one before, as its author edits it before publishing. */
export const equivalenceTexts = defineTexts({
  fr: {
    title: 'Équivalence des questions',
    lead: 'Ce que chaque question de la version {number} devient. L’équivalence est figée avec la version et décide de ce que deviennent les réponses des évaluations que vous ferez passer.',
    'first.title': 'Première version',
    'first.text': 'Il n’y a pas de version antérieure à laquelle la relier.',
    reset: 'Revenir à la proposition',
    edit: 'Modifier',
    done: 'Terminer',
    becomes: '{key} devient',
    'becomes.hint': 'Aucune question : retirée. Plusieurs : scindée. Une question partagée : fusionnée.',
    kind: 'Nature',
    reconfirm: 'Une réponse est à reconfirmer',
    wrong:
      'Plusieurs questions ne peuvent devenir plusieurs questions : reliez-les une à une, ou une à plusieurs.',
    publish: 'Publier la version {number} avec cette équivalence',
    'publish.text': 'La version et son équivalence ne changeront plus.',
    edited: { one: '{count} équivalence modifiée', other: '{count} équivalences modifiées' },
    kept: { one: '{count} question inchangée', other: '{count} questions inchangées' },
    none: 'Toutes les questions sont inchangées',
  },
  en: {
    title: 'Equivalence of questions',
    lead: 'What each question of version {number} becomes. The equivalence is frozen with the version and decides what becomes of the answers of the assessments that you will move.',
    'first.title': 'First version',
    'first.text': 'There is no earlier version to link it to.',
    reset: 'Back to the proposal',
    edit: 'Edit',
    done: 'Done',
    becomes: '{key} becomes',
    'becomes.hint': 'No question: removed. Several: split. One that is shared: merged.',
    kind: 'Kind',
    reconfirm: 'An answer is to be reconfirmed',
    wrong: 'Several questions cannot become several: link them one to one, or one to several.',
    publish: 'Publish version {number} with this equivalence',
    'publish.text': 'The version and its equivalence will no longer change.',
    edited: { one: '{count} equivalence edited', other: '{count} equivalences edited' },
    kept: { one: '{count} unchanged question', other: '{count} unchanged questions' },
    none: 'Every question is unchanged',
  },
});
