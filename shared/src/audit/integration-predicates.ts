import { counted } from '../words/numbers.js';
import { ofName } from '../words/elision.js';
import type { Predicates } from './events.js';
import type { IntegrationEvent } from './integration-events.js';

export const integrationPredicates: Predicates<IntegrationEvent['kind']> = {
  'token-created': ({ name, scopes }) => ({
    fr: `a créé le jeton d’accès ${name} (${scopes.join(', ')})`,
    en: `created the access token ${name} (${scopes.join(', ')})`,
  }),
  'token-revoked': ({ name }) => ({
    fr: `a révoqué le jeton d’accès ${name}`,
    en: `revoked the access token ${name}`,
  }),
  'webhook-created': ({ name, url }) => ({
    fr: `a créé le webhook ${name} vers ${url}`,
    en: `created the webhook ${name} to ${url}`,
  }),
  'webhook-changed': ({ name, url, active }) => ({
    fr: `a modifié le webhook ${name} vers ${url} (${active ? 'actif' : 'suspendu'})`,
    en: `changed the webhook ${name} to ${url} (${active ? 'active' : 'paused'})`,
  }),
  'webhook-removed': ({ name }) => ({ fr: `a retiré le webhook ${name}`, en: `removed the webhook ${name}` }),
  'webhook-secret-rotated': ({ name }) => ({
    fr: `a renouvelé le secret du webhook ${name}`,
    en: `renewed the secret of the webhook ${name}`,
  }),
  'webhook-replayed': ({ name, deliveries }) => ({
    fr: `a rejoué ${counted(deliveries, 'envoi', 'envois', 'fr')} du webhook ${name}`,
    en: `replayed ${counted(deliveries, 'delivery', 'deliveries', 'en')} of the webhook ${name}`,
  }),
  'webhook-disabled': ({ name, reason }) =>
    reason === 'gone'
      ? {
          fr: `a arrêté le webhook ${name}\u00a0: son adresse répond qu’elle n’existe plus`,
          en: `stopped the webhook ${name}: its address answers that it is gone`,
        }
      : {
          fr: `a arrêté les envois ${ofName(name)}\u00a0: ils échouent depuis trois jours`,
          en: `stopped the deliveries of ${name}: they have failed for three days`,
        },
};
