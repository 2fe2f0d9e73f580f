import { importEffects } from '@probant/shared/suppliers/import-drafts';
import { ListOf, Flag, Nested, OneOf, Pattern, Text, Texts, Whole } from '../../platform/http/fields.js';

const sha256 = /^[0-9a-f]{64}$/;

/** multipart/form-data, beside the `file`. */
export class PreviewRequest {
  @Text({ optional: true, max: 100, description: 'Name of the sheet; by default the one that looks right' })
  sheet?: string;
  @Text({
    optional: true,
    max: 20_000,
    description: 'JSON: for each column its field or null; by default guessed from the headings',
  })
  mapping?: string;
}

export class ApplyRequest extends PreviewRequest {
  @Pattern(sha256, { description: 'The `plan` of the preview: the same file, mapping and data' })
  plan!: string;
}

export class ImportFieldResponse {
  @Text() field!: string;
  @Text() label!: string;
}

export class ImportSheetResponse {
  @Text() name!: string;
  @Flag() hidden!: boolean;
}

export class ImportColumnResponse {
  @Text() heading!: string;
  @Text({ nullable: true, description: 'What the column holds; null when it is left out' }) field!:
    string | null;
  @Text({ description: 'Its first value' }) sample!: string;
}

export class ImportCountResponse {
  @Whole() create!: number;
  @Whole() change!: number;
}

export class ImportCountsResponse {
  @Nested(() => ImportCountResponse) suppliers!: ImportCountResponse;
  @Nested(() => ImportCountResponse) contacts!: ImportCountResponse;
  @Nested(() => ImportCountResponse) engagements!: ImportCountResponse;
}

export class ImportChangeResponse {
  @Text({ description: 'Of the column' }) label!: string;
  @Text({ description: 'What stands there now; empty for nothing' }) before!: string;
  @Text() after!: string;
}

export class ImportRenamingResponse {
  @Whole() row!: number;
  @Text() detail!: string;
}

export class ImportRowResponse {
  @Whole({ description: 'As the spreadsheet counts' }) number!: number;
  @Text({ description: 'The supplier it speaks of' }) supplierName!: string;
  @OneOf(importEffects, { nullable: true }) supplier!: string | null;
  @OneOf(importEffects, { nullable: true }) contact!: string | null;
  @OneOf(importEffects, { nullable: true }) engagement!: string | null;
  @ListOf(() => ImportChangeResponse, { description: 'Each cell that says otherwise than what stands there' })
  changes!: ImportChangeResponse[];
  @Texts({ max: 10, description: 'Kept as given, but worth a look' }) warnings!: string[];
}

export class ImportErrorResponse {
  @Whole({ nullable: true, description: 'Null when the whole file is meant' }) row!: number | null;
  @Text({ nullable: true, description: 'Letters of the column, as the spreadsheet shows them' }) column!:
    string | null;
  @Text({ description: 'Heading of the column, or the field that misses' }) heading!: string;
  @Text() code!: string;
  @Text() detail!: string;
  @Text({ description: 'What stands in the cell' }) value!: string;
}

export class ImportPreviewResponse {
  @Text() fileName!: string;
  @Text() sha256!: string;
  @Text() sheet!: string;
  @ListOf(() => ImportSheetResponse) sheets!: ImportSheetResponse[];
  @Whole({ description: 'Row of the headings' }) headingRow!: number;
  @ListOf(() => ImportColumnResponse) columns!: ImportColumnResponse[];
  @ListOf(() => ImportFieldResponse, { description: 'What a column may hold' })
  fields!: ImportFieldResponse[];
  @Whole() rowCount!: number;
  @Nested(() => ImportCountsResponse) counts!: ImportCountsResponse;
  @ListOf(() => ImportRowResponse, { description: 'Some rows, those that change something first' })
  rows!: ImportRowResponse[];
  @ListOf(() => ImportRenamingResponse, {
    description: 'Rows whose SIREN or address is known under another name; the first of them',
  })
  renamings!: ImportRenamingResponse[];
  @Whole() renamingCount!: number;
  @ListOf(() => ImportErrorResponse, { description: 'The first errors' }) errors!: ImportErrorResponse[];
  @Whole() errorCount!: number;
  @Text({ nullable: true, description: 'Names what applying will do; null while there are errors' })
  plan!: string | null;
}

export class ImportAppliedResponse {
  @Nested(() => ImportCountsResponse) counts!: ImportCountsResponse;
}
