import { expiringKinds } from '@probant/shared/portfolio/figures';
import { grades } from '@probant/shared/questionnaires/document';
import { Decimal, Flag, ListOf, Nested, OneOf, Whole } from '../../platform/http/fields.js';

export class ExpiringKindResponse {
  @OneOf(expiringKinds) kind!: (typeof expiringKinds)[number];
  @Whole({ description: 'Past their day and still open' }) late!: number;
  @Whole({ description: 'From today on, within 30 days' }) within30!: number;
  @Whole({ description: 'Within 90 days, those within 30 among them' }) within90!: number;
  @Whole({ description: 'Within 180 days, those within 90 among them' }) within180!: number;
}

export class ExposureSumResponse {
  @OneOf(grades, { nullable: true, description: 'null: without a score' })
  grade!: (typeof grades)[number] | null;
  @Whole({ description: 'That were estimated' }) engagements!: number;
  @Decimal({ max: Number.MAX_SAFE_INTEGER, description: 'All of them at their best' }) lowCents!: number;
  @Decimal({ max: Number.MAX_SAFE_INTEGER, description: 'All of them at their worst' }) highCents!: number;
}

export class ExposureOutlookResponse {
  @Whole({ description: 'Engagements that were estimated' }) estimated!: number;
  @ListOf(() => ExposureSumResponse, {
    nullable: true,
    description: 'null before the person accepted that amounts are indicative',
  })
  grades!: ExposureSumResponse[] | null;
}

export class PortfolioOutlookResponse {
  @ListOf(() => ExpiringKindResponse) expiring!: ExpiringKindResponse[];
  @Nested(() => ExposureOutlookResponse) exposure!: ExposureOutlookResponse;
  @Flag({ description: 'Some of it is still being worked out' }) settling!: boolean;
}
