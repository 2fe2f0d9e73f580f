import type { IntegrationEvent } from './integration-events.js';

const of = (fr: string, en: string) => ({ subject: 'access', fr, en }) as const;

/** Events of tokens and webhooks by a short name. */
export const integrationKindNames: Readonly<Record<IntegrationEvent['kind'], ReturnType<typeof of>>> = {
  'token-created': of('Jeton d’accès créé', 'Access token created'),
  'token-revoked': of('Jeton d’accès révoqué', 'Access token revoked'),
  'webhook-created': of('Webhook créé', 'Webhook created'),
  'webhook-changed': of('Webhook modifié', 'Webhook changed'),
  'webhook-removed': of('Webhook retiré', 'Webhook removed'),
  'webhook-secret-rotated': of('Secret d’un webhook renouvelé', 'Secret of a webhook renewed'),
  'webhook-replayed': of('Envoi d’un webhook rejoué', 'Delivery of a webhook replayed'),
  'webhook-disabled': of('Webhook arrêté', 'Webhook stopped'),
};
