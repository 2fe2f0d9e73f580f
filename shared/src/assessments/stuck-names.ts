import type { Localised } from '../questionnaires/document.js';
import type { FunnelStage } from './funnel.js';
import type { ReminderRefusal } from './hand-reminder.js';
import type { StuckKind } from './stuck.js';

export const funnelStageNames: Readonly<Record<FunnelStage, Localised>> = {
  sent: { fr: 'Envoyées', en: 'Sent' },
  opened: { fr: 'Ouvertes', en: 'Opened' },
  started: { fr: 'Commencées', en: 'Started' },
  submitted: { fr: 'Remises', en: 'Submitted' },
  returned: { fr: 'Retournées', en: 'Returned' },
  decided: { fr: 'Décidées', en: 'Decided' },
};

export const stuckKindNames: Readonly<Record<StuckKind, Localised>> = {
  bounced: { fr: 'Le courriel n’arrive pas', en: 'The e-mail does not arrive' },
  'awaiting-us': { fr: 'Attend votre réponse à une question', en: 'Waits for your answer to a question' },
  returned: { fr: 'Retournée, pas reprise depuis', en: 'Returned, untouched since' },
  unopened: { fr: 'Lien jamais ouvert', en: 'Link never opened' },
  'not-started': { fr: 'Ouverte, pas commencée', en: 'Opened, not started' },
  delegated: { fr: 'Une partie est confiée à un collègue', en: 'A part is in a colleague’s hands' },
  idle: { fr: 'Commencée, rien de saisi depuis', en: 'Started, nothing entered since' },
  'awaiting-them': {
    fr: 'N’a pas répondu à votre demande de précision',
    en: 'Has not answered your clarification',
  },
};

export const reminderRefusalNames: Readonly<Record<ReminderRefusal, Localised>> = {
  submitted: { fr: 'déjà remise', en: 'submitted already' },
  'no-recipient': { fr: 'aucun destinataire', en: 'no recipient' },
  bounced: { fr: 'adresse à corriger', en: 'address to correct' },
  today: { fr: 'déjà relancée aujourd’hui', en: 'reminded today already' },
};
