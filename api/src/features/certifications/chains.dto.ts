import { hdsActivities, type HdsActivity } from '@probant/shared/certifications/activities';
import { chainQuestions } from '@probant/shared/certifications/answered-chain';
import { blockerKinds, type BlockerKind } from '@probant/shared/certifications/blockers';
import { claims, factSources, type Claim, type FactSource } from '@probant/shared/certifications/chain';
import { contradictionCodes, type ContradictionCode } from '@probant/shared/certifications/contradictions';
import {
  coverageReasons,
  coverageStates,
  type CoverageReason,
  type CoverageState,
} from '@probant/shared/certifications/coverage';
import { maxCounts, maxLengths } from '@probant/shared/limits';
import {
  Day,
  Flag,
  Instant,
  Json,
  ListOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Texts,
  Whole,
} from '../../platform/http/fields.js';
import { LocalisedResponse } from '../library/library.public.js';
import { CertificateResponse } from './certificates.dto.js';
import { LossProcedureResponse } from './loss-procedures.dto.js';

const id = { max: 80 };

export class ChainActorFields {
  @Text({ ...id, description: 'Of a supplier or a subcontractor; new:… for a company to be recorded' })
  id!: string;
  @Text({ max: maxLengths.name }) name!: string;
  @Text({ nullable: true, max: 9 }) siren!: string | null;
  @Text({
    optional: true,
    nullable: true,
    max: 2,
    description: 'ISO 3166-1 alpha-2, of a subcontractor; left as it is where it is not told',
  })
  country?: string | null;
}

export class ChainContractFields {
  @Text({ ...id, description: 'buyer, or one of the actors' }) from!: string;
  @Text(id) to!: string;
  @Text({ min: 0, max: maxLengths.name }) reference!: string;
}

export class PerformanceFields {
  @OneOf(hdsActivities) activity!: HdsActivity;
  @Text({ ...id, description: 'buyer, or one of the actors' }) actorId!: string;
  @Texts({ max: maxCounts.certificateSites, each: maxLengths.name }) sites!: string[];
  @OneOf(claims) claim!: Claim;
  @Text({ ...id, nullable: true, description: 'Whose audited scope covers it' }) hostId!: string | null;
  @OneOf(factSources, { nullable: true }) source!: FactSource | null;
  @Day({ nullable: true }) statedOn!: string | null;
}

export class ChainFields {
  @ListOf(() => ChainActorFields, { max: maxCounts.chainActors }) actors!: ChainActorFields[];
  @ListOf(() => ChainContractFields, { max: maxCounts.chainContracts }) contracts!: ChainContractFields[];
  @ListOf(() => PerformanceFields, { max: maxCounts.chainPerformances }) performances!: PerformanceFields[];
  @SomeOf(hdsActivities, { description: 'Activities that the engagement does not need' })
  notPerformed!: HdsActivity[];
}

export class StateChainRequest extends ChainFields {
  @Whole({ description: 'The revision that was read; 0 before the first' }) revision!: number;
}

export class CertificationQuery {
  @Day({ optional: true, description: 'As of this day; today by default' }) on?: string;
}

export class ChainActorResponse extends ChainActorFields {
  @OneOf(['supplier', 'subcontractor', 'new']) record!: 'supplier' | 'subcontractor' | 'new';
}

export class ChainResponse {
  @Text({ description: 'Whom the engagement was signed with' }) holderId!: string;
  @ListOf(() => ChainActorResponse) actors!: ChainActorResponse[];
  @ListOf(() => ChainContractFields) contracts!: ChainContractFields[];
  @ListOf(() => PerformanceFields) performances!: PerformanceFields[];
  @SomeOf(hdsActivities) notPerformed!: HdsActivity[];
}

