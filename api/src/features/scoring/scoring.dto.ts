import { snapshotMoments } from '@probant/shared/audit/assessment-events';
import { maxLengths } from '@probant/shared/limits';
import { grades } from '@probant/shared/questionnaires/document';
import {
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

export class ScoreNumbersResponse {
  @Decimal({ nullable: true, description: '0 (best) to 100; null when nothing counts' }) score!:
    number | null;
  @Decimal({ nullable: true, description: 'Before the floors' }) base!: number | null;
  @Decimal({ description: 'The highest floor of the active knock-outs' }) floor!: number;
  @OneOf(grades, { nullable: true }) grade!: (typeof grades)[number] | null;
  @Decimal({ nullable: true }) confidence!: number | null;
  @Texts({ max: 1_000, description: 'Active knock-outs, in the order of the questionnaire' })
  knockouts!: string[];
}

export class ScoredWithResponse {
  @Uuid() profileId!: string;
  @Text() profileName!: string;
  @Whole() profileNumber!: number;
  @Text() ruleSet!: string;
  @Text() engineVersion!: string;
  @Uuid() versionId!: string;
  @Text() versionCode!: string;
  @Whole() versionNumber!: number;
  @Text() versionSha256!: string;
}

export class ScoreResponse {
  @Uuid() submissionId!: string;
  @Whole() submissionNumber!: number;
  @Instant() asOf!: string;
  @Nested(() => ScoredWithResponse) with!: ScoredWithResponse;
  @Flag({ description: 'Something is still to be examined or decided, and the review is not ended' })
  beforeReview!: boolean;
  @Whole({ description: 'Pieces that nobody has examined; they prove nothing yet' }) unexamined!: number;
  @Texts({ max: 1_000, description: 'Questions whose claim “not applicable” nobody has decided' })
  undecided!: string[];
  @Nested(() => ScoreNumbersResponse, { description: 'S: what is missing counts as worst' })
  score!: ScoreNumbersResponse;
  @Nested(() => ScoreNumbersResponse, { description: 'S-best: what is missing counts as best, proven' })
  best!: ScoreNumbersResponse;
  @Nested(() => ScoreNumbersResponse, { description: 'S-potential: every answer given counts as proven' })
  potential!: ScoreNumbersResponse;
  @Json({ description: 'ScoreResult of shared/scoring: themes, knock-outs and a line per question' })
  trace!: object;
}

export class LiveScoreResponse {
  @Nested(() => ScoreResponse, { nullable: true, description: 'null before the first submission' })
  current!: ScoreResponse | null;
}

export class SnapshotSummaryResponse {
  @Uuid() id!: string;
  @OneOf(snapshotMoments) cause!: (typeof snapshotMoments)[number];
  @Instant() at!: string;
  @Decimal({ nullable: true }) score!: number | null;
  @OneOf(grades, { nullable: true }) grade!: (typeof grades)[number] | null;
  @Flag() beforeReview!: boolean;
  @Whole({ description: 'Pieces that nobody had examined' }) unexamined!: number;
  @Whole({ description: 'Claims “not applicable” that nobody had decided' }) undecided!: number;
  @Uuid({ nullable: true }) submissionId!: string | null;
  @Text() ruleSet!: string;
  @Text() engineVersion!: string;
  @Uuid() versionId!: string;
  @Text() versionSha256!: string;
  @Uuid() profileId!: string;
  @Text() profileName!: string;
  @Whole() profileNumber!: number;
}

export class SnapshotsResponse {
  @ListOf(() => SnapshotSummaryResponse, { description: 'Newest first' }) items!: SnapshotSummaryResponse[];
}

export class SnapshotResponse extends SnapshotSummaryResponse {
  @Json({ description: 'Context, answers with the strength of their proof, weights, day' }) inputs!: object;
  @Nested(() => ScoreNumbersResponse) best!: ScoreNumbersResponse;
  @Nested(() => ScoreNumbersResponse) potential!: ScoreNumbersResponse;
  @Json({ description: 'ScoreResult of shared/scoring' }) trace!: object;
}

export class WhatIfScenario {
  @Text({ max: maxLengths.name }) name!: string;
  @Json({
    description:
      'By question: {v, ev?}, {na: accepted | pending} or {refused: true}; without ev the proof stays as it is',
  })
  answers!: unknown;
  @Flag({ optional: true, description: 'Every answer given counts as proven' }) proven?: boolean;
}

export class WhatIfRequest {
  @ListOf(() => WhatIfScenario, { min: 1, max: 20 }) scenarios!: WhatIfScenario[];
}

export class WhatIfResult {
  @Text() name!: string;
  @Nested(() => ScoreNumbersResponse) score!: ScoreNumbersResponse;
}

export class WhatIfResponse {
  @ListOf(() => WhatIfResult) scenarios!: WhatIfResult[];
}
