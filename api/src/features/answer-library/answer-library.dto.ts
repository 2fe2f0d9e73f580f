import { alikenessKinds } from '@probant/shared/answer-library/alikeness';
import { misfits } from '@probant/shared/answer-library/fit-answer';
import { librarySourceKinds } from '@probant/shared/answer-library/library-entry';
import type { Localised } from '@probant/shared/questionnaires/document';
import {
  Day,
  Flag,
  Instant,
  Json,
  ListOf,
  Nested,
  OneOf,
  Text,
  Uuid,
  Whole,
} from '../../platform/http/fields.js';
import { maxLengths } from '@probant/shared/limits';
import { PageQuery } from '../../platform/http/page.js';

export class LibraryPieceResponse {
  @Uuid() id!: string;
  @Text() name!: string;
  @Text() kind!: string;
  @Day({ nullable: true }) datedOn!: string | null;
  @Day({ nullable: true }) expiresOn!: string | null;
}

export class LibrarySourceResponse {
  @OneOf(librarySourceKinds) kind!: (typeof librarySourceKinds)[number];
  @Instant() at!: string;
  @Text({ description: 'Who attested, imported or edited' }) byName!: string;
  @Uuid({ nullable: true }) assessmentId!: string | null;
  @Whole({ nullable: true }) submissionNumber!: number | null;
  @Text({ description: 'Empty unless it was given to a buyer from this workspace' }) buyerName!: string;
  @Json({ nullable: true }) questionnaireTitle!: Localised | null;
  @Whole({ nullable: true }) versionNumber!: number | null;
  @Text({ description: 'Whose answers a pack said they were' }) packOwner!: string;
  @Text({ description: 'Of the key that signed the pack' }) signerFingerprint!: string;
}

export class SuggestionResponse {
  @Uuid() entryId!: string;
  @OneOf(alikenessKinds) how!: (typeof alikenessKinds)[number];
  @Whole({ description: 'How alike the texts are, of 100' }) percent!: number;
  @Json({ description: 'The question that was answered' }) question!: object;
  @Json({ description: 'What was answered' }) answer!: object;
  @Json({ nullable: true, description: 'The same as an answer to this question; null when it is not one' })
  fitted!: object | null;
  @OneOf(misfits, { nullable: true, description: 'Why it can be read and not taken over' })
  misfit!: (typeof misfits)[number] | null;
  @Instant() givenAt!: string;
  @Nested(() => LibrarySourceResponse) source!: LibrarySourceResponse;
  @ListOf(() => LibraryPieceResponse, { description: 'Those that have not expired' })
  pieces!: LibraryPieceResponse[];
  @Whole({ description: 'Pieces that have expired since' }) expired!: number;
}

export class SuggestionsResponse {
  @ListOf(() => SuggestionResponse) items!: SuggestionResponse[];
  @Flag({ description: 'True for a session opened by a link: it reaches this request alone' })
  bound!: boolean;
}

export class ReconfirmationResponse {
  @Text() questionId!: string;
  @Whole({ description: 'Of the answer; a later revision is not reconfirmed' }) revision!: number;
  @Text() byName!: string;
  @Instant() at!: string;
  @Instant({ description: 'When the earlier answer was last given' }) givenAt!: string;
}

export class ReconfirmationsResponse {
  @ListOf(() => ReconfirmationResponse) items!: ReconfirmationResponse[];
}

export class LibraryQuery extends PageQuery {
  @Text({ optional: true, max: maxLengths.search }) search?: string;
  @OneOf(['questionId'], { optional: true }) sort?: string;
}

export class LibraryEntryResponse {
  @Uuid() id!: string;
  @Text() questionId!: string;
  @Json() question!: object;
  @Json() answer!: object;
  @Instant() givenAt!: string;
  @Instant({ nullable: true }) retiredAt!: string | null;
  @Text() retiredBy!: string;
  @Whole() revision!: number;
  @Nested(() => LibrarySourceResponse) source!: LibrarySourceResponse;
  @ListOf(() => LibraryPieceResponse) pieces!: LibraryPieceResponse[];
}

export class LibraryItemResponse extends LibraryEntryResponse {
  @Whole({ description: 'Answers under the same key, this one included' }) entries!: number;
}

export class LibraryResponse {
  @ListOf(() => LibraryItemResponse) items!: LibraryItemResponse[];
  @Whole({ description: 'Question keys found' }) total!: number;
  @Text({ nullable: true }) next!: string | null;
}

export class LibraryHistoryResponse extends LibraryEntryResponse {
  @ListOf(() => LibrarySourceResponse) sources!: LibrarySourceResponse[];
}

export class LibraryEntryHistoryResponse {
  @Nested(() => LibraryHistoryResponse) entry!: LibraryHistoryResponse;
  @ListOf(() => LibraryHistoryResponse, { description: 'Other answers under the same key, the latest first' })
  others!: LibraryHistoryResponse[];
}

export class EditEntryRequest {
  @Whole() revision!: number;
  @Json({
    description: '{state, value?, comment?, justification?}, as an answer to the question of the entry',
  })
  answer!: object;
}

export class EntryRevisionRequest {
  @Whole() revision!: number;
}
