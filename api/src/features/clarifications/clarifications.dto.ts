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
  Uuids,
  Whole,
} from '../../platform/http/fields.js';
import { LocalisedResponse } from '../library/library.public.js';

export class PostClarificationRequest {
  @Text({ min: 0, max: maxLengths.key, description: 'Empty: about the request as a whole' })
  questionId!: string;
  @Text({ max: maxLengths.longText }) body!: string;
  @Uuids({
    optional: true,
    max: maxCounts.mentionsPerMessage,
    description: 'Accounts of colleagues to tell; the other side never learns of them',
  })
  mentions?: string[];
}

/** Fields beside the file of a message. */
export class MessageFileRequest {
  @Text({ min: 0, max: maxLengths.key }) questionId!: string;
  @Text({ optional: true, min: 0, max: maxLengths.longText }) body?: string;
  @Uuids({ optional: true, max: maxCounts.mentionsPerMessage }) mentions?: string[];
}

export class SettleRequest {
  @Text({ min: 0, max: maxLengths.key }) questionId!: string;
  @Flag() resolved!: boolean;
}

export class MarkReadRequest {
  @Text({ min: 0, max: maxLengths.key }) questionId!: string;
}

export class ClarificationFileResponse {
  @Uuid() id!: string;
  @Text() name!: string;
  @Text() mediaType!: string;
  @Whole() bytes!: number;
  @Text() sha256!: string;
  @Flag() scanPartial!: boolean;
}

export class ColleagueResponse {
  @Uuid() accountId!: string;
  @Text() name!: string;
}

export class ColleaguesResponse {
  @ListOf(() => ColleagueResponse, { description: 'Members of one’s own organisation, without oneself' })
  items!: ColleagueResponse[];
}

export class ClarificationResponse {
  @Uuid() id!: string;
  @OneOf(['buyer', 'supplier']) side!: 'buyer' | 'supplier';
  @Text() authorName!: string;
  @Text() body!: string;
  @Instant() at!: string;
  @ListOf(() => ClarificationFileResponse) files!: ClarificationFileResponse[];
  @Texts({ max: maxCounts.mentionsPerMessage, description: 'Names of those of one’s own side who were told' })
  mentions!: string[];
}

export class ThreadResponse {
  @Text({ min: 0, description: 'Empty: about the request as a whole' }) questionId!: string;
  @Flag({ description: 'The last word is the other side’s, and the thread is open' }) awaiting!: boolean;
  @Flag() resolved!: boolean;
  @Flag({ description: 'Who reads asked: they may say that it is resolved' }) asked!: boolean;
  @Whole({ description: 'Messages of others since this person last looked' }) unread!: number;
  @ListOf(() => ClarificationResponse, { description: 'Oldest first' }) messages!: ClarificationResponse[];
}

export class ThreadQuestionResponse {
  @Text() id!: string;
  @Nested(() => LocalisedResponse) text!: LocalisedResponse;
}

export class ThreadsResponse {
  @ListOf(() => ThreadResponse, { description: 'The last one written in first' }) threads!: ThreadResponse[];
  @ListOf(() => ThreadQuestionResponse, { description: 'What the threads are about, as it was asked' })
  questions!: ThreadQuestionResponse[];
}
