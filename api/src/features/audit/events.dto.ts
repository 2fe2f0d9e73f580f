import { eventKinds } from '@probant/shared/audit/sentence';
import { Day, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';

export const actorKinds = ['member', 'former-member', 'recipient', 'other-side', 'system'] as const;
export type ActorKind = (typeof actorKinds)[number];

export class EventsQuery extends PageQuery {
  @OneOf(eventKinds, { optional: true }) kind?: string;
  @Uuid({ optional: true, description: 'Acts of this account' }) accountId?: string;
  @Uuid({ optional: true, description: 'The chain of this assessment' }) assessmentId?: string;
  @Day({ optional: true, description: 'Of this day in Paris' }) day?: string;
}

export class EventActorResponse {
  @OneOf(actorKinds) kind!: ActorKind;
  @Text({ nullable: true, description: 'Of a member' }) name!: string | null;
}

export class EventResponse {
  @Uuid({ description: 'The organisation for its own chain, else the assessment' }) chainId!: string;
  @Whole({ description: 'From 1, without gaps' }) sequence!: number;
  @Instant() at!: string;
  @Nested(() => EventActorResponse) actor!: EventActorResponse;
  @Text() kind!: string;
  @Uuid({ nullable: true }) assessmentId!: string | null;
  @Text({ nullable: true }) assessmentTitle!: string | null;
  @Text({ description: 'Canonical JSON of the event, exactly as it was hashed' }) text!: string;
  @Text() textSha256!: string;
  @Text() previousHash!: string;
  @Text() hash!: string;
}

export class EventsResponse {
  @ListOf(() => EventResponse, { description: 'Newest first' }) items!: EventResponse[];
  @Text({ nullable: true, description: '`after` of the next page' }) next!: string | null;
}
