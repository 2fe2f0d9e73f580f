import { clauseStatuses, type ClauseStatus } from '@probant/shared/contracts/clause-status';
import { languages, type Language } from '@probant/shared/questionnaires/document';
import { maxLengths } from '@probant/shared/limits';
import {
  Flag,
  Instant,
  Json,
  ListOf,
  Nested,
  OneOf,
  Text,
  Texts,
  Uuid,
  Whole,
} from '../../platform/http/fields.js';
import { unreadStates } from '../../platform/text/read-document.js';
import { LocalisedResponse } from '../library/library.public.js';
import { TermDatesResponse, TermsVersionResponse } from './terms.dto.js';

export const redlineFormats = ['docx', 'pdf'] as const;
export type RedlineFormat = (typeof redlineFormats)[number];

const textStates = ['read', ...unreadStates] as const;

export class ModelClauseResponse {
  @Text() id!: string;
  @Text({ description: 'Subject under which it is shown' }) group!: string;
  @Whole({ nullable: true, description: 'Of the ten key points of the guide sheet' }) keyPoint!:
    number | null;
  @Nested(() => LocalisedResponse) title!: LocalisedResponse;
  @Text({ max: maxLengths.questionText, description: 'Drafting aid for counsel, in French' }) model!: string;
  @Texts({ max: 50 }) questions!: string[];
  @Texts({ max: 50 }) lessons!: string[];
}

export class ClauseGroupResponse {
  @Text() key!: string;
  @Nested(() => LocalisedResponse) title!: LocalisedResponse;
}

export class ClauseLibraryResponse {
  @ListOf(() => ClauseGroupResponse) groups!: ClauseGroupResponse[];
  @ListOf(() => ModelClauseResponse, { description: 'By group' }) clauses!: ModelClauseResponse[];
}

export class ContractDocumentResponse {
  @Uuid() id!: string;
  @Text() name!: string;
  @Text() mediaType!: string;
  @Whole() bytes!: number;
  @Text() sha256!: string;
  @Text() scanEngine!: string;
  @Flag() scanPartial!: boolean;
  @OneOf(textStates, { description: 'Whether its text could be read, or why not' })
  textState!: (typeof textStates)[number];
  @Whole({ nullable: true }) pages!: number | null;
  @Uuid({ nullable: true }) supersedesId!: string | null;
  @Flag({ description: 'A newer document has taken its place; it stays' }) superseded!: boolean;
  @Text() uploadedBy!: string;
  @Instant() uploadedAt!: string;
}

export class ContractDocumentsResponse {
  @ListOf(() => ContractDocumentResponse, { description: 'The newest first' })
  items!: ContractDocumentResponse[];
}

export class ClauseAssessmentResponse {
  @Text() clauseId!: string;
  @Whole() revision!: number;
  @OneOf(clauseStatuses) status!: ClauseStatus;
  @Uuid({ nullable: true }) documentId!: string | null;
  @Whole({ nullable: true }) start!: number | null;
  @Whole({ nullable: true }) end!: number | null;
  @Text({ nullable: true }) article!: string | null;
  @Text({ min: 0, max: maxLengths.quote, description: 'Word for word' }) quote!: string;
  @Text({ min: 0, max: maxLengths.longText }) note!: string;
  @Text() byName!: string;
  @Instant() at!: string;
}

export class ClauseHistoryResponse {
  @ListOf(() => ClauseAssessmentResponse, { description: 'The newest first' })
  items!: ClauseAssessmentResponse[];
}

/** What the supplier said to a question that a clause should hold it to. */
export class ClauseAnswerResponse {
  @Text() clauseId!: string;
  @Text() questionId!: string;
  @Nested(() => LocalisedResponse) question!: LocalisedResponse;
  @Nested(() => LocalisedResponse, { nullable: true, description: 'Null when it was not answered' })
  answer!: LocalisedResponse | null;
  @Flag({ description: 'The answer says yes and the contract does not' }) confronts!: boolean;
  @Uuid({ nullable: true, description: 'The finding that was raised of it' }) findingId!: string | null;
}

export class ContractResponse {
  @Uuid() engagementId!: string;
  @Nested(() => TermsVersionResponse, { nullable: true }) terms!: TermsVersionResponse | null;
  @Nested(() => TermDatesResponse, { nullable: true }) today!: TermDatesResponse | null;
  @ListOf(() => ContractDocumentResponse, { description: 'The newest first' })
  documents!: ContractDocumentResponse[];
  @ListOf(() => ClauseAssessmentResponse, { description: 'Clauses read so far' })
  clauses!: ClauseAssessmentResponse[];
  @Uuid({ nullable: true, description: 'Whose answers stand beside the clauses' }) assessmentId!:
    string | null;
  @ListOf(() => ClauseAnswerResponse) answers!: ClauseAnswerResponse[];
}

export class ClausePassageBody {
  @Uuid() documentId!: string;
  @Whole({ description: 'In UTF-16 units of the text' }) start!: number;
  @Whole() end!: number;
}

export class AssessClauseRequest {
  @OneOf(clauseStatuses) status!: ClauseStatus;
  @Nested(() => ClausePassageBody, { nullable: true }) passage!: ClausePassageBody | null;
  @Text({ min: 0, max: maxLengths.longText }) note!: string;
  @Whole({ description: 'Revision that was read; 0 for a clause not read yet' }) revision!: number;
}

export class RaiseFindingRequest {
  @Text({ max: maxLengths.key }) clauseId!: string;
  @Text({ max: maxLengths.key }) questionId!: string;
}

/** Fields beside the file of an upload. */
export class AddDocumentRequest {
  @Uuid({ optional: true, description: 'The document whose place it takes' }) supersedesId?: string;
}

export class SpanResponse {
  @Whole() start!: number;
  @Whole() end!: number;
}

export class PassageResponse extends SpanResponse {
  @OneOf(['heading', 'passage']) kind!: 'heading' | 'passage';
  @Text({ nullable: true }) article!: string | null;
}

export class ProposedAnswerResponse {
  @Text() question!: string;
  @Json({
    schema: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'array', items: { type: 'string' } }] },
  })
  value!: string | number | readonly string[];
  @Nested(() => LocalisedResponse, { description: 'In words' }) words!: LocalisedResponse;
}

export class CandidateReasonResponse {
  @Text({ description: 'Id of the rule' }) rule!: string;
  @Nested(() => LocalisedResponse) why!: LocalisedResponse;
  @OneOf(clauseStatuses) suggests!: ClauseStatus;
  @ListOf(() => SpanResponse, { description: 'The words by which the rule was met' }) words!: SpanResponse[];
  @ListOf(() => ProposedAnswerResponse, { description: 'What it would answer to questions of the bank' })
  answers!: ProposedAnswerResponse[];
}

/** A passage that may be about a clause: a proposal, never certain. */
export class CandidateResponse extends SpanResponse {
  @Text({ nullable: true, description: 'Null: worth reading, and of no clause' }) clauseId!: string | null;
  @Text({ nullable: true }) article!: string | null;
  @ListOf(() => CandidateReasonResponse) reasons!: CandidateReasonResponse[];
}

export class ContractTextResponse {
  @Text({ min: 0, max: maxLengths.contractText }) text!: string;
  @ListOf(() => PassageResponse) passages!: PassageResponse[];
  @ListOf(() => CandidateResponse) candidates!: CandidateResponse[];
}

export class RedlineQuery {
  @OneOf(redlineFormats, { optional: true, description: 'A Word document unless told' })
  format?: RedlineFormat;
  @OneOf(languages, { optional: true }) language?: Language;
}
