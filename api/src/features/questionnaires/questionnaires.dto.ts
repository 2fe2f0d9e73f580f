import { maxCounts, maxLengths, maxWeight } from '@probant/shared/limits';
import { editKinds, type EditKind } from '@probant/shared/questionnaires/edit-document';
import { equivalenceKinds, type EquivalenceKind } from '@probant/shared/questionnaires/propose-equivalence';
import {
  Decimal,
  Flag,
  Instant,
  Json,
  ListOf,
  Nested,
  OneOf,
  Pattern,
  Text,
  Texts,
  Uuid,
  Whole,
} from '../../platform/http/fields.js';
import { PageQuery, sortNames } from '../../platform/http/page.js';
import { LocalisedResponse } from '../library/library.public.js';
import { key, QuestionRequest, WordingRequest } from './question.dto.js';

const sha256 = /^[0-9a-f]{64}$/;

export class TitleRequest {
  @Text({ max: maxLengths.title }) fr!: string;
  @Text({ max: maxLengths.title }) en!: string;
}

export class ThemeRequest {
  @Pattern(key, { max: maxLengths.key, otherwise: 'key-malformed' }) code!: string;
  @Nested(() => TitleRequest) title!: TitleRequest;
  @Decimal({ min: 0, max: maxWeight }) weight!: number;
}

export class CreateQuestionnaireRequest {
  @Flag({ optional: true, description: 'Copies the library' }) fromLibrary?: boolean;
  @Uuid({ optional: true, description: 'Copies a questionnaire of the organisation' }) copyOf?: string;
  @Nested(() => TitleRequest, {
    optional: true,
    description: 'By default that of the origin, marked as a copy once it is taken',
  })
  title?: TitleRequest;
}

export class EditQuestionnaireRequest {
  @Whole({ min: 1 }) revision!: number;
  @OneOf(editKinds) kind!: EditKind;
  @Nested(() => TitleRequest, { optional: true }) title?: TitleRequest;
  @Text({ max: maxLengths.key, optional: true }) themeCode?: string;
  @Text({ max: maxLengths.key, optional: true }) questionKey?: string;
  @Flag({ optional: true, description: 'Leaves out, with the question, the rules that look at it' })
  withDependents?: boolean;
  @Nested(() => ThemeRequest, { optional: true }) theme?: ThemeRequest;
  @Nested(() => QuestionRequest, { optional: true }) question?: QuestionRequest;
}

export class EquivalenceLinkRequest {
  @OneOf(equivalenceKinds) kind!: EquivalenceKind;
  @Texts({ max: maxCounts.questionsPerVersion, each: maxLengths.key }) from!: string[];
  @Texts({ max: maxCounts.questionsPerVersion, each: maxLengths.key }) to!: string[];
  @Flag({ optional: true, description: 'Answers are to be reconfirmed whatever the texts say' })
  reconfirm?: boolean;
}

export class PublishRequest {
  @Whole({ min: 1 }) revision!: number;
  @ListOf(() => EquivalenceLinkRequest, {
    max: 2 * maxCounts.questionsPerVersion,
    optional: true,
    description: 'What the questions of the version published last became; by default as proposed',
  })
  equivalence?: EquivalenceLinkRequest[];
}

export class EquivalenceResponse {
  @Uuid({ nullable: true, description: 'The version before; the first has none' })
  fromVersionId!: string | null;
  @Whole({ nullable: true }) fromNumber!: number | null;
  @Text({ nullable: true, description: 'sha256 of what was published; null where it is only proposed' })
  sha256!: string | null;
  @Flag({ description: 'The author changed what was proposed' }) edited!: boolean;
  @Json({
    schema: { type: 'array', items: { type: 'object' } },
    description: 'Question by question, with what becomes of the answers',
  })
  equivalences!: object;
}

export class CorrectWordingRequest {
  @Text({ max: maxLengths.key, description: 'The question’s key, the theme’s code or the knock-out’s id' })
  subject!: string;
  @Text({
    max: 200,
    description:
      '“text”, “help”, “short”, “title”, “option:” and its value, “knockout-name” or “knockout-text”',
  })
  place!: string;
  @Nested(() => WordingRequest) text!: WordingRequest;
  @Text({ max: maxLengths.shortText }) reason!: string;
  @Flag({ description: 'The author states that the meaning stays as it was' }) meaningKept!: boolean;
}

export class CorrectionResponse {
  @Uuid() id!: string;
  @Text() subject!: string;
  @Text() place!: string;
  @Nested(() => LocalisedResponse) before!: LocalisedResponse;
  @Nested(() => LocalisedResponse) after!: LocalisedResponse;
  @Text() reason!: string;
  @Text() correctedByName!: string;
  @Instant() correctedAt!: string;
}

