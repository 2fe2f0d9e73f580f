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
  'condition-unreadable': {
    fr: 'Cette condition ne se lit pas.',
    en: 'This condition cannot be read.',
  },
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
  'worse-answer-helps': {
    fr: 'Répondre «\u00a0{worse}\u00a0» plutôt que «\u00a0{better}\u00a0» à {question} abaisserait le risque de {child} de {before} à {after}\u00a0: une réponse pire ne doit jamais aider.',
    en: 'Answering “{worse}” rather than “{better}” to {question} would lower the risk of {child} from {before} to {after}: a worse answer must never help.',
  },
  'refusal-helps': {
    fr: 'Refuser de répondre à {question} plutôt que de répondre «\u00a0{better}\u00a0» abaisserait le risque de {child} de {before} à {after}\u00a0: un refus ne doit jamais aider. Une condition sur le risque vaut aussi pour le refus.',
    en: 'Declining to answer {question} rather than answering “{better}” would lower the risk of {child} from {before} to {after}: declining must never help. A condition on the risk holds for a refusal as well.',
  },
  'silence-helps': {
    fr: 'Ne rien répondre à {question} abaisserait le risque de {child} de {before} à {after}\u00a0: le silence ne doit jamais aider. L’une des règles doit donner le risque 1.',
    en: 'Leaving {question} unanswered would lower the risk of {child} from {before} to {after}: silence must never help. One of the rules has to give risk 1.',
  },
  'inherits-into-score': {
    fr: 'La question {question} n’a pas de risque propre\u00a0: en reprendre un l’ajouterait au score, qui baisserait avec une réponse pire.',
    en: 'Question {question} has no risk of its own: taking one over would add it to the score, which a worse answer would then lower.',
  },
  'knockout-dodged': {
    fr: 'Répondre «\u00a0{worse}\u00a0» plutôt que «\u00a0{better}\u00a0» à {question} lèverait ce point éliminatoire, et aucun autre d’un plancher aussi haut ne prend sa place.',
    en: 'Answering “{worse}” rather than “{better}” to {question} would lift this knock-out, and no other with as high a floor takes its place.',
  },
  'knockout-dodged-by-refusal': {
    fr: 'Refuser de répondre à {question} lèverait ce point éliminatoire, et aucun autre d’un plancher aussi haut ne prend sa place.',
    en: 'Declining to answer {question} would lift this knock-out, and no other with as high a floor takes its place.',
  },
  'knockout-dodged-by-silence': {
    fr: 'Ne rien répondre à {question} lèverait ce point éliminatoire, et aucun autre d’un plancher aussi haut ne prend sa place.',
    en: 'Leaving {question} unanswered would lift this knock-out, and no other with as high a floor takes its place.',
  },
  'condition-never-holds': {
    fr: 'Aucune réponse ne peut remplir cette condition.',
    en: 'No answer can meet this condition.',
  },
  'scope-never-holds': {
    fr: 'Aucune prestation ne peut remplir cette condition\u00a0: rien n’y serait jamais demandé.',
    en: 'No engagement can meet this condition: nothing would ever be asked.',
  },
  'rule-never-applies': {
    fr: 'Cette règle ne s’applique jamais\u00a0: une règle qui la précède décide toujours avant elle.',
    en: 'This rule never applies: one that stands before it always decides first.',
  },
  'question-never-asked': {
    fr: 'Cette question n’est jamais posée\u00a0: toute réponse à une question qui la précède décide à sa place, et aucun de ses choix ne peut être atteint.',
    en: 'This question is never asked: every answer to a question before it decides in its place, and none of its options can be reached.',
  },
  'row-lapse-helps': {
    fr: 'Une ligne dont l’échéance est plus proche aurait un risque moindre\u00a0: un certificat qui vieillit ne doit jamais aider.',
    en: 'A row that lapses sooner would have a lower risk: a certificate that ages must never help.',
  },
  'row-certificate-harms': {
    fr: 'Une ligne avec un certificat de plus aurait un risque plus élevé\u00a0: l’omettre aiderait.',
    en: 'A row with one certificate more would have a higher risk: leaving it out would help.',
  },
  'scale-not-ascending': {
    fr: 'Une preuve plus forte doit compter au moins autant qu’une plus faible, entre 0 et 1.',
    en: 'Stronger evidence has to count at least as much as weaker, between 0 and 1.',
  },
  'not-a-table': {
    fr: 'La question {question} n’est pas un tableau.',
    en: 'Question {question} is not a table.',
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
