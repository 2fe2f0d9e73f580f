import { maxLengths } from '@probant/shared/limits';
import {
  monthStandings,
  reportOutcomes,
  type MonthStanding,
  type ReportOutcome,
} from '@probant/shared/patch-reports/patch-report';
import { Day, Instant, ListOf, Nested, OneOf, Text, Whole } from '../../platform/http/fields.js';

const month = { description: 'A month of the calendar: 2026-11' };

export class ExpectPatchReportsRequest {
  @Whole({ min: 0, description: 'Of the expectation that was read; 0 while there is none' })
  revision!: number;
  @Text({
    ...month,
    max: 7,
    nullable: true,
    description: 'The first month that counts; null: none is expected',
  })
  fromMonth!: string | null;
}

export class RecordPatchReportRequest {
  @Text({ ...month, max: 7 }) month!: string;
  @Whole({ min: 0, description: 'Of the last record of the month that was read; 0 while there is none' })
  revision!: number;
  @OneOf(reportOutcomes) outcome!: ReportOutcome;
  @Day({ nullable: true, description: 'The day of receipt; null where the report was missed' })
  receivedOn!: string | null;
  @Text({ min: 0, max: maxLengths.shortText }) note!: string;
}

export class PatchReportExpectationResponse {
  @Whole() revision!: number;
  @Text({ ...month, nullable: true }) fromMonth!: string | null;
  @Text({ nullable: true }) setByName!: string | null;
  @Instant({ nullable: true }) setAt!: string | null;
}

export class PatchReportResponse {
  @Whole() revision!: number;
  @OneOf(reportOutcomes) outcome!: ReportOutcome;
  @Day({ nullable: true }) receivedOn!: string | null;
  @Text() note!: string;
  @Text() recordedByName!: string;
  @Instant() recordedAt!: string;
}

export class PatchMonthResponse {
  @Text(month) month!: string;
  @OneOf(monthStandings) standing!: MonthStanding;
  @ListOf(() => PatchReportResponse, { description: 'Every record of the month, the last one first' })
  reports!: PatchReportResponse[];
}

export class PatchReportsResponse {
  @Nested(() => PatchReportExpectationResponse) expectation!: PatchReportExpectationResponse;
  @Text({ description: 'The first month that can be expected: that of the engagement' })
  earliestMonth!: string;
  @ListOf(() => PatchMonthResponse, {
    description: 'Months that count and months recorded, the last one first',
  })
  months!: PatchMonthResponse[];
}
