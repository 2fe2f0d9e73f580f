import { maxLengths } from '@probant/shared/limits';
import { obligationKinds, type ObligationKind } from '@probant/shared/obligations/kinds';
import {
  markActs,
  obligationStates,
  type MarkAct,
  type ObligationState,
} from '@probant/shared/obligations/marks';
import { expiryWindows, type ExpiryWindow } from '@probant/shared/portfolio/figures';
import { watchCauses, type WatchCause } from '@probant/shared/obligations/watch';
import { languages, type Language } from '@probant/shared/questionnaires/document';
import { IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  Day,
  Flag,
  Instant,
  Json,
  ListOf,
  Nested,
  OneOf,
  Pattern,
  Text,
  Uuid,
  Whole,
} from '../../platform/http/fields.js';
import { PageQuery, sortNames } from '../../platform/http/page.js';
import { LocalisedResponse } from '../library/library.public.js';

const precisions = ['day', 'month'] as const;
type Precision = (typeof precisions)[number];

export const stateFilters = [...obligationStates, 'today', 'soon', 'all'] as const;

/** Which obligations: everywhere the same. */
export class ObligationFilters {
  @Text({
    optional: true,
    min: 0,
    max: maxLengths.search,
    description: 'In supplier, engagement, piece or title',
  })
  search?: string;
  @OneOf(obligationKinds, { optional: true }) kind?: ObligationKind;
  @OneOf(stateFilters, {
    optional: true,
    description:
      'Without it, what is still to be done; today: its day, or its month, has come; soon: within 30 days',
  })
  state?: (typeof stateFilters)[number];
  @Uuid({ optional: true }) supplierId?: string;
  @Uuid({ optional: true }) engagementId?: string;
  @Pattern(/^[a-z0-9-]{1,64}$/, { optional: true, description: 'Id of a regulation' }) regulation?: string;
  @OneOf(expiryWindows, { optional: true, description: 'From today on, and so many days ahead' })
  within?: ExpiryWindow;
  @OneOf([...watchCauses], {
    optional: true,
    description: 'Dates and events that ask something of a contract: any of them, or one kind',
  })
  cause?: WatchCause;
}

export class DatedFilters extends ObligationFilters {
  @Day({ optional: true }) from?: string;
  @Day({ optional: true }) to?: string;
  @OneOf(sortNames('day', 'supplier'), { optional: true }) sort?: string;
}

export class CalendarQuery extends IntersectionType(DatedFilters, PageQuery) {}

export class CalendarFileQuery extends DatedFilters {
  @OneOf(languages, { optional: true, description: 'By default that of the account' }) language?: Language;
}

export class ObligationFileQuery {
  @OneOf(languages, { optional: true, description: 'By default that of the account' }) language?: Language;
}

export class YearQuery extends ObligationFilters {
  @Type(() => Number)
  @Whole({ min: 1900, max: 9999 })
  year!: number;
}

export class ObligationResponse {
  @Uuid() id!: string;
  @OneOf(obligationKinds) kind!: ObligationKind;
  @OneOf(obligationStates) state!: ObligationState;
  @Day({ description: 'As its source gives it' }) dueOn!: string;
  @OneOf(precisions, { description: 'month: dueOn is the first day of the month' }) precision!: Precision;
  @Day({ description: 'The day it was put off to, or dueOn' }) effectiveOn!: string;
  @Day({ nullable: true }) doneOn!: string | null;
  @Day({ nullable: true, description: 'Since when it has no object' }) lapsedOn!: string | null;
  @Json({ description: 'ObligationFacts of shared/obligations: what its sentences are made of' })
  facts!: object;
  @Uuid() engagementId!: string;
  @Text() engagementName!: string;
  @Uuid() supplierId!: string;
  @Text() supplierName!: string;
  @Whole({ description: 'How many marks were made of it' }) marks!: number;
}

export class CalendarResponse {
  @ListOf(() => ObligationResponse) items!: ObligationResponse[];
  @Text({ nullable: true }) next!: string | null;
  @Flag({ description: 'Some dates are still being worked out' }) settling!: boolean;
}

export class CalendarDayResponse {
  @Day() day!: string;
  @OneOf(precisions) precision!: Precision;
  @OneOf(obligationKinds) kind!: ObligationKind;
  @OneOf(obligationStates) state!: ObligationState;
  @Whole() count!: number;
}

export class CalendarYearResponse {
  @Whole() year!: number;
  @Whole({ description: 'Overdue, in any year' }) overdue!: number;
  @Whole({ description: 'To be done within 30 days' }) soon!: number;
  @ListOf(() => CalendarDayResponse) days!: CalendarDayResponse[];
  @Flag({ description: 'Some dates are still being worked out' }) settling!: boolean;
}

