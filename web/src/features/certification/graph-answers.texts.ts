import { defineTexts } from '../../platform/i18n/texts.js';

/** What the graph says of the answers. */
export const graphAnswerTexts = defineTexts({
  fr: {
    'answers.title': 'Ce que le schéma répondrait',
    'answers.text': "Propositions pour l'examen : elles ne changent aucune réponse et aucun score.",
    'answers.none': 'Le schéma n’en sait pas encore assez pour proposer une réponse.',
    'answers.agrees': 'comme la réponse',
    'answers.differs': 'diffère de la réponse',
    'answers.unanswered': 'sans réponse',
    'answers.rows': { one: '{count} ligne', other: '{count} lignes' },
    'answers.review': "Ouvrir l'examen",
    'contradictions.title': 'Réponses qui contredisent le schéma',
    'contradictions.none': 'Aucune réponse ne contredit ce qui est établi ici.',
    'contradiction.performed-though-denied': '{activity} : dite non exercée, alors que {actors} l’exerce.',
    'contradiction.performer-differs': '{activity} : la réponse nomme {said}, le schéma {found}.',
    'contradiction.cover-differs': '{activity} : {actors} est dite couverte, ce que le schéma dément.',
    'contradiction.expiry-differs':
      '{activity}, {actors} : échéance {said} dans la réponse, {found} au dossier.',
    'contradiction.own-cover-incomplete':
      '{activity} : « toutes » les activités sont dites couvertes, celle-ci ne l’est pas.',
    'contradiction.performs-though-denied':
      '{activity} : le fournisseur dit n’en exercer aucune, il exerce celle-ci.',
    'contradiction.subcontractors-though-none':
      'Aucun sous-traitant déclaré, le schéma en compte : {actors}.',
    'contradiction.subcontractor-missing': 'La liste dite complète omet : {actors}.',
    'contradiction.activities-missing': '{activity} : {actors} l’exerce, la réponse ne le dit pas.',
    'contradiction.direct-contract-untold': '{actors} : la réponse tait son contrat direct avec vous.',
    'contradiction.parallels-untold': 'Articulation dite sans objet, alors qu’interviennent : {actors}.',
  },
  en: {
    'answers.title': 'What the graph would answer',
    'answers.text': 'Proposals for the review: they change no answer and no score.',
    'answers.none': 'The graph does not know enough yet to propose an answer.',
    'answers.agrees': 'as answered',
    'answers.differs': 'differs from the answer',
    'answers.unanswered': 'not answered',
    'answers.rows': { one: '{count} row', other: '{count} rows' },
    'answers.review': 'Open the review',
    'contradictions.title': 'Answers that contradict the graph',
    'contradictions.none': 'No answer contradicts what is established here.',
    'contradiction.performed-though-denied':
      '{activity}: said not to be performed, while {actors} performs it.',
    'contradiction.performer-differs': '{activity}: the answer names {said}, the graph {found}.',
    'contradiction.cover-differs': '{activity}: {actors} is said to be covered, which the graph denies.',
    'contradiction.expiry-differs': '{activity}, {actors}: ends {said} in the answer, {found} on record.',
    'contradiction.own-cover-incomplete':
      '{activity}: all activities are said to be covered, this one is not.',
    'contradiction.performs-though-denied':
      '{activity}: the supplier says it performs none, and performs this one.',
    'contradiction.subcontractors-though-none': 'No subcontractor declared, the graph has some: {actors}.',
    'contradiction.subcontractor-missing': 'The list said to be complete leaves out: {actors}.',
    'contradiction.activities-missing': '{activity}: {actors} performs it, the answer does not say so.',
    'contradiction.direct-contract-untold':
      '{actors}: the answer keeps silent about its direct contract with you.',
    'contradiction.parallels-untold':
      'Contract structure said not applicable, while these take part: {actors}.',
  },
});
