import { dueVerdicts, type DueKey, type DueVerdict } from '@probant/shared/incidents/dues';
import {
  dutyKinds,
  incidentNatures,
  incidentRegimes,
  incidentSteps,
  noticeKeys,
  type IncidentNature,
  type IncidentRegime,
  type NoticeKey,
  type NotifyingDuty,
} from '@probant/shared/incidents/incident';
import { maxLengths } from '@probant/shared/limits';
import {
  Decimal,
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
import { MomentFields } from '../../platform/http/moment-fields.js';

const maybe = { nullable: true, description: 'null: not known, or not so far' };
const sides = ['buyer', 'supplier'] as const;

export class IncidentFactsFields {
  @Text({ max: maxLengths.name }) title!: string;
  @OneOf(incidentNatures) nature!: IncidentNature;
  @Text({ max: maxLengths.longText }) text!: string;
  @Nested(() => MomentFields, maybe) occurredAt!: MomentFields | null;
  @Nested(() => MomentFields, { ...maybe, description: 'By the supplier' }) detectedAt!: MomentFields | null;
  @Nested(() => MomentFields, maybe) ticketedAt!: MomentFields | null;
  @Text({ min: 0 }) ticket!: string;
  @Nested(() => MomentFields, { ...maybe, description: 'When the customer was told' })
  toldAt!: MomentFields | null;
  @Nested(() => MomentFields, maybe) resolvedAt!: MomentFields | null;
  @Flag() personalData!: boolean;
}

export class NotifyingDutyFields {
  @OneOf(dutyKinds) kind!: NotifyingDuty['kind'];
  @Decimal({ nullable: true, min: 0, description: 'From the supplier’s knowledge; null: no figure' })
  hours!: number | null;
  @Text({ min: 0, description: 'Where the contract says so' }) source!: string;
}

export class IncidentNoticeFields {
  @OneOf(noticeKeys) key!: NoticeKey;
  @Nested(() => MomentFields) at!: MomentFields;
  @Text({ min: 0 }) reference!: string;
}

export class IncidentFileFields {
  @SomeOf(incidentRegimes, { description: 'Rules that bind the customer for this incident' })
  regimes!: IncidentRegime[];
  @Nested(() => NotifyingDutyFields) duty!: NotifyingDutyFields;
  @Nested(() => MomentFields, { ...maybe, description: 'What the customer knew by its own means' })
  awareAt!: MomentFields | null;
  @Nested(() => MomentFields, { ...maybe, description: 'Classified as major under DORA' })
  majorAt!: MomentFields | null;
  @ListOf(() => IncidentNoticeFields, { max: noticeKeys.length }) notices!: IncidentNoticeFields[];
  @Text({ min: 0, max: maxLengths.longText }) note!: string;
}

export class OpenIncidentRequest extends IncidentFactsFields {
  @Flag({ description: 'The workspace that answers for the engagement reads it as well' }) shared!: boolean;
}

export class KeepIncidentFileRequest extends IncidentFileFields {
  @Whole({ description: 'The revision that was read; 0 before the first' }) revision!: number;
}

export class IncidentStatementResponse {
  @Uuid() id!: string;
  @OneOf(sides) side!: 'buyer' | 'supplier';
  @Nested(() => IncidentFactsFields) facts!: IncidentFactsFields;
  @Text() byName!: string;
  @Instant() at!: string;
}

export class MinutesResponse {
  @Whole() low!: number;
  @Whole() high!: number;
}

export class IncidentDelayResponse {
  @OneOf(['detect', 'ticket', 'tell', 'known-to-told']) key!: 'detect' | 'ticket' | 'tell' | 'known-to-told';
  @Nested(() => MinutesResponse, { nullable: true, description: 'In minutes, between bounds' })
  span!: MinutesResponse | null;
}

export class DueResponse {
  @OneOf(['contract', 'gdpr-processor', ...noticeKeys]) key!: DueKey;
  @OneOf(['supplier', 'customer']) owedBy!: 'supplier' | 'customer';
  @OneOf(['customer', 'data-protection', 'csirt', 'financial'])
  owedTo!: 'customer' | 'data-protection' | 'csirt' | 'financial';
  @Nested(() => MomentFields, { nullable: true, description: 'What the clock runs from' })
  from!: MomentFields | null;
  @Instant({ nullable: true, description: 'The last instant, or its earlier bound; null: no figure' })
  dueFrom!: string | null;
  @Instant({ nullable: true }) dueUntil!: string | null;
  @Nested(() => MomentFields, { nullable: true }) done!: MomentFields | null;
  @OneOf(dueVerdicts) verdict!: DueVerdict;
}

export class IncidentResponse {
  @Uuid() id!: string;
  @OneOf(sides) openedBy!: 'buyer' | 'supplier';
  @Instant() openedAt!: string;
  @Flag({ description: 'A workspace of the supplier reads it' }) shared!: boolean;
  @Nested(() => IncidentFactsFields, { description: 'What counts of both sides’ statements' })
  facts!: IncidentFactsFields;
  @SomeOf(incidentSteps, { description: 'Of which the two sides say something else' })
  disagreements!: string[];
  @ListOf(() => IncidentStatementResponse, { description: 'Oldest first' })
  statements!: IncidentStatementResponse[];
  @Whole({ description: '0: no file was kept yet, what stands there follows from the contract' })
  fileRevision!: number;
  @Text({ nullable: true }) fileByName!: string | null;
  @Nested(() => IncidentFileFields) file!: IncidentFileFields;
  @ListOf(() => IncidentDelayResponse) delays!: IncidentDelayResponse[];
  @ListOf(() => DueResponse) dues!: DueResponse[];
  @Flag({ description: 'It came after the last submission: what was answered may no longer hold' })
  reassess!: boolean;
  @OneOf(['none', 'possible', 'raised'], { description: 'That the contract holds no duty to notify' })
  finding!: 'none' | 'possible' | 'raised';
}

export class IncidentBookResponse {
  @Flag({ description: 'A workspace answers for the engagement' }) answered!: boolean;
  @Instant({ description: 'At which the clocks were read' }) asOf!: string;
  @ListOf(() => IncidentResponse, { description: 'Newest first' }) items!: IncidentResponse[];
}

/** What a supplier reads: what both sides stated, and nothing of the customer's file. */
export class SharedIncidentResponse {
  @Uuid() id!: string;
  @Text() buyerName!: string;
  @Text({ description: 'As its request calls it' }) title!: string;
  @OneOf(sides) openedBy!: 'buyer' | 'supplier';
  @Instant() openedAt!: string;
  @SomeOf(incidentSteps) disagreements!: string[];
  @Nested(() => IncidentFactsFields) facts!: IncidentFactsFields;
  @ListOf(() => IncidentDelayResponse) delays!: IncidentDelayResponse[];
  @ListOf(() => IncidentStatementResponse) statements!: IncidentStatementResponse[];
}

export class ReportableResponse {
  @Uuid() assessmentId!: string;
  @Text() buyerName!: string;
  @Text() title!: string;
}

export class SharedIncidentsResponse {
  @ListOf(() => SharedIncidentResponse, { description: 'Newest first' }) items!: SharedIncidentResponse[];
  @ListOf(() => ReportableResponse, { description: 'Services of which an incident can be reported' })
  services!: ReportableResponse[];
}
