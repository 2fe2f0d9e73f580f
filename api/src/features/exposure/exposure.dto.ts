import { capKinds, exitClauses, lostChanceRange, warningStates } from '@probant/shared/exposure/exposure';
import type { ExitClause, WarningState } from '@probant/shared/exposure/exposure';
import { leverKeys, type LeverKey } from '@probant/shared/exposure/levers';
import { exposureKeys, lossKinds, type ExposureKey, type LossKind } from '@probant/shared/exposure/scenarios';
import { maxCounts, maxLengths, maxMoneyCents } from '@probant/shared/limits';
import { lineStatuses, type LineStatus } from '@probant/shared/scoring/resolve-questions';
import {
  Decimal,
  Flag,
  Instant,
  Json,
  ListOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Whole,
} from '../../platform/http/fields.js';
import { LocalisedResponse, SourceResponse } from '../library/library.public.js';

const money = { max: maxMoneyCents };
/** What is worked out may be negative: costs that nothing brings back. */
const signed = { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };

export class CapFields {
  @OneOf(capKinds) kind!: (typeof capKinds)[number];
  @Decimal({ optional: true, min: 0, description: 'Years of fees, of the kind "multiple"' })
  multiple?: number;
  @Whole({ ...money, optional: true, description: 'Of the kind "amount"' }) cents?: number;
}

export class ExposureTermsFields {
  @Whole({ ...money, nullable: true }) annualFeeCents!: number | null;
  @Nested(() => CapFields) cap!: CapFields;
  @Whole({ ...money, description: 'What would be due until the term' }) remainingFeesCents!: number;
  @SomeOf(exitClauses, { description: 'Clauses that the contract holds: one is enough to leave at no cost' })
  exitClauses!: ExitClause[];
}

export class LossFields {
  @OneOf(lossKinds) kind!: LossKind;
  @Text({ min: 0, max: maxLengths.name, description: 'What "other" is; empty for the rest' }) label!: string;
  @Whole(money) cents!: number;
  @Flag({ description: 'The contract excludes it' }) excluded!: boolean;
}

export class EstimateFields {
  @OneOf(exposureKeys) key!: ExposureKey;
  @ListOf(() => LossFields, { max: maxCounts.losses }) losses!: LossFields[];
  @Whole(money) ownCostsCents!: number;
  @Decimal({ ...lostChanceRange, nullable: true, description: 'null: the award-to-claim ratio' })
  lostChance!: number | null;
  @Flag({ description: 'Gross negligence or fraud is held: the cap falls' }) grossFault!: boolean;
}

export class ExposureStatementFields {
  @Nested(() => ExposureTermsFields) terms!: ExposureTermsFields;
  @ListOf(() => EstimateFields, { max: exposureKeys.length }) estimates!: EstimateFields[];
}

export class StateExposureRequest extends ExposureStatementFields {
  @Whole({ description: 'The revision that was read; 0 before the first' }) revision!: number;
}

export class AcceptExposureNoticeRequest {
  @Whole({ min: 1, description: 'Number of the notice that was read' }) number!: number;
}

export class ExposureNoticeResponse {
  @Whole({ description: 'Of the words to accept' }) number!: number;
  @ListOf(() => LocalisedResponse) text!: LocalisedResponse[];
  @Instant({ nullable: true, description: 'null: not by this person' }) acceptedAt!: string | null;
}

export class CentsRangeResponse {
  @Whole(signed) lowCents!: number;
  @Whole(signed) highCents!: number;
}

export class CentsSpreadResponse extends CentsRangeResponse {
  @Whole(signed) centralCents!: number;
}

export class LeverResponse {
  @OneOf(leverKeys) key!: LeverKey;
  @OneOf(['recovery', 'exit']) moves!: 'recovery' | 'exit';
  @Nested(() => CentsRangeResponse, { description: 'How much better it makes that' })
  effect!: CentsRangeResponse;
}

