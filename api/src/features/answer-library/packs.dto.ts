import { packStandings } from '@probant/shared/answer-library/compare-pack';
import { maxCounts, maxLengths } from '@probant/shared/limits';
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
  Whole,
} from '../../platform/http/fields.js';

const hash = /^[0-9a-f]{64}$/;

export class PackQuery {
  @Pattern(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,199}$/, {
    optional: true,
    max: 7_400,
    description:
      'Ids of entries, with commas between them; the latest answer to every question when left out',
  })
  entries?: string;
}

export class SignerResponse {
  @Text() fingerprint!: string;
  @Text({ nullable: true, description: 'Under which the workspace knows the key; null for an unknown one' })
  name!: string | null;
  @Flag({ description: 'It is the key of this installation' }) own!: boolean;
}

export class PackEntryResponse {
  @Whole({ description: 'Place in the pack' }) place!: number;
  @Text() questionId!: string;
  @Json() question!: object;
  @Json() answer!: object;
  @Instant() givenAt!: string;
  @OneOf(packStandings, { description: 'Beside one’s own latest answer to the very same question' })
  standing!: (typeof packStandings)[number];
  @Flag({ description: 'Taken in unless somebody chooses otherwise' }) taken!: boolean;
  @Json({ nullable: true, description: 'One’s own latest answer, where it is another one' })
  mine!: object | null;
  @Instant({ nullable: true }) mineGivenAt!: string | null;
  @Whole() pieces!: number;
}

export class PackPieceResponse {
  @Text() name!: string;
  @Text() kind!: string;
  @Whole() bytes!: number;
  @Day({ nullable: true }) datedOn!: string | null;
  @Day({ nullable: true }) expiresOn!: string | null;
  @Flag({ description: 'The workspace has this file already' }) known!: boolean;
}

export class PackPreviewResponse {
  @Pattern(hash, { description: 'Named again when importing' }) manifestSha256!: string;
  @Text({ description: 'Whose answers these are, as the pack says' }) owner!: string;
  @Instant() exportedAt!: string;
  @Nested(() => SignerResponse) signer!: SignerResponse;
  @ListOf(() => PackEntryResponse) entries!: PackEntryResponse[];
  @ListOf(() => PackPieceResponse) pieces!: PackPieceResponse[];
}

/** multipart/form-data, beside the `file`. */
export class PreviewPackRequest {
  @Pattern(hash, { optional: true, description: 'The pack that is expected; another file is refused' })
  manifestSha256?: string;
}

export class ImportPackRequest {
  @Pattern(hash) manifestSha256!: string;
  @Pattern(/^(\d{1,4}(,\d{1,4})*)?$/, {
    max: 20_000,
    description: `Places of the answers to take in, with commas between them; at most ${maxCounts.packEntries}`,
  })
  places!: string;
}

export class PackImportedResponse {
  @Whole() answers!: number;
  @Whole() pieces!: number;
}

export class TrustSignerRequest {
  @Pattern(hash, { otherwise: 'not-a-hash' }) fingerprint!: string;
  @Text({ max: maxLengths.name }) name!: string;
}

export class TrustedSignerResponse {
  @Text() fingerprint!: string;
  @Text() name!: string;
  @Text() addedBy!: string;
  @Instant() addedAt!: string;
}

export class SignersResponse {
  @Text({ description: 'Of the key of this installation, to hand to others' }) ownFingerprint!: string;
  @ListOf(() => TrustedSignerResponse) items!: TrustedSignerResponse[];
}
