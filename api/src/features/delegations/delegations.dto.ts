import { maxCounts, maxLengths } from '@probant/shared/limits';
import { languages } from '@probant/shared/questionnaires/document';
import {
  Day,
  Email,
  Flag,
  Instant,
  ListOf,
  OneOf,
  Text,
  Texts,
  Uuid,
  Whole,
} from '../../platform/http/fields.js';

class PartRequest {
  @Texts({ max: maxCounts.themesPerVersion, each: maxLengths.key, description: 'Codes of whole themes' })
  themes!: string[];
  @Texts({ max: maxCounts.questionsPerVersion, each: maxLengths.key, description: 'Ids of single questions' })
  questions!: string[];
  @Text({ min: 0, max: maxLengths.longText }) note!: string;
  @Day({ nullable: true, description: 'By when; reminders leave around it' }) dueOn!: string | null;
}

export class HandOverRequest extends PartRequest {
  @Text({ max: maxLengths.name }) name!: string;
  @Email() email!: string;
  @OneOf(languages) language!: 'fr' | 'en';
}

export class ChangePartRequest extends PartRequest {
  @Whole() revision!: number;
}

export class DelegationResponse {
  @Uuid() id!: string;
  @Text() name!: string;
  @Email() email!: string;
  @OneOf(languages) language!: string;
  @Text({ min: 0 }) note!: string;
  @Day({ nullable: true }) dueOn!: string | null;
  @Flag({ description: 'Past its day, and not all answered' }) late!: boolean;
  @Texts({ max: maxCounts.themesPerVersion }) themes!: string[];
  @Texts({ max: maxCounts.questionsPerVersion }) questions!: string[];
  @Whole({ description: 'Of the questions of the part that are asked today' }) asked!: number;
  @Whole() answered!: number;
  @Text() handedOverBy!: string;
  @Instant() handedOverAt!: string;
  @Instant({ nullable: true, description: 'Of the first visit' }) openedAt!: string | null;
  @Instant({ nullable: true, description: 'Last answer that this colleague wrote' })
  lastSavedAt!: string | null;
  @Whole() revision!: number;
}

export class DelegationsResponse {
  @ListOf(() => DelegationResponse) items!: DelegationResponse[];
}

/** What a colleague reads about the part that they hold. */
export class OwnPartResponse {
  @Text({ min: 0 }) note!: string;
  @Day({ nullable: true }) dueOn!: string | null;
  @Text() handedOverBy!: string;
  @Text() organisationName!: string;
  @Text() buyerName!: string;
  @Text() title!: string;
  @Flag({ description: 'The answers may be changed' }) open!: boolean;
}

export class PartEndResponse {
  @Instant({ description: 'When it was taken back' }) at!: string;
  @Text() organisationName!: string;
  @Text() handedOverBy!: string;
}

export class PresenceRequest {
  @Text({ max: maxLengths.key }) questionId!: string;
}

export class PresentPersonResponse {
  @Text() name!: string;
  @Text() questionId!: string;
}

export class PresencesResponse {
  @ListOf(() => PresentPersonResponse, { description: 'Others who look at a question now' })
  people!: PresentPersonResponse[];
}
