import { hdsActivities, type HdsActivity } from '@probant/shared/certifications/activities';
import {
  certificationEffects,
  type CertificationEffect,
} from '@probant/shared/certifications/import-certificates';
import { ListOf, Nested, OneOf, Pattern, SomeOf, Text, Whole } from '../../platform/http/fields.js';
import {
  ImportColumnResponse,
  ImportErrorResponse,
  ImportFieldResponse,
  ImportSheetResponse,
} from '../imports/imports.public.js';

/** multipart/form-data, beside the `file`. */
export class PreviewCertificationImportRequest {
  @Text({ optional: true, max: 100, description: 'Name of the sheet; by default the one that looks right' })
  sheet?: string;
  @Text({
    optional: true,
    max: 20_000,
    description: 'JSON: for each column its field or null; by default guessed from the headings',
  })
  mapping?: string;
}

export class ApplyCertificationImportRequest extends PreviewCertificationImportRequest {
  @Pattern(/^[0-9a-f]{64}$/, { description: 'The `plan` of the preview: the same file, mapping and data' })
  plan!: string;
}

export class CertificationImportRowResponse {
  @Whole({ description: 'As the spreadsheet counts' }) number!: number;
  @Text() actorName!: string;
  @SomeOf(hdsActivities) activities!: HdsActivity[];
  @OneOf(certificationEffects) effect!: CertificationEffect;
}

export class CertificationImportCountsResponse {
  @Whole({ description: 'Companies that join the chain' }) actors!: number;
  @Whole({ description: 'Certificates recorded' }) recorded!: number;
  @Whole({ description: 'Certificates changed' }) changed!: number;
  @Whole({ description: 'Rows about companies that are not yours' }) passedOver!: number;
}

export class CertificationImportPreviewResponse {
  @Text() fileName!: string;
  @Text() sheet!: string;
  @ListOf(() => ImportSheetResponse) sheets!: ImportSheetResponse[];
  @Whole({ description: 'Row of the headings' }) headingRow!: number;
  @ListOf(() => ImportColumnResponse) columns!: ImportColumnResponse[];
  @ListOf(() => ImportFieldResponse, { description: 'What a column may hold' })
  fields!: ImportFieldResponse[];
  @Whole() rowCount!: number;
  @ListOf(() => CertificationImportRowResponse, {
    description: 'Some rows, those that change something first',
  })
  rows!: CertificationImportRowResponse[];
  @Nested(() => CertificationImportCountsResponse) counts!: CertificationImportCountsResponse;
  @ListOf(() => ImportErrorResponse, { description: 'The first errors' }) errors!: ImportErrorResponse[];
  @Whole() errorCount!: number;
  @Text({ nullable: true, description: 'Names what applying will do; null while there is nothing to do' })
  plan!: string | null;
}

export class CertificationImportAppliedResponse {
  @Nested(() => CertificationImportCountsResponse) counts!: CertificationImportCountsResponse;
}
