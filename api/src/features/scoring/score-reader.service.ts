import { Injectable } from '@nestjs/common';
import type { FieldRefusal } from '@probant/shared/decision';
import type { AssessmentId, SnapshotId } from '@probant/shared/ids';
import type { Answer, Answers } from '@probant/shared/scoring/answer';
import { checkAnswers } from '@probant/shared/scoring/check-case';
import { scoreAssessment } from '@probant/shared/scoring/score-assessment';
import { parisDay } from '@probant/shared/calendar';
import type { Scope } from '../../platform/access/scope.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail, found } from '../../platform/http/problem.js';
import type {
  LiveScoreResponse,
  ScoreResponse,
  SnapshotResponse,
  SnapshotsResponse,
  SnapshotSummaryResponse,
  WhatIfRequest,
  WhatIfResponse,
} from './scoring.dto.js';
import { ScoreSnapshotEntity } from './scoring.entity.js';
import { Scoring } from './scoring.service.js';
import { toNumbers, type Scored, type ScoreNumbers } from './work-out.js';

/** Scores as people read them: live, kept, and as they would be. */
@Injectable()
export class ScoreReader {
  constructor(
    private readonly work: Work,
    private readonly scoring: Scoring,
  ) {}

  live(scope: Scope, id: AssessmentId): Promise<LiveScoreResponse> {
    return this.work.run(scope, async (tx) => {
      await checkOwn(tx, scope, id);
      const scored = await this.scoring.findLive(tx, scope.organisationId, id);
      return { current: scored === undefined ? null : toScore(scored) };
    });
  }

  whatIf(scope: Scope, id: AssessmentId, { scenarios }: WhatIfRequest): Promise<WhatIfResponse> {
    return this.work.run(scope, async (tx) => {
      await checkOwn(tx, scope, id);
      const scored = await this.scoring.findLive(tx, scope.organisationId, id);
      if (scored === undefined) return fail('transition-refused');
      const { document } = scored.version;
      const errors = scenarios.flatMap(({ answers }, index): readonly FieldRefusal[] =>
        checkAnswers(document, answers, `/scenarios/${index}/answers`, parisDay(scored.asOf)),
      );
      if (errors.length > 0) fail('invalid-input', { errors });
      return {
        scenarios: scenarios.map(({ name, answers, proven }) => {
          const result = scoreAssessment(document, {
            context: scored.facts.context,
            weights: scored.profile.weights,
            asOf: scored.asOf,
            // Checked just above.
            answers: changed(scored.answers, answers as Answers),
            scenario: proven === true ? 'all-proven' : 'as-given',
          });
          return { name, score: copyNumbers(toNumbers(result)) };
        }),
      };
    });
  }

  list(scope: Scope, id: AssessmentId): Promise<SnapshotsResponse> {
    return this.work.run(scope, async (tx) => {
      await checkOwn(tx, scope, id);
      const rows = await tx.query<SnapshotRow>(`${select} ORDER BY s.at DESC, s.id DESC LIMIT 500`, [
        scope.organisationId,
        id,
      ]);
      return { items: rows.map(toSummary) };
    });
  }

  read(scope: Scope, id: AssessmentId, snapshotId: SnapshotId): Promise<SnapshotResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      const row = await tx.get<SnapshotRow>(`${select} AND s.id = $3`, [organisationId, id, snapshotId]);
      const { inputs, result } = found(
        await tx.find(ScoreSnapshotEntity, { organisationId, id: snapshotId }),
      );
      return {
        ...toSummary(row),
        inputs,
        best: copyNumbers(result.best),
        potential: copyNumbers(result.potential),
        trace: result.score,
      };
    });
  }
}

type SnapshotRow = Pick<SnapshotSummaryResponse, 'id' | 'cause' | 'score' | 'grade'> & {
  readonly at: Date;
  readonly before_review: boolean;
  readonly unexamined: number;
  readonly undecided: number;
  readonly submission_id: string | null;
  readonly rule_set: string;
  readonly engine_version: string;
  readonly version_id: string;
  readonly version_sha256: string;
  readonly profile_id: string;
  readonly profile_name: string;
  readonly profile_number: number;
};

const select = `
SELECT s.id, s.cause, s.at, s.score, s.grade, s.before_review, (s.inputs ->> 'unexamined')::int AS unexamined,
  jsonb_array_length(s.inputs -> 'undecided') AS undecided, s.submission_id, s.rule_set, s.engine_version, s.version_id, s.version_sha256,
  s.profile_id, p.name AS profile_name, p.number AS profile_number
FROM score_snapshots s JOIN weight_profiles p ON p.organisation_id = s.organisation_id AND p.id = s.profile_id
WHERE s.organisation_id = $1 AND s.assessment_id = $2`;

async function checkOwn(tx: Tx, { organisationId }: Scope, id: AssessmentId): Promise<void> {
  await tx.get('SELECT 1 FROM assessments WHERE buyer_id = $1 AND id = $2', [organisationId, id]);
}

/** An answer put in the place of another keeps the proof that stands beside it, unless it names its own. */
function changed(answers: Answers, change: Answers): Answers {
  const keepingProof = Object.entries(change).map(([id, answer]): [string, Answer] => {
    const ev = answers[id]?.ev;
    return [id, answer.ev === undefined && ev !== undefined ? { ...answer, ev } : answer];
  });
  return { ...answers, ...Object.fromEntries(keepingProof) };
}

function copyNumbers({ knockouts, ...numbers }: ScoreNumbers) {
  return { ...numbers, knockouts: [...knockouts] };
}

export function toScore(scored: Scored): ScoreResponse {
  const { facts, profile, version, range } = scored;
  return {
    submissionId: facts.submissionId,
    submissionNumber: facts.submission.number,
    asOf: scored.asOf,
    with: {
      profileId: profile.profileId,
      profileName: profile.name,
      profileNumber: profile.number,
      ruleSet: scored.ruleSet,
      engineVersion: scored.engineVersion,
      versionId: version.id,
      versionCode: version.code,
      versionNumber: version.number,
      versionSha256: version.sha256,
    },
    beforeReview: scored.beforeReview,
    unexamined: scored.unexamined,
    undecided: [...scored.undecided],
    score: copyNumbers(toNumbers(range.score)),
    best: copyNumbers(toNumbers(range.best)),
    potential: copyNumbers(toNumbers(range.potential)),
    trace: range.score,
  };
}

function toSummary(row: SnapshotRow): SnapshotSummaryResponse {
  return {
    id: row.id,
    cause: row.cause,
    at: row.at.toISOString(),
    score: row.score,
    grade: row.grade,
    beforeReview: row.before_review,
    unexamined: row.unexamined,
    undecided: row.undecided,
    submissionId: row.submission_id,
    ruleSet: row.rule_set,
    engineVersion: row.engine_version,
    versionId: row.version_id,
    versionSha256: row.version_sha256,
    profileId: row.profile_id,
    profileName: row.profile_name,
    profileNumber: row.profile_number,
  };
}
