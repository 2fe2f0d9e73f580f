import { maxLengths } from '@probant/shared/limits';
import { Flag, Instant, ListOf, Nested, OneOf, Text, Uuid } from '../../platform/http/fields.js';
import { LocalisedResponse } from '../library/library.public.js';

export class PostClarificationRequest {
  @Text({ min: 0, max: maxLengths.key, description: 'Empty: about the request as a whole' })
  questionId!: string;
  @Text({ max: maxLengths.longText }) body!: string;
}

export class ClarificationResponse {
  @Uuid() id!: string;
  @OneOf(['buyer', 'supplier']) side!: 'buyer' | 'supplier';
  @Text() authorName!: string;
  @Text() body!: string;
  @Instant() at!: string;
}

export class ThreadResponse {
  @Text({ min: 0, description: 'Empty: about the request as a whole' }) questionId!: string;
  @Flag({ description: 'The last word is the other side’s' }) awaiting!: boolean;
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
