import { defineTexts } from '../../platform/i18n/texts.js';

export const partTexts = defineTexts({
  fr: {
    'handed-over': '{name} ({organisation}) vous confie ces questions',
    'asked-by': 'Demande de {buyer}',
    due: 'à répondre pour le {day}',
    progress: { one: '{done} répondue sur {count}', other: '{done} répondues sur {count}' },
    done: 'Tout est répondu. {name} remettra l’ensemble : vous n’avez rien d’autre à faire.',
    'done.pieces': {
      one: 'Tout est répondu ; {count} pièce exigée manque encore, joignez-la si vous l’avez. {name} remettra l’ensemble.',
      other:
        'Tout est répondu ; {count} pièces exigées manquent encore, joignez celles que vous avez. {name} remettra l’ensemble.',
    },
    open: 'Tout ce que vous écrivez est enregistré au fur et à mesure. {name} remettra l’ensemble.',
    nothing: 'Aucune question ne vous est confiée pour le moment',
    'nothing.hint': 'La partie qui vous était confiée a été reprise, ou ses questions ne se posent plus.',
    'closed.hint': 'Les réponses ont été remises : elles se lisent et ne se modifient plus.',
    holders: 'Confié à',
    holder: '{name} : {done} sur {count}',
    'hand-over': 'Confier à un collègue',
    'hand-over.more': 'Parties confiées',
    here: { one: '{names} est sur {questions}', other: '{names} sont sur {questions}' },
    'here.now': {
      one: '{names} répond en ce moment à cette question',
      other: '{names} répondent en ce moment à cette question',
    },
  },
  en: {
    'handed-over': '{name} ({organisation}) hands these questions over to you',
    'asked-by': 'Request of {buyer}',
    due: 'to be answered by {day}',
    progress: { one: '{done} of {count} answered', other: '{done} of {count} answered' },
    done: 'Everything is answered. {name} will submit it all: there is nothing else for you to do.',
    'done.pieces': {
      one: 'Everything is answered; {count} required piece is still missing, attach it if you have it. {name} will submit it all.',
      other:
        'Everything is answered; {count} required pieces are still missing, attach those that you have. {name} will submit it all.',
    },
    open: 'Whatever you write is saved as you go. {name} will submit it all.',
    nothing: 'No question is handed over to you at the moment',
    'nothing.hint': 'The part that you held was taken back, or its questions are no longer asked.',
    'closed.hint': 'The answers have been submitted: they can be read and no longer changed.',
    holders: 'Handed over to',
    holder: '{name}: {done} of {count}',
    'hand-over': 'Hand over to a colleague',
    'hand-over.more': 'Parts handed over',
    here: { one: '{names} is on {questions}', other: '{names} are on {questions}' },
    'here.now': {
      one: '{names} is answering this question now',
      other: '{names} are answering this question now',
    },
  },
});