export class CorrectionListResponse {
  @ListOf(() => CorrectionResponse, { description: 'Oldest first' }) items!: CorrectionResponse[];
}

export class RetireVersionRequest {
  @Flag() retired!: boolean;
  @Text({ max: maxLengths.shortText, optional: true, description: 'Asked for when it is retired' })
  reason?: string;
}

export class ArchiveQuestionnaireRequest {
  @Whole({ min: 1 }) revision!: number;
  @Flag() archived!: boolean;
}

export const questionnaireOrders = {
  title: { by: "lower(q.title ->> 'fr')", type: 'text', id: 'q.id' },
  code: { by: 'q.code', type: 'text', id: 'q.id' },
  updated: { by: 'q.updated_at', type: 'timestamptz', id: 'q.id' },
} as const;

export class QuestionnaireQuery extends PageQuery {
  @Text({ max: maxLengths.search, min: 0, optional: true }) search?: string;
  @OneOf(['current', 'archived'], { optional: true }) state?: 'current' | 'archived';
  @OneOf(sortNames(...Object.keys(questionnaireOrders)), { optional: true }) sort?: string;
}

export class VersionSummaryResponse {
  @Uuid() id!: string;
  @Uuid() questionnaireId!: string;
  @Whole() number!: number;
  @Text() code!: string;
  @Nested(() => LocalisedResponse) title!: LocalisedResponse;
  @Pattern(sha256) sha256!: string;
  @Whole() questionCount!: number;
  @Text() publishedByName!: string;
  @Instant() publishedAt!: string;
  @Instant({ nullable: true, description: 'Sent no more since' }) retiredAt!: string | null;
}

export class VersionResponse extends VersionSummaryResponse {
  @Text({ description: 'The canonical text (RFC 8785) whose sha256 is the version’s' }) documentText!: string;
}

export class VerificationResponse {
  @Pattern(sha256) sha256!: string;
  @Pattern(sha256, { description: 'Worked out anew from the text kept' }) computed!: string;
  @Flag() intact!: boolean;
}

export class QuestionnaireSummaryResponse {
  @Uuid() id!: string;
  @Text() code!: string;
  @Nested(() => LocalisedResponse) title!: LocalisedResponse;
  @Whole() revision!: number;
  @Whole() themeCount!: number;
  @Whole() questionCount!: number;
  @Flag() archived!: boolean;
  @Instant() updatedAt!: string;
  @Nested(() => VersionSummaryResponse, { nullable: true }) published!: VersionSummaryResponse | null;
}

export class QuestionnairePageResponse {
  @Nested(() => LocalisedResponse, { description: 'The title of the library' })
  libraryTitle!: LocalisedResponse;
  @ListOf(() => QuestionnaireSummaryResponse) items!: QuestionnaireSummaryResponse[];
  @Text({ nullable: true }) next!: string | null;
}

export class LeftOutQuestionResponse {
  @Text() id!: string;
  @Nested(() => LocalisedResponse) text!: LocalisedResponse;
}

export class LeftOutResponse {
  @Text() themeCode!: string;
  @Nested(() => LocalisedResponse) title!: LocalisedResponse;
  @Flag({ description: 'The draft has nothing left of the theme' }) whole!: boolean;
  @ListOf(() => LeftOutQuestionResponse) questions!: LeftOutQuestionResponse[];
}

export class LostKnockoutResponse {
  @Text() id!: string;
  @Nested(() => LocalisedResponse) text!: LocalisedResponse;
}

export class PublishProblemResponse {
  @Text({ description: 'RFC 6901, into the document' }) pointer!: string;
  @Text() code!: string;
  @Json({
    optional: true,
    schema: { type: 'object', additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] } },
    description: 'Facts that fill the sentence of the code',
  })
  params?: Readonly<Record<string, string | number>>;
}

export class QuestionnaireResponse extends QuestionnaireSummaryResponse {
  @Json({ description: 'The draft as it would be published: a questionnaire document' }) document!: object;
  @Json({ description: 'The draft as it is kept, with the rules that wait for questions left out' })
  draft!: object;
  @Texts({ max: 1_000, description: 'Keys of the organisation’s own questions' }) ownQuestions!: string[];
  @ListOf(() => LeftOutResponse) leftOut!: LeftOutResponse[];
  @ListOf(() => LostKnockoutResponse, {
    description: 'Knock-outs that publishing would end: of the version published last, else of the library',
  })
  lostKnockouts!: LostKnockoutResponse[];
  @ListOf(() => PublishProblemResponse, { description: 'Why it cannot be published yet' })
  problems!: PublishProblemResponse[];
  @Flag({ description: 'The draft differs from the version published last' }) changed!: boolean;
  @ListOf(() => VersionSummaryResponse, { description: 'Newest first' }) versions!: VersionSummaryResponse[];
}
