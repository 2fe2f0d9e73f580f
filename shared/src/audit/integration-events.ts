import type { WebhookId } from '../ids.js';
import type { TokenScope } from '../tokens/token-scopes.js';
import type { WebhookType } from '../webhooks/webhook-types.js';

interface OfToken {
  readonly tokenId: string;
  readonly name: string;
}

interface OfWebhook {
  readonly webhookId: WebhookId;
  readonly name: string;
}

/** What lets other programs in, and what tells them; neither tokens nor secrets stand here. */
export type IntegrationEvent =
  | (OfToken & {
      readonly kind: 'token-created';
      readonly scopes: readonly TokenScope[];
      readonly expiresAt: string;
    })
  | (OfToken & { readonly kind: 'token-revoked' })
  | (OfWebhook & {
      readonly kind: 'webhook-created';
      readonly url: string;
      readonly types: readonly WebhookType[];
    })
  | (OfWebhook & {
      readonly kind: 'webhook-changed';
      readonly url: string;
      readonly types: readonly WebhookType[];
      readonly active: boolean;
    })
  | (OfWebhook & { readonly kind: 'webhook-removed' })
  | (OfWebhook & { readonly kind: 'webhook-secret-rotated' })
  | (OfWebhook & { readonly kind: 'webhook-replayed'; readonly deliveries: number })
  | (OfWebhook & { readonly kind: 'webhook-disabled'; readonly reason: 'failing' | 'gone' });
