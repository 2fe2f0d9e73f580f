import { curveCauses } from '@probant/shared/ageing/curve';
import { lapseKinds, lapseWindows } from '@probant/shared/ageing/lapses';
import { assessmentStatuses } from '@probant/shared/assessments/lifecycle';
import { snapshotMoments } from '@probant/shared/audit/assessment-events';
import { maxLengths } from '@probant/shared/limits';
import { grades } from '@probant/shared/questionnaires/document';
import {
  Day,
  Decimal,
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
import { PageQuery } from '../../platform/http/page.js';
import { LocalisedResponse } from '../library/library.public.js';
import { ScoreResponse } from '../scoring/scoring.public.js';

export class AgeingQuery {
  @Uuid({
    optional: true,
    description: 'Of this assessment alone; else of all that the engagement was asked',
  })
  assessmentId?: string;
}

export class ScoreOnQuery extends AgeingQuery {
  @Day({ optional: true, description: 'A day that is past, or today' }) day?: string;
}

class ScoreAndGradeResponse {
  @Decimal({ nullable: true }) score!: number | null;
  @OneOf(grades, { nullable: true }) grade!: (typeof grades)[number] | null;
}

class LapseNameResponse {
  @OneOf(lapseKinds) kind!: (typeof lapseKinds)[number];
  @Text({ min: 0, description: 'Of the piece or of who holds the certificate; empty for an answer' })
  name!: string;
  @Texts({ max: 1_000 }) questions!: string[];
}

class CurvePointResponse extends ScoreAndGradeResponse {
  @Instant() at!: string;
  @Flag() beforeReview!: boolean;
  @Uuid() assessmentId!: string;
  @Whole() submissionNumber!: number;
  @Texts({
    max: 20,
    description: `What moved it here: ${curveCauses.join(', ')}; none where it is only drawn`,
  })
  causes!: string[];
  @ListOf(() => LapseNameResponse, { description: 'What lapsed, where time moved it' })
  lapsed!: LapseNameResponse[];
  @Whole({ description: 'Judgements of the review' }) judgements!: number;
  @Decimal({
    nullable: true,
    min: -100,
    description:
      'How far its causes moved the score; all of them add up to the way from first to last, but for a tenth',
  })
  change!: number | null;
}

class ForecastResponse extends LapseNameResponse {
  @Text({ min: 0 }) subject!: string;
  @Day({ description: 'The last day on which it holds' }) lastOn!: string;
  @Nested(() => ScoreAndGradeResponse, {
    nullable: true,
    description: 'Today’s score with this alone lapsed; null where it has lapsed or moves no score',
  })
  alone!: ScoreAndGradeResponse | null;
  @Nested(() => ScoreAndGradeResponse, {
    nullable: true,
    description: 'The score of the day after with everything lapsed by then; null where it is past',
  })
  together!: ScoreAndGradeResponse | null;
}

class GradeLimitResponse {
  @OneOf(grades) grade!: (typeof grades)[number];
  @Decimal() max!: number;
}

class QuestionLabelResponse {
  @Text() id!: string;
  @Nested(() => LocalisedResponse) label!: LocalisedResponse;
}

class AgeingNowResponse extends ScoreAndGradeResponse {
  @Uuid() assessmentId!: string;
  @OneOf(assessmentStatuses) status!: (typeof assessmentStatuses)[number];
  @Flag({ description: 'A workspace answers for it, and nothing is closed: it can be asked' }) open!: boolean;
  @Whole() submissionNumber!: number;
  @Instant() submittedAt!: string;
}

class AheadResponse extends ScoreAndGradeResponse {
  @Whole({ description: 'Days from now' }) days!: number;
  @Day() day!: string;
}

export class AgeingResponse {
  @Instant() asOf!: string;
  @Nested(() => AgeingNowResponse, { nullable: true, description: 'null before the first submission' })
  now!: AgeingNowResponse | null;
  @ListOf(() => CurvePointResponse, { description: 'Oldest first; the last is of now' })
  points!: CurvePointResponse[];
  @ListOf(() => ForecastResponse, { description: 'What has lapsed and what will within 180 days, by day' })
  lapses!: ForecastResponse[];
  @ListOf(() => AheadResponse, { description: 'The score of days ahead if nobody does anything' })
  ahead!: AheadResponse[];
  @ListOf(() => GradeLimitResponse) gradeLimits!: GradeLimitResponse[];
  @ListOf(() => QuestionLabelResponse, { description: 'The questions that the lapses name' })
  questions!: QuestionLabelResponse[];
}

class KeptThenResponse extends ScoreAndGradeResponse {
  @Uuid() id!: string;
  @OneOf(snapshotMoments) cause!: (typeof snapshotMoments)[number];
  @Instant() at!: string;
  @Flag({ description: 'It was kept on that very day' }) ofThatDay!: boolean;
  @Text() engineVersion!: string;
  @Decimal({ nullable: true, description: 'The same instant replayed today' }) replayed!: number | null;
  @Flag({ description: 'The replay gives the score that was kept' }) same!: boolean;
}

export class ScoreOnResponse {
  @Day() day!: string;
  @Nested(() => ScoreResponse, { nullable: true, description: 'null where nothing was submitted by then' })
  score!: ScoreResponse | null;
  @Uuid({ nullable: true }) assessmentId!: string | null;
  @Json({ nullable: true, description: 'Answers with the strength of their proof on that day' })
  answers!: object | null;
  @Texts({
    max: 1_000,
    description: 'Questions whose answer the buyer had replaced by one that the chain does not tell',
  })
  untold!: string[];
  @Nested(() => KeptThenResponse, { nullable: true, description: 'The last score kept by then' })
  kept!: KeptThenResponse | null;
}

export class LapsesQuery extends PageQuery {
  @OneOf(lapseWindows, {
    optional: true,
    description: 'Within so many days, or those that are past; 90 unless told',
  })
  within?: (typeof lapseWindows)[number];
  @OneOf(lapseKinds, { optional: true }) kind?: (typeof lapseKinds)[number];
  @Text({
    optional: true,
    min: 0,
    max: maxLengths.search,
    description: 'In the names of supplier and engagement',
  })
  search?: string;
}

export class LapseResponse extends LapseNameResponse {
  @Uuid() id!: string;
  @Uuid() engagementId!: string;
  @Uuid() assessmentId!: string;
  @Text() supplierName!: string;
  @Text() engagementName!: string;
  @Nested(() => LocalisedResponse, { nullable: true, description: 'Of the first of the questions' })
  label!: LocalisedResponse | null;
  @Day({ description: 'The last day on which it holds' }) lastOn!: string;
  @Whole({ description: 'Days left, that one included; negative once past', min: -1_000_000 })
  daysLeft!: number;
  @OneOf(grades, { nullable: true }) grade!: (typeof grades)[number] | null;
  @OneOf(grades, { nullable: true, description: 'Of the engagement in ninety days if nobody does anything' })
  gradeSoon!: (typeof grades)[number] | null;
}

export class LapsesResponse {
  @ListOf(() => LapseResponse) items!: LapseResponse[];
  @Text({ nullable: true }) next!: string | null;
}
