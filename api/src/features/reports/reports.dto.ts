import {
  reportFormats,
  reportKinds,
  type ReportFormat,
  type ReportKind,
} from '@probant/shared/reports/report';
import {
  maxRecipients,
  reportFrequencies,
  scheduledKinds,
  type ReportFrequency,
  type ScheduledKind,
} from '@probant/shared/reports/schedule';
import { languages, type Language } from '@probant/shared/questionnaires/document';
import { Day, Instant, ListOf, OneOf, Text, Uuid, Uuids, Whole } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';
import { jobStates, type JobState } from '../../platform/jobs/job-kinds.js';

const usual = 'By default the usual one of its kind';

export class MakeReportRequest {
  @OneOf(reportKinds) kind!: ReportKind;
  @OneOf(reportFormats, { optional: true, description: usual }) format?: ReportFormat;
  @OneOf(languages, { optional: true, description: 'By default that of the account' }) language?: Language;
  @Uuid({ optional: true, description: 'Of a supplier file' }) engagementId?: string;
}

export class ReportsQuery extends PageQuery {
  @Uuid({ optional: true, description: 'Files on this engagement alone' }) engagementId?: string;
}

/** 'removed': it was made, and is kept no longer. */
export const reportStates = [...jobStates, 'removed'] as const;

export class ReportResponse {
  @Uuid() id!: string;
  @OneOf(reportKinds) kind!: ReportKind;
  @OneOf(reportFormats) format!: ReportFormat;
  @OneOf(languages) language!: Language;
  @Uuid({ nullable: true, description: 'Of a supplier file' }) engagementId!: string | null;
  @Text({ description: 'The engagement; empty for the whole portfolio' }) title!: string;
  @Day({ nullable: true, description: 'The moment of its schedule; null: somebody asked for it' })
  dueOn!: string | null;
  @Text() wantedByName!: string;
  @Instant() wantedAt!: string;
  @OneOf(reportStates) state!: JobState | 'removed';
  @Whole({ description: 'Steps taken so far' }) done!: number;
  @Whole({ description: 'About how many there will be; 0 before it is known' }) total!: number;
  @Text({ nullable: true, description: 'Code of the problem that ended it' }) problem!: string | null;
  @Instant({ nullable: true }) madeAt!: string | null;
  @Day({ nullable: true, description: 'The last day on which it can be downloaded' })
  keptUntil!: string | null;
  @Text({ nullable: true }) fileName!: string | null;
  @Whole({ nullable: true }) bytes!: number | null;
  @Text({ nullable: true }) sha256!: string | null;
}

export class ReportListResponse {
  @ListOf(() => ReportResponse, { description: 'Newest first' }) items!: ReportResponse[];
  @Text({ nullable: true }) next!: string | null;
}

class ScheduleFields {
  @OneOf(languages) language!: Language;
  @OneOf(reportFrequencies) frequency!: ReportFrequency;
  @Uuids({ min: 1, max: maxRecipients, description: 'Accounts of members who may read reports' })
  recipients!: string[];
}

export class SetReportScheduleRequest extends ScheduleFields {
  @OneOf(scheduledKinds) kind!: ScheduledKind;
  @OneOf(reportFormats, { optional: true, description: usual }) format?: ReportFormat;
}

export class ChangeReportScheduleRequest extends ScheduleFields {
  @Whole({ min: 1, description: 'The revision that was read' }) revision!: number;
}

export class ScheduleRecipientResponse {
  @Uuid() accountId!: string;
  @Text() name!: string;
}

export class ReportScheduleResponse {
  @Uuid() id!: string;
  @OneOf(scheduledKinds) kind!: ScheduledKind;
  @OneOf(reportFormats) format!: ReportFormat;
  @OneOf(languages) language!: Language;
  @OneOf(reportFrequencies) frequency!: ReportFrequency;
  @ListOf(() => ScheduleRecipientResponse, { description: 'Those who are still members' })
  recipients!: ScheduleRecipientResponse[];
  @Text() createdByName!: string;
  @Day({ nullable: true, description: 'null: stopped' }) nextOn!: string | null;
  @Instant({ nullable: true }) stoppedAt!: string | null;
  @Whole() revision!: number;
}

export class ReportSchedulesResponse {
  @ListOf(() => ReportScheduleResponse) items!: ReportScheduleResponse[];
}

export class ReportReaderResponse {
  @Uuid() accountId!: string;
  @Text() name!: string;
}

export class ReportReadersResponse {
  @ListOf(() => ReportReaderResponse, { description: 'Members to whom a report may go' })
  items!: ReportReaderResponse[];
}
