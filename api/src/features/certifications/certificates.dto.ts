import { hdsActivities, type HdsActivity } from '@probant/shared/certifications/activities';
import {
  certificateKinds,
  expiryBands,
  lossCauses,
  type CertificateKind,
  type ExpiryBand,
  type LossCause,
} from '@probant/shared/certifications/certificate';
import { maxCounts, maxLengths } from '@probant/shared/limits';
import { Day, ListOf, OneOf, SomeOf, Text, Texts, Uuid, Whole } from '../../platform/http/fields.js';
import { PageQuery, sortNames } from '../../platform/http/page.js';

export class CertificateFields {
  @OneOf(certificateKinds) kind!: CertificateKind;
  @Text({ min: 0, max: maxLengths.name }) number!: string;
  @Text({ min: 0, max: maxLengths.name, description: 'Who certified' }) body!: string;
  @SomeOf(hdsActivities, { description: 'Of an HDS certificate' }) activities!: HdsActivity[];
  @Texts({ max: maxCounts.certificateSites, each: maxLengths.name, description: 'None: all of them' })
  sites!: string[];
  @Day() validFrom!: string;
  @Day({ description: 'The last day on which it is valid' }) validUntil!: string;
}

export class RecordCertificateRequest extends CertificateFields {
  @Uuid({ description: 'A supplier, or a subcontractor of a chain' }) holderId!: string;
}

export class ChangeCertificateRequest extends CertificateFields {
  @Whole({ min: 1 }) revision!: number;
}

export class LoseCertificateRequest {
  @OneOf(lossCauses) cause!: LossCause;
  @Day({ description: 'The first day without it' }) lostOn!: string;
  @Text({ min: 0, max: maxLengths.longText }) note!: string;
}

export class CertificateResponse extends CertificateFields {
  @Text() id!: string;
  @Text() holderId!: string;
  @Text() holderName!: string;
  @Text({ nullable: true, description: 'Of the holder, when it is one' }) supplierId!: string | null;
  @Day({ nullable: true }) lostOn!: string | null;
  @OneOf(lossCauses, { nullable: true }) lossCause!: LossCause | null;
  @Text() lossNote!: string;
  @OneOf(expiryBands, { description: 'As of the day asked' }) band!: ExpiryBand;
  @Whole() revision!: number;
}

export class CertificateEngagementResponse {
  @Text() id!: string;
  @Text() name!: string;
  @Text() supplierName!: string;
}

export class WatchedCertificateResponse extends CertificateResponse {
  @ListOf(() => CertificateEngagementResponse, { description: 'Whose chain names the holder' })
  engagements!: CertificateEngagementResponse[];
}

export const certificateSorts = sortNames('validUntil', 'holder');

export class CertificatesQuery extends PageQuery {
  @Text({ optional: true, max: maxLengths.search }) search?: string;
  @OneOf(expiryBands, { optional: true }) band?: ExpiryBand;
  @OneOf(certificateKinds, { optional: true }) kind?: CertificateKind;
  @Uuid({ optional: true, description: 'Of one supplier or subcontractor' }) holderId?: string;
  @OneOf(certificateSorts, { optional: true }) sort?: string;
}

export class BandCountResponse {
  @OneOf(expiryBands) band!: ExpiryBand;
  @Whole() count!: number;
}

export class CertificatesResponse {
  @ListOf(() => WatchedCertificateResponse) items!: WatchedCertificateResponse[];
  @Text({ nullable: true }) next!: string | null;
  @Whole() total!: number;
  @ListOf(() => BandCountResponse, { description: 'Under the other filters' }) bands!: BandCountResponse[];
}
