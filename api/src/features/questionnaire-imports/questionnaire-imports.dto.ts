import { importedQuestionTypes, importFormats } from '@probant/shared/imports/imported-questionnaire';
import type { ImportedQuestionType, ImportFormat } from '@probant/shared/imports/imported-questionnaire';
import { guessable, lacks, type Guessed, type Lack } from '@probant/shared/imports/draft/tell-item';
import { sheetFields, type SheetField } from '@probant/shared/imports/sheets/headings';
import { importBounds } from '@probant/shared/imports/import-bounds';
import { maxLengths, maxWeight } from '@probant/shared/limits';
import { problemCodes } from '@probant/shared/problems';
import { languages, type Language } from '@probant/shared/questionnaires/document';
import { jobStates, type JobState } from '../../platform/jobs/job-kinds.js';
import {
  Decimal,
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  Pattern,
  SomeOf,
  Text,
  Texts,
  Uuid,
  Whole,
} from '../../platform/http/fields.js';
import { LocalisedResponse } from '../library/library.public.js';

const sheetName = { max: 200 } as const;
const placeText = { max: 1_000 } as const;
const maxSheets = 200;
const maxColumns = 1_000;

export class UploadImportRequest {
  @OneOf(['recognised', 'spreadsheet'], { optional: true, description: 'By what it holds, unless told' })
  readAs?: 'recognised' | 'spreadsheet';
}

export class ColumnMappingFields {
  @Whole({ min: 1, max: maxColumns }) column!: number;
  @OneOf(sheetFields, { nullable: true, description: 'null: nothing is read from it' })
  field!: SheetField | null;
  @OneOf(languages, { optional: true }) language?: Language;
}

export class SheetMappingFields {
  @Text(sheetName) sheet!: string;
  @Flag({ optional: true, description: 'Absent: as guessed' }) read?: boolean;
  @Whole({ min: 0, max: 1_048_576, optional: true, description: '0: no row names the columns' })
  headerRow?: number;
  @ListOf(() => ColumnMappingFields, { max: maxColumns, optional: true }) columns?: ColumnMappingFields[];
}

export class ReadAgainRequest {
  @Whole({ min: 1 }) revision!: number;
  @Flag({ description: 'Read as the sheets of any buyer, whatever format is recognised' })
  asSpreadsheet!: boolean;
  @ListOf(() => SheetMappingFields, { max: maxSheets }) mappings!: SheetMappingFields[];
}

export class ItemEditFields {
  @Text(placeText) where!: string;
  @Flag({ optional: true }) leftOut?: boolean;
  @OneOf(importedQuestionTypes, { optional: true }) type?: ImportedQuestionType;
  @Text({ max: maxLengths.key, optional: true, description: 'Key of a section of the file' })
  section?: string;
  @Text({ max: maxLengths.key, optional: true }) key?: string;
}

export class GivenWeightsFields {
  @Decimal({ min: 0, max: maxWeight, optional: true }) question?: number;
  @Decimal({ min: 0, max: maxWeight, optional: true }) section?: number;
}

export class ImportWishFields {
  @ListOf(() => ItemEditFields, { max: importBounds.questions }) items!: ItemEditFields[];
  @Nested(() => GivenWeightsFields, { description: 'For questions and sections whose weight the file lacks' })
  given!: GivenWeightsFields;
}

export class KeepWishRequest extends ImportWishFields {
  @Whole({ min: 1 }) revision!: number;
}

export class ImportTitleRequest {
  @Text({ max: maxLengths.title }) fr!: string;
  @Text({ max: maxLengths.title }) en!: string;
}

export class StandingRequest {
  @Uuid() questionnaireId!: string;
  @Whole({ min: 1, description: 'Of its draft' }) revision!: number;
  @Flag({ description: 'Questions that the file does not have stay' }) keepOthers!: boolean;
}

export class SaveImportRequest {
  @Whole({ min: 1 }) revision!: number;
  @Nested(() => ImportTitleRequest) title!: ImportTitleRequest;
  @Nested(() => StandingRequest, { optional: true, description: 'Absent: a new questionnaire' })
  standing?: StandingRequest;
}

export class ImportListQuery {
  @Uuid({ optional: true, description: 'Of the questionnaire that it was saved in' })
  questionnaireId?: string;
}

export class SomeTextResponse {
  @Text({ optional: true, min: 0 }) fr?: string;
  @Text({ optional: true, min: 0 }) en?: string;
}

export class ReadCountsResponse {
  @Whole() sections!: number;
  @Whole() questions!: number;
  @Whole() options!: number;
  @Whole() conditions!: number;
}

export class DescribedColumnResponse {
  @Whole() column!: number;
  @Text() letters!: string;
  @Text({ min: 0 }) heading!: string;
  @Text({ min: 0 }) sample!: string;
  @OneOf(sheetFields, { nullable: true }) field!: SheetField | null;
  @OneOf(languages, { nullable: true }) language!: Language | null;
}