export class RegulationResponse {
  @Text() id!: string;
  @Nested(() => LocalisedResponse) name!: LocalisedResponse;
  @Nested(() => LocalisedResponse, { description: 'What it asks' }) asks!: LocalisedResponse;
  @Nested(() => LocalisedResponse, { description: 'Where it stands' }) source!: LocalisedResponse;
  @Nested(() => LocalisedResponse, { nullable: true, description: 'How sure the day is' })
  caution!: LocalisedResponse | null;
  @Day() effectiveOn!: string;
  @OneOf(precisions) precision!: Precision;
  @Whole({ description: 'Running contracts without the clause' }) contracts!: number;
  @Whole({ description: 'Of these, not yet done' }) open!: number;
  @Whole({ description: 'Suppliers that were asked' }) asked!: number;
  @Whole({ description: 'Of these, whose admission was filed' }) filed!: number;
}

export class RegulationsResponse {
  @ListOf(() => RegulationResponse) items!: RegulationResponse[];
}

export class MarkResponse {
  @Whole() number!: number;
  @OneOf(markActs) act!: MarkAct;
  @Day({ description: 'The day that the obligation had then' }) dueOn!: string;
  @Day({ nullable: true, description: 'When it was done, or the day it was put off to' }) on!: string | null;
  @Text() note!: string;
  @Text() byName!: string;
  @Instant() at!: string;
}

export class RegulationReplyResponse {
  @Uuid() id!: string;
  @Text() body!: string;
  @Text() byName!: string;
  @Instant() at!: string;
  @Text({ description: 'Of the message, as the chains of both sides keep it' }) sha256!: string;
}

export class AdmissionResponse {
  @Whole() number!: number;
  @Uuid({ description: 'The message that it stands in' }) clarificationId!: string;
  @Text() words!: string;
  @Text() saidByName!: string;
  @Instant() saidAt!: string;
  @Text({ description: 'Of the message' }) messageSha256!: string;
  @Day({ nullable: true, description: 'The day that the supplier named' }) changeBy!: string | null;
  @Text() filedByName!: string;
  @Instant() filedAt!: string;
}

export class FileAdmissionRequest {
  @Uuid({ description: 'A message of the supplier after the question' }) clarificationId!: string;
  @Day({ nullable: true, description: 'The day that the supplier named; null where it named none' })
  changeBy!: string | null;
  @Whole({ description: 'The number of the last one that was read; 0: none was filed' }) number!: number;
}

export class RegulationQuestionResponse {
  @Uuid() assessmentId!: string;
  @Text() body!: string;
  @Text() askedByName!: string;
  @Instant() askedAt!: string;
  @ListOf(() => RegulationReplyResponse, {
    description: 'What the supplier wrote after it, the first one first',
  })
  replies!: RegulationReplyResponse[];
  @Nested(() => AdmissionResponse, { nullable: true, description: 'As it was filed last' })
  admission!: AdmissionResponse | null;
}

export const askingStates = ['possible', 'asked', 'nobody', 'closed'] as const;

/** Of a regulation: the amendment to propose, and the question to ask. */
export class RegulationWatchResponse {
  @Text() clauseId!: string;
  @Nested(() => LocalisedResponse) clauseTitle!: LocalisedResponse;
  @Text({ description: 'Wording of the amendment, French' }) amendment!: string;
  @Nested(() => LocalisedResponse) question!: LocalisedResponse;
  @OneOf(askingStates, { description: 'nobody: no workspace accepted a request yet' })
  asking!: (typeof askingStates)[number];
  @Nested(() => RegulationQuestionResponse, { nullable: true }) asked!: RegulationQuestionResponse | null;
}

export class ObligationDetailResponse extends ObligationResponse {
  @ListOf(() => MarkResponse, { description: 'The last one first' }) history!: MarkResponse[];
  @Nested(() => RegulationWatchResponse, { nullable: true }) regulation!: RegulationWatchResponse | null;
}

export class MarkObligationRequest {
  @OneOf(markActs) act!: MarkAct;
  @Day({ nullable: true, description: 'When it was done, or the day to put it off to; null to reopen' })
  on!: string | null;
  @Text({ max: maxLengths.shortText, description: 'What proves it, or why' }) note!: string;
  @Whole({ description: 'How many marks were read' }) marks!: number;
}

export class AskSupplierRequest {
  @OneOf(languages) language!: Language;
}

export class CalendarFeedResponse {
  @OneOf(languages) language!: Language;
  @Instant() createdAt!: string;
  @Instant({ nullable: true, description: 'When a program read it last' }) readAt!: string | null;
}

export class CalendarSettingsResponse {
  @Flag({ description: 'Reminders by e-mail' }) reminders!: boolean;
  @Nested(() => CalendarFeedResponse, { nullable: true, description: 'null: no address is open' })
  feed!: CalendarFeedResponse | null;
}

export class ChooseRemindersRequest {
  @Flag() reminders!: boolean;
}

export class OpenFeedRequest {
  @OneOf(languages) language!: Language;
}

export class OpenedFeedResponse extends CalendarSettingsResponse {
  @Text({ description: 'Shown this once: only its hash is kept' }) address!: string;
}
