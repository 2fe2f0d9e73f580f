import { defineTexts } from '../../platform/i18n/texts.js';

export const measureTexts = defineTexts({
  fr: {
    title: 'Mesuré par vos exercices',
    proposed: 'Proposition, {level}',
    confirmed: 'Preuve retenue, {level}, par {name}',
    alone: 'Relevé non contresigné : il vaut votre propre pièce datée (E2).',
    countersigned: 'Relevé contresigné par le fournisseur (E4).',
    contradicts:
      "La réponse annonce mieux que ce qui a été mesuré : la mesure ne la prouve pas. Corrigez la réponse d'abord.",
    confirm: 'Retenir comme preuve, {level}',
    withdraw: 'Ne plus retenir',
  },
  en: {
    title: 'Measured by your drills',
    proposed: 'Proposed, {level}',
    confirmed: 'Taken as proof, {level}, by {name}',
    alone: 'Record not counter-signed: it is worth a dated document of your own (E2).',
    countersigned: 'Record counter-signed by the supplier (E4).',
    contradicts:
      'The answer claims better than what was measured: the measure does not prove it. Correct the answer first.',
    confirm: 'Take as proof, {level}',
    withdraw: 'Take it back',
  },
});
