import {
  capKinds,
  cureKinds,
  excludedLosses,
  exitFeeKinds,
  notificationKinds,
  notificationScopes,
  periodUnits,
  renewalKinds,
  type ExcludedLoss,
} from '@probant/shared/contracts/terms';
import { maxCents, maxHours, maxNotice, maxTermMonths } from '@probant/shared/contracts/validate-terms';
import { maxCounts, maxLengths } from '@probant/shared/limits';
import {
  Day,
  Decimal,
  Instant,
  ListOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Whole,
} from '../../platform/http/fields.js';

export class PeriodBody {
  @Whole({ max: maxNotice }) count!: number;
  @OneOf(periodUnits) unit!: (typeof periodUnits)[number];
}

export class RenewalBody {
  @OneOf(renewalKinds) kind!: (typeof renewalKinds)[number];
  @Whole({ nullable: true, min: 1, max: maxTermMonths }) months!: number | null;
}

export class ServicePriceBody {
  @Text({ max: maxLengths.name }) name!: string;
  @Whole({ max: maxCents }) annualFeesCents!: number;
}

export class ExitFeesBody {
  @OneOf(exitFeeKinds) kind!: (typeof exitFeeKinds)[number];
  @Decimal({ nullable: true, min: 0, max: 100 }) sharePercent!: number | null;
}

export class CapBody {
  @OneOf(capKinds) kind!: (typeof capKinds)[number];
  @Decimal({ nullable: true, min: 0, max: 100, description: 'Times the annual fees' })
  multiple!: number | null;
  @Whole({ nullable: true, max: maxCents }) cents!: number | null;
}

export class CureBody {
  @OneOf(cureKinds) kind!: (typeof cureKinds)[number];
  @Whole({ nullable: true, max: maxNotice, description: 'From receipt of the formal notice' })
  days!: number | null;
  @Text({ min: 0, max: maxLengths.name }) article!: string;
  @Text({ min: 0, max: maxLengths.longText, description: 'Words of the clause' }) wording!: string;
}

export class NotificationBody {
  @OneOf(notificationKinds) kind!: (typeof notificationKinds)[number];
  @Whole({ nullable: true, max: maxHours }) hours!: number | null;
  @OneOf(notificationScopes, { nullable: true }) scope!: (typeof notificationScopes)[number] | null;
}

/** Null is what nobody has read yet; that the contract has none is a kind. */
export class ContractTermsBody {
  @Text({ max: maxLengths.title }) title!: string;
  @Day({ nullable: true }) signedOn!: string | null;
  @Day({ nullable: true }) startsOn!: string | null;
  @Day({ nullable: true }) endsOn!: string | null;
  @Whole({ nullable: true, min: 1, max: maxTermMonths }) termMonths!: number | null;
  @Nested(() => RenewalBody, { nullable: true }) renewal!: RenewalBody | null;
  @Nested(() => PeriodBody, { nullable: true }) customerNotice!: PeriodBody | null;
  @Nested(() => PeriodBody, { nullable: true }) supplierNotice!: PeriodBody | null;
  @Whole({ nullable: true, max: maxCents }) annualFeesCents!: number | null;
  @ListOf(() => ServicePriceBody, { max: maxCounts.contractServices }) services!: ServicePriceBody[];
  @Nested(() => ExitFeesBody, { nullable: true }) exitFees!: ExitFeesBody | null;
  @Whole({ nullable: true, max: maxCents }) remainingFeesCents!: number | null;
  @Nested(() => CapBody, { nullable: true }) cap!: CapBody | null;
  @SomeOf(excludedLosses, { nullable: true }) exclusions!: ExcludedLoss[] | null;
  @Nested(() => CureBody, { nullable: true }) cure!: CureBody | null;
  @Nested(() => NotificationBody, { nullable: true }) notification!: NotificationBody | null;
}

export class RecordTermsRequest {
  @Nested(() => ContractTermsBody) terms!: ContractTermsBody;
  @Text({ min: 0, max: maxLengths.shortText, description: 'Why: an amendment, a correction' })
  reason!: string;
  @Whole({ description: 'Number of the version that was read; 0 for the first' }) number!: number;
}

export class TermsVersionResponse {
  @Whole() number!: number;
  @Nested(() => ContractTermsBody) terms!: ContractTermsBody;
  @Text({ min: 0 }) reason!: string;
  @Text() byName!: string;
  @Instant() at!: string;
}

export class TermsVersionsResponse {
  @ListOf(() => TermsVersionResponse, { description: 'The newest first' }) items!: TermsVersionResponse[];
}

/** What follows from the terms today. */
export class TermDatesResponse {
  @Day({ nullable: true }) endsOn!: string | null;
  @Day({ nullable: true }) customerNoticeBy!: string | null;
  @Day({ nullable: true }) supplierNoticeBy!: string | null;
  @Whole({ nullable: true, max: maxCents, description: 'Fees to the end of the period' })
  feesToRunCents!: number | null;
  @Whole({ nullable: true, max: maxCents, description: 'Owed of them by a customer who leaves today' })
  feesDueCents!: number | null;
  @Whole({ nullable: true, max: maxCents, description: 'The most that the supplier would pay' })
  capCents!: number | null;
}
