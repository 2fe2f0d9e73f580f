import { defineTexts } from '../../platform/i18n/texts.js';

/** Publishing a version: what it holds, what stands against it, what it leaves behind. */
export const publishTexts = defineTexts({
  fr: {
    title: 'Publier la version {number}',
    text: 'Une version publiée ne change plus : elle reçoit un numéro et une empreinte, et les évaluations envoyées la gardent telle quelle.',
    contents: '{questions} dans {themes}.',
    problems: {
      one: 'Un point empêche encore la publication',
      other: '{count} points empêchent encore la publication',
    },
    lost: {
      one: 'Ce point éliminatoire ne s’appliquera plus, faute de la question qui en décide :',
      other: 'Ces {count} points éliminatoires ne s’appliqueront plus, faute des questions qui en décident :',
    },
    'why.problems': {
      one: 'Publication impossible : un point à corriger',
      other: 'Publication impossible : {count} points à corriger',
    },
    refused: 'Rien n’est publié tant que ces points ne sont pas corrigés ; chacun mène à sa question.',
    'why.same': 'Rien n’a changé depuis la version {number}',
    confirm: 'Publier la version {number}',
    equivalence: 'Revoir l’équivalence question par question',
    role: 'La publication revient au responsable des risques.',
  },
  en: {
    title: 'Publish version {number}',
    text: 'A published version no longer changes: it gets a number and a fingerprint, and the assessments sent keep it as it is.',
    contents: '{questions} in {themes}.',
    problems: {
      one: 'One point still prevents publication',
      other: '{count} points still prevent publication',
    },
    lost: {
      one: 'This knock-out will no longer apply, for want of the question that decides it:',
      other: 'These {count} knock-outs will no longer apply, for want of the questions that decide them:',
    },
    'why.problems': {
      one: 'Cannot be published: one point to put right',
      other: 'Cannot be published: {count} points to put right',
    },
    refused: 'Nothing is published until these points are put right; each leads to its question.',
    'why.same': 'Nothing has changed since version {number}',
    confirm: 'Publish version {number}',
    equivalence: 'Review the equivalence question by question',
    role: 'Publishing is up to the risk manager.',
  },
});
