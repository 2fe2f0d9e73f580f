import { defineTexts } from '../../platform/i18n/texts.js';

export const requestTexts = defineTexts({
  fr: {
    title: 'Demandes reçues',
    list: 'Demandes de vos clients',
    none: 'Aucune demande pour le moment',
    'none.hint':
      "Un acheteur vous invite par un courriel qui porte un lien personnel. La demande paraît ici dès que vous l'ouvrez.",
    request: 'Demande',
    buyer: 'Acheteur',
    status: 'État',
    progress: 'Avancement',
    due: 'À rendre',
    overdue: 'En retard',
    'progress.of': '{done} réponses sur {total}',
    state: 'À faire',
    'state.to-answer': 'À répondre',
    'state.with-buyer': "Chez l'acheteur",
    'state.closed': 'Closes',
    submissions: 'Remises',
    evidence: 'Pièces',
  },
  en: {
    title: 'Requests received',
    list: "Your customers' requests",
    none: 'No request for the moment',
    'none.hint':
      'A buyer invites you by an e-mail that carries a personal link. The request appears here as soon as you open it.',
    request: 'Request',
    buyer: 'Buyer',
    status: 'Status',
    progress: 'Progress',
    due: 'Due on',
    overdue: 'Overdue',
    'progress.of': '{done} answers of {total}',
    state: 'To do',
    'state.to-answer': 'To answer',
    'state.with-buyer': 'With the buyer',
    'state.closed': 'Closed',
    submissions: 'Submissions',
    evidence: 'Evidence',
  },
});
