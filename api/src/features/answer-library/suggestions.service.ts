import { Injectable } from '@nestjs/common';
import { deriveSuggestions, type Suggestion } from '@probant/shared/answer-library/derive-suggestions';
import { findQuestion } from '@probant/shared/answers/visibility';
import type { AssessmentId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work } from '../../platform/database/work.js';
import { found } from '../../platform/http/problem.js';
import { getSupplierDocument } from '../evidence/evidence.public.js';
import type {
  ReconfirmationsResponse,
  SuggestionResponse,
  SuggestionsResponse,
} from './answer-library.dto.js';
import { toPieceResponse, toSourceResponse } from './entry-rows.js';
import { findCandidates, type FoundCandidate } from './find-candidates.js';
import { takeSubmissions } from './take-submissions.js';

interface ReconfirmedRow {
  readonly question_key: string;
  readonly answer_revision: number;
  readonly by_name: string;
  readonly at: Date;
  readonly given_at: Date;
}

/** What the workspace has answered before, beside the question that is asked now. */
@Injectable()
export class Suggestions {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  read(scope: Scope, assessmentId: AssessmentId, questionId: string): Promise<SuggestionsResponse> {
    return this.work.run(scope, async (tx) => {
      const document = await getSupplierDocument(tx, scope, assessmentId);
      const question = found(findQuestion(document, questionId));
      // A link reaches one request: what was answered to others is not in it.
      if (scope.boundTo !== null) return { items: [], bound: true };
      await takeSubmissions(tx, scope);
      const candidates = await findCandidates(tx, scope, { assessmentId, question });
      const now = this.clock.now().toISOString();
      return { items: deriveSuggestions(question, candidates, now).map(toResponse), bound: false };
    });
  }

  reconfirmations(scope: Scope, assessmentId: AssessmentId): Promise<ReconfirmationsResponse> {
    return this.work.run(scope, async (tx) => {
      await getSupplierDocument(tx, scope, assessmentId);
      const rows = await tx.query<ReconfirmedRow>(
        `SELECT DISTINCT ON (r.question_key) r.question_key, r.answer_revision, r.by_name, r.at,
           coalesce((SELECT max(s.at) FROM library_sources s WHERE s.organisation_id = $1 AND s.entry_id = r.entry_id
             AND s.at < r.at), e.given_at) AS given_at
         FROM answer_reconfirmations r JOIN library_entries e ON e.organisation_id = $1 AND e.id = r.entry_id
         WHERE r.organisation_id = $1 AND r.assessment_id = $2 ORDER BY r.question_key, r.answer_revision DESC`,
        [scope.organisationId, assessmentId],
      );
      return {
        items: rows.map((row) => ({
          questionId: row.question_key,
          revision: row.answer_revision,
          byName: row.by_name,
          at: row.at.toISOString(),
          givenAt: row.given_at.toISOString(),
        })),
      };
    });
  }
}

function toResponse({
  candidate,
  alikeness,
  fit,
  pieces,
  expired,
}: Suggestion<FoundCandidate>): SuggestionResponse {
  const { row } = candidate;
  const offered = new Set(pieces.map(({ id }) => id));
  return {
    entryId: row.id,
    how: alikeness.how,
    percent: alikeness.percent,
    question: row.question,
    answer: row.answer,
    fitted: fit.fits === true ? fit.answer : null,
    misfit: fit.fits === false ? fit.why : null,
    givenAt: row.given_at.toISOString(),
    source: toSourceResponse(row.source),
    pieces: row.pieces.filter(({ id }) => offered.has(id)).map(toPieceResponse),
    expired,
  };
}
