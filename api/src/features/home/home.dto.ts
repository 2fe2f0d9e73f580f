import { urgencies, waitingKinds, type Urgency, type WaitingKind } from '@probant/shared/home/needs';
import { obligationKinds, type ObligationKind } from '@probant/shared/obligations/kinds';
import {
  Day,
  Flag,
  Instant,
  Json,
  ListOf,
  Nested,
  OneOf,
  Text,
  Uuid,
  Whole,
} from '../../platform/http/fields.js';
import { LocalisedResponse } from '../library/library.public.js';

const precisions = ['day', 'month'] as const;

/** A dated obligation, with what its sentence and its address are made of. */
export class HomeObligationResponse {
  @Uuid() id!: string;
  @OneOf(obligationKinds) kind!: ObligationKind;
  @Day({ description: 'The day it was put off to, or the one its source gives' }) effectiveOn!: string;
  @OneOf(precisions, { description: 'month: effectiveOn is the first day of the month' })
  precision!: (typeof precisions)[number];
  @Json({ description: 'ObligationFacts of shared/obligations' }) facts!: object;
  @Uuid() engagementId!: string;
  @Text() engagementName!: string;
  @Text() supplierName!: string;
}

export class HomeDatedResponse {
  @OneOf(obligationKinds) kind!: ObligationKind;
  @OneOf(urgencies.filter((one) => one !== 'waiting')) urgency!: Exclude<Urgency, 'waiting'>;
  @Whole({ description: 'At most 1000: there are as many or more then' }) total!: number;
  @ListOf(() => HomeObligationResponse, { description: 'The earliest first' })
  items!: HomeObligationResponse[];
}

export class HomeWaitResponse {
  @Text({ description: 'Of the page on which it is dealt with' }) id!: string;
  @Text({ nullable: true, description: 'Of a thread or a finding; empty: the request as a whole' })
  questionId!: string | null;
  @Text() supplierName!: string;
  @Text() engagementName!: string;
  @Nested(() => LocalisedResponse, { nullable: true, description: 'What it is about' })
  subject!: LocalisedResponse | null;
  @Instant({ description: 'Since when it waits' }) since!: string;
  @Day({ nullable: true, description: 'Until when it can wait' }) until!: string | null;
}

export class HomeWaitingResponse {
  @OneOf(waitingKinds) kind!: WaitingKind;
  @Whole({ description: 'At most 1000: there are as many or more then' }) total!: number;
  @ListOf(() => HomeWaitResponse, { description: 'What waits longest first' }) items!: HomeWaitResponse[];
}

export class HomeResponse {
  @ListOf(() => HomeDatedResponse, { description: 'Kinds of which something is late, or due today' })
  dated!: HomeDatedResponse[];
  @ListOf(() => HomeWaitingResponse, { description: 'Kinds of which something waits' })
  waiting!: HomeWaitingResponse[];
  @Nested(() => HomeObligationResponse, { nullable: true, description: 'What comes next after today' })
  next!: HomeObligationResponse | null;
  @Flag({ description: 'Some dates are still being worked out' }) settling!: boolean;
}
