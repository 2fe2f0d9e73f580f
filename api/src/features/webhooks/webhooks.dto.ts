import { maxLengths } from '@probant/shared/limits';
import { webhookTypes, type WebhookType } from '@probant/shared/webhooks/webhook-types';
import {
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Uuid,
  Whole,
} from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';

export class WebhookRequest {
  @Text({ max: maxLengths.name }) name!: string;
  @Text({ max: maxLengths.url, description: 'A public https address' }) url!: string;
  @SomeOf(webhookTypes, { min: 1 }) types!: WebhookType[];
}

export class ChangeWebhookRequest extends WebhookRequest {
  @Flag({ description: 'Off: nothing is sent, what waits is kept' }) active!: boolean;
  @Whole({ min: 1 }) revision!: number;
}

export const webhookStates = ['active', 'paused', 'failing', 'gone'] as const;

export class WebhookResponse {
  @Uuid() id!: string;
  @Text() name!: string;
  @Text() url!: string;
  @SomeOf(webhookTypes) types!: WebhookType[];
  @OneOf(webhookStates, { description: 'failing and gone: stopped by the product' })
  state!: (typeof webhookStates)[number];
  @Instant({ nullable: true, description: 'Since when nothing has arrived' }) failingSince!: string | null;
  @Instant({ nullable: true, description: 'Until when the earlier secret signs as well' })
  previousSecretUntil!: string | null;
  @Whole() waiting!: number;
  @Whole() failed!: number;
  @Text() createdByName!: string;
  @Instant() createdAt!: string;
  @Whole() revision!: number;
}

export class WebhooksResponse {
  @ListOf(() => WebhookResponse) items!: WebhookResponse[];
}

export class WebhookSecretResponse {
  @Nested(() => WebhookResponse) webhook!: WebhookResponse;
  @Text({ description: 'Shown this once' }) secret!: string;
}

export const attemptFailures = ['refused-address', 'unreachable', 'timeout'] as const;

export class AttemptResponse {
  @Whole() number!: number;
  @Instant() at!: string;
  @Whole({ nullable: true }) status!: number | null;
  @OneOf(attemptFailures, { nullable: true }) failure!: (typeof attemptFailures)[number] | null;
  @Text({ description: 'The beginning of the reply' }) reply!: string;
  @Whole() tookMs!: number;
}

export const deliveryStates = ['queued', 'delivered', 'failed'] as const;

export class DeliveryResponse {
  @Uuid() id!: string;
  @Text({ description: 'The webhook-id header' }) messageId!: string;
  @Text() type!: string;
  @Instant() happenedAt!: string;
  @OneOf(deliveryStates) state!: (typeof deliveryStates)[number];
  @Whole() attempts!: number;
  @Instant({ nullable: true }) nextAttemptAt!: string | null;
  @Instant({ nullable: true }) deliveredAt!: string | null;
  @Nested(() => AttemptResponse, { nullable: true }) last!: AttemptResponse | null;
}

export class DeliveriesQuery extends PageQuery {
  @OneOf(deliveryStates, { optional: true }) state?: (typeof deliveryStates)[number];
}

export class DeliveriesResponse {
  @ListOf(() => DeliveryResponse) items!: DeliveryResponse[];
  @Text({ nullable: true }) next!: string | null;
}

export class DeliveryDetailResponse {
  @Nested(() => DeliveryResponse) delivery!: DeliveryResponse;
  @Text({ description: 'What is sent, byte for byte' }) body!: string;
  @ListOf(() => AttemptResponse, { description: 'Newest first, the last 50' }) attempts!: AttemptResponse[];
}

export class ReplayedResponse {
  @Whole() replayed!: number;
}