export class CoveredResponse {
  @OneOf(hdsActivities) activity!: HdsActivity;
  @Text() actorId!: string;
  @OneOf(coverageStates) state!: CoverageState;
  @OneOf(coverageReasons) reason!: CoverageReason;
  @Texts({ max: 100 }) certificateIds!: string[];
  @Day({ nullable: true }) until!: string | null;
  @Text({ nullable: true }) hostId!: string | null;
  @OneOf(factSources, { nullable: true }) source!: FactSource | null;
  @Day({ nullable: true }) statedOn!: string | null;
}

export class ActivityCoverageResponse {
  @OneOf(hdsActivities) activity!: HdsActivity;
  @OneOf([...coverageStates, 'not-performed']) state!: CoverageState | 'not-performed';
  @ListOf(() => CoveredResponse) performers!: CoveredResponse[];
}

export class BlockerResponse {
  @OneOf(blockerKinds) kind!: BlockerKind;
  @Text({ nullable: true }) actorId!: string | null;
  @Text({ nullable: true }) hostId!: string | null;
  @SomeOf(hdsActivities) activities!: HdsActivity[];
  @SomeOf(coverageReasons) reasons!: CoverageReason[];
  @OneOf(['KO-HDS-1', 'KO-HDS-2'], { nullable: true }) rule!: 'KO-HDS-1' | 'KO-HDS-2' | null;
  @Whole({ nullable: true, description: 'Floor of that knock-out' }) floor!: number | null;
  @Json({ schema: { type: 'array', items: { type: 'array', items: { type: 'string' } } } })
  paths!: string[][];
  @Texts({ max: 100, description: 'Other engagements of the buyer with the company' })
  engagements!: string[];
}

export class ProposalResponse {
  @OneOf(chainQuestions) questionId!: string;
  @Nested(() => LocalisedResponse) text!: LocalisedResponse;
  @Json({ description: 'What the graph would answer', schema: {} }) value!: unknown;
  @Nested(() => LocalisedResponse, { nullable: true, description: 'Of the option, when it is one' })
  label!: LocalisedResponse | null;
  @Json({ description: 'What the supplier answered; null for nothing', schema: { nullable: true } })
  said!: unknown;
  @Flag({ description: 'The two say the same' }) agrees!: boolean;
}

export class GraphContradictionResponse {
  @OneOf(contradictionCodes) code!: ContradictionCode;
  @OneOf(chainQuestions) questionId!: string;
  @OneOf(hdsActivities, { nullable: true }) activity!: HdsActivity | null;
  @Texts({ max: maxCounts.chainActors }) actors!: string[];
  @Text() said!: string;
  @Text() found!: string;
}

export class ClauseTextResponse {
  @Text() id!: string;
  @Text() title!: string;
  @Text({ description: 'Model wording, in French' }) model!: string;
}

export class CertificationResponse {
  @Day() asOf!: string;
  @Day() today!: string;
  @Whole({ description: '0: nobody has stated the chain yet' }) revision!: number;
  @Text({ nullable: true }) statedByName!: string | null;
  @Instant({ nullable: true }) statedAt!: string | null;
  @Flag({ description: 'Health data: whoever performs an activity has to be certified' }) regulated!: boolean;
  @Nested(() => ChainResponse) chain!: ChainResponse;
  @Nested(() => ChainResponse, { nullable: true, description: 'What the answers tell, to begin from' })
  suggested!: ChainResponse | null;
  @ListOf(() => CertificateResponse) certificates!: CertificateResponse[];
  @ListOf(() => ActivityCoverageResponse) coverage!: ActivityCoverageResponse[];
  @ListOf(() => BlockerResponse) blockers!: BlockerResponse[];
  @ListOf(() => LossProcedureResponse) procedures!: LossProcedureResponse[];
  @Text({ nullable: true, description: 'Of the last submission' }) assessmentId!: string | null;
  @ListOf(() => ProposalResponse) proposals!: ProposalResponse[];
  @ListOf(() => GraphContradictionResponse) contradictions!: GraphContradictionResponse[];
  @ListOf(() => ClauseTextResponse, {
    description: 'Texts that a contract needs for the loss of a certificate',
  })
  clauses!: ClauseTextResponse[];
}
