import {
  checkFailures,
  checkKinds,
  checkVerdicts,
  remarkTones,
  type CheckFailure,
  type CheckKind,
  type CheckVerdict,
  type RemarkTone,
} from '@probant/shared/checks/check';
import { evidenceLevels, type EvidenceLevel } from '@probant/shared/questionnaires/document';
import { maxCounts, maxLengths } from '@probant/shared/limits';
import {
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  Text,
  Texts,
  Uuid,
  Whole,
} from '../../platform/http/fields.js';
import { LocalisedResponse } from '../library/library.public.js';

export class MakeCheckRequest {
  @OneOf(checkKinds) kind!: CheckKind;
  @Text({ min: 0, max: maxLengths.domain, description: 'Of a check about a domain' }) domain!: string;
  @Texts({ max: maxCounts.dkimSelectors, each: 63, description: 'Of DKIM, for a check of the zone' })
  selectors!: string[];
}

export class ZoneTokenRequest {
  @Text({ max: maxLengths.domain }) domain!: string;
}

export class RemarkResponse {
  @Text() code!: string;
  @OneOf(remarkTones) tone!: RemarkTone;
  @Nested(() => LocalisedResponse) text!: LocalisedResponse;
  @Text({ min: 0, max: 20_000, description: 'As it was read' }) value!: string;
}

export class CheckReplyResponse {
  @Whole() place!: number;
  @Text({ max: 2_000 }) source!: string;
  @Whole({ description: 'Of HTTP; 0 otherwise' }) status!: number;
  @OneOf(checkFailures, { nullable: true }) failure!: CheckFailure | null;
  @Text({ description: 'sha256 of the bytes as they came' }) sha256!: string;
  @Instant() fetchedAt!: string;
}

export class CheckResponse {
  @Uuid() id!: string;
  @OneOf(checkKinds) kind!: CheckKind;
  @Text({ description: 'SIREN or domain that was asked about' }) target!: string;
  @OneOf(checkVerdicts, { description: 'A failure is unknown' }) verdict!: CheckVerdict;
  @ListOf(() => RemarkResponse) remarks!: RemarkResponse[];
  @ListOf(() => CheckReplyResponse) replies!: CheckReplyResponse[];
  @OneOf(['E0', 'E4'], { description: 'As evidence: a register that answered, or nothing' })
  level!: 'E0' | 'E4';
  @Text() askedByName!: string;
  @Instant() fetchedAt!: string;
}

export class MadeCheckResponse extends CheckResponse {
  @Flag({ description: 'It was asked a short while ago: that answer stands' }) cached!: boolean;
}

export class SirenCheckResponse {
  @Text() siren!: string;
  @Flag({ description: 'A failed checksum warns: real numbers exist that fail it' }) checksum!: boolean;
  @Text({ description: 'Computed; whether the company has it is for VIES to say' }) vatNumber!: string;
}

export class ZoneTokenResponse {
  @Text() domain!: string;
  @Text({ description: 'Name of the TXT record' }) name!: string;
  @Text({ description: 'Its text' }) text!: string;
  @Instant() madeAt!: string;
}

export class EngagementChecksResponse {
  @Flag({ description: 'The operator lets registers be asked' }) network!: boolean;
  @Nested(() => SirenCheckResponse, { nullable: true, description: 'null: no SIREN is known' })
  local!: SirenCheckResponse | null;
  @Texts({ max: maxCounts.domainsPerSupplier }) domains!: string[];
  @ListOf(() => CheckResponse, { description: 'The last of each kind and target, newest first' })
  items!: CheckResponse[];
  @ListOf(() => ZoneTokenResponse) tokens!: ZoneTokenResponse[];
}

export class GradeCheckRequest {
  @Text({ max: maxLengths.key }) questionId!: string;
  @OneOf(evidenceLevels, { nullable: true, description: 'null: it proves nothing any more' })
  level!: EvidenceLevel | null;
}

export class CheckGradeResponse {
  @Text() questionId!: string;
  @OneOf(evidenceLevels, { nullable: true, description: 'As graded; null: not taken as proof' })
  level!: EvidenceLevel | null;
  @Nested(() => CheckResponse) check!: CheckResponse;
}

export class CheckGradesResponse {
  @ListOf(() => CheckGradeResponse, { description: 'What checks can prove of the answers reviewed' })
  items!: CheckGradeResponse[];
}