export class ExposureFiguresResponse {
  @Whole() lossCents!: number;
  @Whole({ description: 'Not excluded by the contract' }) claimableCents!: number;
  @Whole({ nullable: true, description: 'null: none that holds' }) capCents!: number | null;
  @Nested(() => CentsSpreadResponse, { description: 'What may come back' }) recovery!: CentsSpreadResponse;
  @Nested(() => CentsSpreadResponse, { description: 'What stays with the buyer' })
  uncovered!: CentsSpreadResponse;
  @Nested(() => CentsRangeResponse, { description: 'What leaving may cost' }) exit!: CentsRangeResponse;
  @OneOf(['open', 'warned', 'refused']) claim!: 'open' | 'warned' | 'refused';
  @OneOf(['low', 'central'], { description: 'Which figure to read first' }) first!: 'low' | 'central';
  @ListOf(() => LeverResponse, { description: 'What would change it, each alone' }) levers!: LeverResponse[];
}

export class LinkedQuestionResponse {
  @Text() questionId!: string;
  @Nested(() => LocalisedResponse) text!: LocalisedResponse;
  @OneOf(lineStatuses) status!: LineStatus;
  @Decimal({ description: 'Strength of its proof, 0 to 1' }) phi!: number;
}

export class ExposureModelResponse {
  @Text() caseKey!: string;
  @Nested(() => LocalisedResponse) name!: LocalisedResponse;
  @Nested(() => SourceResponse) source!: SourceResponse;
  @Json({ description: 'Ledger of shared/library: claimed, obtained, avoided, head by head' })
  ledger!: object;
}

export class ExposureScenarioResponse {
  @OneOf(exposureKeys) key!: ExposureKey;
  @Decimal({ nullable: true, description: 'Mean strength of proof; null when no linked question applies' })
  evidenceIndex!: number | null;
  @ListOf(() => LinkedQuestionResponse) questions!: LinkedQuestionResponse[];
  @OneOf(warningStates, { description: 'What the register of warnings says' }) warnings!: WarningState;
  @Nested(() => ExposureFiguresResponse, {
    nullable: true,
    description: 'null until it was estimated and the notice accepted',
  })
  figures!: ExposureFiguresResponse | null;
  @Nested(() => ExposureModelResponse) model!: ExposureModelResponse;
}

export class AwardToClaimResponse {
  @Whole() claimedCents!: number;
  @Whole() awardedCents!: number;
  @Decimal({ description: 'Award over claim; not the percentage that the court held' }) ratio!: number;
}

export class ExposureContractResponse {
  @Text({ description: 'Of the contract whose terms were recorded' }) title!: string;
  @Whole({ ...money, nullable: true }) annualFeeCents!: number | null;
  @Nested(() => CapFields, { nullable: true, description: 'null: nobody has read it' })
  cap!: CapFields | null;
  @Whole({ ...money, nullable: true, description: 'Due by who leaves today; null: nobody has read it' })
  remainingFeesCents!: number | null;
  @SomeOf(exitClauses) exitClauses!: ExitClause[];
  @SomeOf(lossKinds, { description: 'Losses that it names and excludes' }) excluded!: LossKind[];
}

export class ExposureResponse {
  @Nested(() => ExposureNoticeResponse) notice!: ExposureNoticeResponse;
  @Whole({ description: '0: nothing was stated yet' }) revision!: number;
  @Text({ nullable: true }) statedByName!: string | null;
  @Instant({ nullable: true }) statedAt!: string | null;
  @Nested(() => ExposureStatementFields, { nullable: true }) statement!: ExposureStatementFields | null;
  @Nested(() => ExposureContractResponse, {
    nullable: true,
    description: 'What the contract on file gives to start from; null: nobody has recorded its terms',
  })
  contract!: ExposureContractResponse | null;
  @Flag({ nullable: true, description: 'The proof is that of a review under way; null: nothing submitted' })
  beforeReview!: boolean | null;
  @Nested(() => AwardToClaimResponse) awardToClaim!: AwardToClaimResponse;
  @ListOf(() => ExposureScenarioResponse) scenarios!: ExposureScenarioResponse[];
}
