import { maxCounts, maxLengths } from '@probant/shared/limits';
import { evidenceKinds } from '@probant/shared/evidence/kinds';
import { Day, Flag, Instant, ListOf, OneOf, Text, Texts, Uuid, Whole } from '../../platform/http/fields.js';

const kinds = Object.keys(evidenceKinds);

/** Fields beside the file of an upload. */
export class UploadRequest {
  @OneOf(kinds) kind!: string;
  @Day({ optional: true }) datedOn?: string;
  @Day({ optional: true }) expiresOn?: string;
  @Texts({ optional: true, max: maxCounts.questionsPerEvidence, each: maxLengths.key })
  questionIds?: string[];
}

export class SupersedeRequest {
  @OneOf(kinds) kind!: string;
  @Day({ optional: true }) datedOn?: string;
  @Day({ optional: true }) expiresOn?: string;
}

export class ChangeEvidenceRequest {
  @OneOf(kinds) kind!: string;
  @Day({ nullable: true }) datedOn!: string | null;
  @Day({ nullable: true }) expiresOn!: string | null;
  @Whole() revision!: number;
}

export class LinkRequest {
  @Text({ max: maxLengths.key }) questionId!: string;
}

export class EvidenceResponse {
  @Uuid() id!: string;
  @Text() name!: string;
  @OneOf(kinds) kind!: string;
  @Day({ nullable: true }) datedOn!: string | null;
  @Day({ nullable: true }) expiresOn!: string | null;
  @Text() sha256!: string;
  @Whole() bytes!: number;
  @Text() mediaType!: string;
  @Text({ description: 'What looked at the file' }) scanEngine!: string;
  @Flag({ description: 'True when no antivirus looked, or when a part could not be opened' })
  scanPartial!: boolean;
  @Text() uploadedBy!: string;
  @Instant() uploadedAt!: string;
  @Flag() submitted!: boolean;
  @Flag() superseded!: boolean;
  @Whole() revision!: number;
  @Texts({ max: 1000, description: 'Questions of this request that it stands beside' })
  questionIds!: string[];
}

export class EvidenceListResponse {
  @ListOf(() => EvidenceResponse) items!: EvidenceResponse[];
}

export class EvidenceChangedResponse extends EvidenceResponse {
  @Whole({ description: 'Revision of the whole sheet, which submitting names' }) sheetRevision!: number;
}

export class SheetMovedResponse {
  @Whole() sheetRevision!: number;
}
