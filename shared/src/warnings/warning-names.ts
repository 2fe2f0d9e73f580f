import type { Localised } from '../questionnaires/document.js';
import type { WarningStanding } from './standing.js';
import type { ReceivedBy, WarningDecision } from './warning.js';

export const warningDecisionNames: Readonly<Record<WarningDecision, Localised>> = {
  accepted: { fr: 'Acceptée', en: 'Accepted' },
  refused: { fr: 'Refusée', en: 'Refused' },
  'quote-asked': { fr: 'Devis demandé', en: 'Quote asked for' },
  acknowledged: { fr: 'Prise d’acte', en: 'Acknowledged' },
};

export const warningStandingNames: Readonly<Record<WarningStanding, Localised>> = {
  pending: { fr: 'À décider', en: 'To decide' },
  due: { fr: 'À décider bientôt', en: 'To decide soon' },
  overdue: { fr: 'En retard', en: 'Overdue' },
  escalated: { fr: 'Remontée', en: 'Escalated' },
  'quote-asked': { fr: 'Devis attendu', en: 'Quote awaited' },
  accepted: { fr: 'Acceptée', en: 'Accepted' },
  refused: { fr: 'Refusée', en: 'Refused' },
  superseded: { fr: 'Remplacée', en: 'Superseded' },
};

export const receivedByNames: Readonly<Record<ReceivedBy, Localised>> = {
  letter: { fr: 'Lettre', en: 'Letter' },
  email: { fr: 'Courriel', en: 'E-mail' },
  minutes: { fr: 'Compte rendu', en: 'Minutes' },
  quote: { fr: 'Devis ou proposition', en: 'Quote or proposal' },
  other: { fr: 'Autre écrit', en: 'Other writing' },
};