export class SheetRowResponse {
  @Whole() row!: number;
  @Text({ min: 0 }) text!: string;
}

export class DescribedSheetResponse {
  @Text(sheetName) sheet!: string;
  @Flag() hidden!: boolean;
  @Flag() read!: boolean;
  @Whole() headerRow!: number;
  @Whole() rowCount!: number;
  @ListOf(() => DescribedColumnResponse) columns!: DescribedColumnResponse[];
  @ListOf(() => SheetRowResponse, { description: 'Near the top, among which is the header' })
  top!: SheetRowResponse[];
}

export class UnreadableResponse {
  @Text(placeText) where!: string;
  @Nested(() => LocalisedResponse) reason!: LocalisedResponse;
}

export class SavedImportResponse {
  @Uuid() questionnaireId!: string;
  @Text() byName!: string;
  @Instant() at!: string;
}

export class ImportSummaryResponse {
  @Uuid() id!: string;
  @Text({ max: maxLengths.fileName }) fileName!: string;
  @Whole() bytes!: number;
  @Pattern(/^[0-9a-f]{64}$/, { max: 64 }) sha256!: string;
  @Text() uploadedByName!: string;
  @Instant() uploadedAt!: string;
  @OneOf(jobStates) state!: JobState;
  @Whole() done!: number;
  @Whole() total!: number;
  @OneOf(problemCodes, { nullable: true, description: 'Why the reading failed' }) problem!: string | null;
  @Nested(() => UnreadableResponse, { nullable: true }) unreadable!: UnreadableResponse | null;
  @OneOf(importFormats, { nullable: true, description: 'null: not read' }) format!: ImportFormat | null;
  @Nested(() => SomeTextResponse, { nullable: true }) title!: SomeTextResponse | null;
  @Nested(() => ReadCountsResponse, { nullable: true }) counts!: ReadCountsResponse | null;
  @Whole({ description: 'Items of which something was guessed' }) guesses!: number;
  @Whole() warnings!: number;
  @Nested(() => SavedImportResponse, { nullable: true }) saved!: SavedImportResponse | null;
}

export class ImportListResponse {
  @ListOf(() => ImportSummaryResponse) items!: ImportSummaryResponse[];
}

export class ImportResponse extends ImportSummaryResponse {
  @Whole() revision!: number;
  @Flag() asSpreadsheet!: boolean;
  @ListOf(() => SheetMappingFields) mappings!: SheetMappingFields[];
  @ListOf(() => DescribedSheetResponse, { description: 'Of a workbook or a list; else none' })
  sheets!: DescribedSheetResponse[];
  @Nested(() => ImportWishFields) wish!: ImportWishFields;
}

export class ImportOptionResponse {
  @Text() key!: string;
  @Nested(() => SomeTextResponse) label!: SomeTextResponse;
  @Decimal({ optional: true }) risk?: number;
}

export class ImportItemResponse {
  @Text({ ...placeText, description: 'Its place in the file' }) where!: string;
  @Text() key!: string;
  @Text() section!: string;
  @Nested(() => SomeTextResponse) text!: SomeTextResponse;
  @Nested(() => SomeTextResponse, { optional: true }) help?: SomeTextResponse;
  @OneOf(importedQuestionTypes) type!: ImportedQuestionType;
  @ListOf(() => ImportOptionResponse) options!: ImportOptionResponse[];
  @Decimal({ optional: true }) weight?: number;
  @Nested(() => LocalisedResponse, { nullable: true, description: 'When it is asked' })
  condition!: LocalisedResponse | null;
  @Texts({ max: 1_000 }) groups!: string[];
  @Texts({ max: 1_000 }) references!: string[];
  @SomeOf(guessable) guessed!: Guessed[];
  @SomeOf(lacks, { description: 'What the file lacks and publishing asks for' }) lacks!: Lack[];
}

export class ImportSectionResponse {
  @Text() key!: string;
  @Nested(() => SomeTextResponse) title!: SomeTextResponse;
}

export class ImportWarningResponse {
  @Text(placeText) where!: string;
  @Nested(() => LocalisedResponse) message!: LocalisedResponse;
}

export class ImportItemsResponse {
  @ListOf(() => ImportSectionResponse) sections!: ImportSectionResponse[];
  @ListOf(() => ImportItemResponse) items!: ImportItemResponse[];
  @ListOf(() => ImportWarningResponse) warnings!: ImportWarningResponse[];
}

export class SavedDraftResponse {
  @Uuid() questionnaireId!: string;
  @Whole({ description: 'Of the draft' }) revision!: number;
  @Whole() questions!: number;
  @Whole({ description: 'That the draft had under the same key' }) matched!: number;
  @Whole() added!: number;
  @Whole({ description: 'That the file does not have' }) others!: number;
}

export const documentFormats = ['json', 'yaml'] as const;

export class DocumentQuery {
  @OneOf(documentFormats, { optional: true, description: 'json, the canonical text, unless told' })
  format?: (typeof documentFormats)[number];
}
