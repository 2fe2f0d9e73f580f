import type { TokenScope } from '@probant/shared/tokens/token-scopes';
import type { Actor } from '../harness/actor.js';
import type { World } from '../harness/world.js';
import type { Body } from './body.js';

const aWebhook = {
  name: 'Ailleurs',
  url: 'https://ailleurs.example/probant',
  types: ['submission.received'],
};

/** The cases of the routes of tokens and webhooks. */
export const integrationBodies: Readonly<Record<string, Body>> = {
  'POST /api/tokens': () => ({ name: 'Autre', scopes: ['suppliers:read'], expiresOn: '2027-01-31' }),
  'DELETE /api/tokens/{tokenId}': () => ({}),
  'POST /api/webhooks': () => aWebhook,
  'PUT /api/webhooks/{webhookId}': () => ({ ...aWebhook, active: false, revision: 1 }),
  'DELETE /api/webhooks/{webhookId}': () => ({}),
  'POST /api/webhooks/{webhookId}/secret': () => ({}),
  'POST /api/webhooks/{webhookId}/trial': () => ({}),
  'POST /api/webhooks/{webhookId}/replay': () => ({}),
  'POST /api/webhooks/{webhookId}/deliveries/{deliveryId}/replay': () => ({}),
};

export interface OwnedIntegrations {
  readonly tokenId: string;
  readonly webhookId: string;
  readonly deliveryId: string;
}

/** Of acme: a token that may all a buyer's token may, and a webhook with something to deliver. */
export async function givenIntegrations(all: World): Promise<OwnedIntegrations> {
  const { admin } = all.acme;
  const { token } = await givenToken(admin);
  const { body } = await admin.post<{ webhook: { id: string } }>('/api/webhooks', aWebhook);
  const webhookId = body.webhook.id;
  await admin.post(`/api/webhooks/${webhookId}/trial`);
  const log = await admin.get<{ items: { id: string }[] }>(`/api/webhooks/${webhookId}/deliveries`);
  return { tokenId: token.id, webhookId, deliveryId: log.body.items[0]?.id ?? '' };
}

interface GivenToken {
  readonly token: { readonly id: string };
  readonly secret: string;
}

/** A token with every scope that its organisation can give, unless some are named. */
export async function givenToken(admin: Actor, scopes?: readonly TokenScope[]): Promise<GivenToken> {
  const { body: known } = await admin.get<{ scopes: TokenScope[] }>('/api/tokens');
  const wish = { name: 'Programme', scopes: scopes ?? known.scopes, expiresOn: '2027-06-30' };
  return (await admin.post<GivenToken>('/api/tokens', wish)).body;
}
