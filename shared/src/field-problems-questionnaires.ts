import type { Localised } from './questionnaires/document.js';

/** Refusals of a questionnaire when it is published, and of weights. */
export const questionnaireFieldTable = {
  'key-malformed': {
    fr: 'Une clé commence par une lettre et compte lettres sans accent, chiffres, points, tirets ou soulignés.',
    en: 'A key starts with a letter and has unaccented letters, digits, dots, hyphens or underscores.',
  },
  'key-twice': { fr: 'La clé {key} sert deux fois.', en: 'The key {key} is used twice.' },
  'text-missing': { fr: 'Le texte manque en {language}.', en: 'The text is missing in {language}.' },
  'unknown-context-fact': { fr: 'Le fait {key} n’existe pas.', en: 'The fact {key} does not exist.' },
  'unknown-context-value': {
    fr: 'Le fait {key} n’a pas la valeur {value}.',
    en: 'The fact {key} has no value {value}.',
  },
  'unknown-lesson': { fr: 'La leçon {key} n’existe pas.', en: 'The lesson {key} does not exist.' },
  'unknown-knockout': {
    fr: 'Le point éliminatoire {key} n’existe pas.',
    en: 'The knock-out {key} does not exist.',
  },
  'unknown-theme': { fr: 'Le thème {key} n’existe pas.', en: 'The theme {key} does not exist.' },
  'no-theme': { fr: 'Le questionnaire n’a pas de thème.', en: 'The questionnaire has no theme.' },
  'no-question': { fr: 'Le thème n’a pas de question.', en: 'The theme has no question.' },
  'no-option': {
    fr: 'La question n’a pas de choix\u00a0: ajoutez-en au moins un.',
    en: 'The question has no choice: add at least one.',
  },
  'no-column': { fr: 'Le tableau n’a pas de colonne.', en: 'The table has no column.' },
  'condition-empty': { fr: 'La condition ne dit rien.', en: 'The condition says nothing.' },
  'risk-missing': { fr: 'Le risque du choix manque.', en: 'The risk of the option is missing.' },
  'credit-missing': { fr: 'Le crédit du choix manque.', en: 'The credit of the option is missing.' },
  'weight-missing': { fr: 'Le poids manque.', en: 'The weight is missing.' },
  'inherited-risk-missing': {
    fr: 'Le risque dont la question hérite quand elle n’est pas posée manque.',
    en: 'The risk that the question inherits when it is not asked is missing.',
  },
  'curve-empty': {
    fr: 'Le risque selon la valeur n’a pas de point\u00a0: ajoutez-en au moins un.',
    en: 'The risk by value has no point: add at least one.',
  },
  'curve-not-ascending': {
    fr: 'Les abscisses de la courbe doivent croître.',
    en: 'The x of the curve must ascend.',
  },
  'curve-not-monotone': {
    fr: 'La courbe doit toujours monter ou toujours descendre.',
    en: 'The curve must always rise or always fall.',
  },
  'parent-is-self': {
    fr: 'Une question ne peut pas hériter d’elle-même.',
    en: 'A question cannot inherit from itself.',
  },
  'parent-later': {
    fr: 'La question {question} vient plus tard : on n’hérite que d’une question qui précède.',
    en: 'Question {question} comes later: a question inherits only from one that comes before.',
  },
  'inherit-cycle': {
    fr: 'Les questions héritent en rond : {path}.',
    en: 'The questions inherit in a circle: {path}.',
  },
  'value-not-of-parent': {
    fr: 'La question {question} n’a pas le choix {value}.',
    en: 'Question {question} has no option {value}.',
  },
  'parent-without-risk': {
    fr: 'La question {question} n’a pas de risque dont on puisse hériter.',
    en: 'Question {question} has no risk to inherit from.',
  },
  'knockout-question-not-applicable': {
    fr: 'Une question à point éliminatoire ne peut pas être sans objet.',
    en: 'A knock-out question cannot be not applicable.',
  },
  'knockout-not-listed': {
    fr: 'La question {question} décide de ce point éliminatoire mais ne le cite pas.',
    en: 'Question {question} decides this knock-out but does not list it.',
  },
  'knockout-not-fed': {
    fr: 'Le point éliminatoire {key} ne dépend pas de cette question.',
    en: 'Knock-out {key} does not depend on this question.',
  },
  'no-positive-weight': {
    fr: 'Au moins un poids doit être supérieur à zéro.',
    en: 'At least one weight must be above zero.',
  },
  'no-such-text': { fr: 'Ce texte n’existe pas dans la version.', en: 'The version has no such text.' },
  'text-unchanged': { fr: 'Le texte est le même.', en: 'The text is the same.' },
  'meaning-must-stay': {
    fr: 'Attestez que le sens ne change pas ; sinon, publiez une nouvelle version.',
    en: 'State that the meaning stays as it was; otherwise publish a new version.',
  },
  'question-linked-twice': {
    fr: 'La question {key} figure deux fois dans l’équivalence.',
    en: 'Question {key} stands twice in the equivalence.',
  },
  'question-not-linked': {
    fr: 'La question {key} ne figure pas dans l’équivalence.',
    en: 'Question {key} does not stand in the equivalence.',
  },
  'equivalence-kind-mismatch': {
    fr: 'Cette équivalence ne va pas avec le nombre de questions reliées.',
    en: 'This equivalence does not go with the number of questions linked.',
  },
  'equivalence-too-mild': {
    fr: 'Les deux questions diffèrent davantage que cela.',
    en: 'The two questions differ more than that.',
  },
  'tiers-not-ascending': { fr: 'Les seuils doivent croître.', en: 'The thresholds must ascend.' },
} as const satisfies Readonly<Record<string, Localised>>;
