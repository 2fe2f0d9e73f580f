import { grades } from '@probant/shared/questionnaires/document';
import {
  Decimal,
  Flag,
  Json,
  ListOf,
  Nested,
  OneOf,
  Text,
  Texts,
  Whole,
} from '../../platform/http/fields.js';
import { LessonResponse, LocalisedResponse, SourceResponse } from '../library/library.public.js';

/** A score that is worked out from facts and kept nowhere. */
export class ReplayNumbersResponse {
  @Decimal({ nullable: true, description: '0 (best) to 100' }) score!: number | null;
  @OneOf(grades, { nullable: true }) grade!: (typeof grades)[number] | null;
}

export class CaseSummaryResponse {
  @Text() key!: string;
  @Flag({ description: 'A court decided it; otherwise published terms' }) ruling!: boolean;
  @Nested(() => LocalisedResponse) name!: LocalisedResponse;
  @Nested(() => LocalisedResponse) service!: LocalisedResponse;
  @Nested(() => LocalisedResponse) summary!: LocalisedResponse;
  @Nested(() => SourceResponse) source!: SourceResponse;
  @Whole({ description: 'Answers that the facts give' }) facts!: number;
  @Whole({ description: 'Of them, those that could be known before signing' }) factsBeforeSigning!: number;
  @Nested(() => ReplayNumbersResponse) beforeSigning!: ReplayNumbersResponse;
  @Nested(() => ReplayNumbersResponse) allFacts!: ReplayNumbersResponse;
}

export class CasesResponse {
  @ListOf(() => CaseSummaryResponse) items!: CaseSummaryResponse[];
}

export class ReplayScoreResponse {
  @Texts({ max: 20, description: 'Keys of the switches that are on' }) switched!: string[];
  @Json({ description: 'ScoreResult of shared/scoring on what was known before signing, with its trace' })
  beforeSigning!: object;
  @Json({ description: 'ScoreResult of shared/scoring on all the facts, with its trace' })
  allFacts!: object;
  @Json({
    description: 'Ledger of shared/library: each head claimed, obtained, and what it might have come to',
  })
  ledger!: object;
  @Json({
    nullable: true,
    description: 'Exposure of shared/exposure on the amounts of the case; null where no amount was ruled on',
  })
  exposure!: object | null;
}

export class BesideResponse {
  @Nested(() => CaseSummaryResponse) summary!: CaseSummaryResponse;
  @Json({ description: 'CaseAnswer of shared/library for each question that both answer' }) answers!: object;
}

export class CaseResponse {
  @Json({ description: 'ReplayCase of shared/library: facts, answers, what was decided, switches, notes' })
  case!: object;
  @Nested(() => SourceResponse) source!: SourceResponse;
  @ListOf(() => LessonResponse, { description: 'Every lesson that the case names' })
  lessons!: LessonResponse[];
  @Json({ description: 'The questionnaire of the library, with which anybody works the scores out again' })
  document!: object;
  @ListOf(() => BesideResponse, {
    description: 'Published terms on the same points, to be read beside a ruling',
  })
  beside!: BesideResponse[];
  @Decimal({ description: 'Award over claim of the model case, in place of a lost-chance rate nobody gives' })
  awardToClaim!: number;
  @ListOf(() => ReplayScoreResponse, { description: 'For every way to set the switches, none first' })
  scores!: ReplayScoreResponse[];
}
