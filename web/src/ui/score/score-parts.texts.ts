import { defineTexts } from '../../platform/i18n/texts.js';

/** Words of the parts that a score is drawn with; no screen of a supplier loads them. */
export const scorePartTexts = defineTexts({
  fr: {
    'grade.earlier': 'note de l’évaluation précédente',
    'grade.earlier.on': 'note de l’évaluation précédente, {on}',
    'knockout.unlawful': 'Illicite',
    'knockout.proved': 'Éliminatoire',
    'knockout.undemonstrated': 'Non démontré',
    'axis.label': 'Score {score} sur 100, note {grade}',
    'axis.floor': 'plancher {floor} : {source}',
    'axis.floor.more': {
      one: 'plancher {floor} : {source} et {count} autre',
      other: 'plancher {floor} : {source} et {count} autres',
    },
    'axis.base': 'base {base}',
    'axis.summary': 'Base des poids {base}, plancher {floor} posé par {source}.',
    'evidence.level': 'Pièce de niveau {level}',
    'trace.points': 'Points',
  },
  en: {
    'grade.earlier': 'grade of the assessment before',
    'grade.earlier.on': 'grade of the assessment before, {on}',
    'knockout.unlawful': 'Unlawful',
    'knockout.proved': 'Knock-out',
    'knockout.undemonstrated': 'Not demonstrated',
    'axis.label': 'Score {score} out of 100, grade {grade}',
    'axis.floor': 'floor {floor}: {source}',
    'axis.floor.more': {
      one: 'floor {floor}: {source} and {count} other',
      other: 'floor {floor}: {source} and {count} others',
    },
    'axis.base': 'base {base}',
    'axis.summary': 'Base from the weights {base}, floor {floor} set by {source}.',
    'evidence.level': 'Evidence of level {level}',
    'trace.points': 'Points',
  },
});
