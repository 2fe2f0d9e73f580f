import { Injectable } from '@nestjs/common';
import { acceptsReview, assessmentStatuses } from '@probant/shared/assessments/lifecycle';
import { fieldRefusal } from '@probant/shared/decision';
import type { AssessmentId, EvidenceId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import { PieceReviews } from '../reviews/reviews.public.js';
import type {
  AcceptedPlacesResponse,
  AcceptIdenticalRequest,
  AcceptPlaceRequest,
  IdenticalPiecesResponse,
  IdenticalPlaceResponse,
} from './review-queue.dto.js';

const piecesShown = 50;
const waiting = assessmentStatuses.filter(acceptsReview);

interface PlaceRow extends IdenticalPlaceResponse {
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
}

interface PieceToJudge {
  readonly assessmentId: AssessmentId;
  readonly evidenceId: EvidenceId;
  readonly questionIds: readonly string[];
}

/** The same file in several places of what waits for review: looked at once, accepted in each. */
@Injectable()
export class IdenticalPieces {
  constructor(
    private readonly work: Work,
    private readonly reviews: PieceReviews,
  ) {}

  list(scope: Scope): Promise<IdenticalPiecesResponse> {
    return this.work.run(scope, async (tx) => {
      const repeated = await tx.query<{ sha256: string; places: number }>(
        `SELECT p.sha256, count(*)::int AS places ${unexamined} GROUP BY p.sha256 HAVING count(*) > 1
         ORDER BY count(*) DESC, p.sha256`,
        [scope.organisationId, waiting],
      );
      const shown = repeated.slice(0, piecesShown).map(({ sha256 }) => sha256);
      const places = await readPlaces(tx, scope, shown);
      const items = shown.flatMap((sha256) => {
        const here = places.filter((place) => place.sha256 === sha256);
        const [first] = here;
        if (first === undefined) return [];
        const { name, mediaType, bytes } = first;
        const assessments = new Set(here.map(({ assessmentId }) => assessmentId)).size;
        return [{ sha256, name, mediaType, bytes, assessments, places: here.map(toPlace) }];
      });
      return { items, total: repeated.length };
    });
  }

  /** All of them or none: each is judged, and told in its chain, as if it were the only one. */
  accept(
    scope: Scope,
    { sha256, level, note, places }: AcceptIdenticalRequest,
  ): Promise<AcceptedPlacesResponse> {
    return this.work.run(scope, async (tx) => {
      const waitingHere = await readPlaces(tx, scope, [sha256]);
      const isHere = (one: AcceptPlaceRequest): boolean => waitingHere.some((place) => isSame(place, one));
      const errors = places.flatMap((place, index) => {
        if (places.findIndex((one) => isSame(one, place)) !== index)
          return [fieldRefusal(`/places/${index}`, 'duplicate')];
        return isHere(place) ? [] : [fieldRefusal(`/places/${index}`, 'unknown-reference')];
      });
      if (errors.length > 0) fail('invalid-input', { errors });
      for (const { assessmentId, evidenceId, questionIds } of byPiece(places)) {
        const questions = questionIds.map((questionId) => ({ questionId, revision: 0 }));
        const judged = { questions, verdict: 'accepted', level, note } as const;
        await this.reviews.judgeWithin(tx, scope, { assessmentId, evidenceId }, judged);
      }
      return { accepted: places.length, assessments: new Set(places.map((one) => one.assessmentId)).size };
    });
  }
}

const unexamined = `FROM assessments a
  JOIN submissions s ON s.buyer_id = a.buyer_id AND s.assessment_id = a.id AND s.number = a.submissions
  JOIN submission_pieces p ON p.buyer_id = s.buyer_id AND p.submission_id = s.id
  CROSS JOIN LATERAL unnest(p.question_keys) AS q(key)
  WHERE a.buyer_id = $1 AND a.status = ANY ($2) AND NOT EXISTS (SELECT 1 FROM evidence_reviews v
    WHERE v.organisation_id = a.buyer_id AND v.assessment_id = a.id AND v.question_key = q.key
      AND v.evidence_id = p.evidence_id)`;

function readPlaces(tx: Tx, { organisationId }: Scope, hashes: readonly string[]): Promise<PlaceRow[]> {
  return tx.query<PlaceRow>(
    `SELECT x.*, f.supplier_name AS "supplierName", f.engagement_name AS "engagementName" FROM (
       SELECT a.buyer_id, p.sha256, a.id AS "assessmentId", s.id AS "submissionId", p.evidence_id AS "evidenceId",
         q.key AS "questionId", p.name, p.media_type AS "mediaType", p.bytes::int AS bytes,
         p.dated_on::text AS "datedOn", p.expires_on::text AS "expiresOn" ${unexamined} AND p.sha256 = ANY ($3)) x
     JOIN assessment_frames f ON f.organisation_id = x.buyer_id AND f.assessment_id = x."assessmentId"
     ORDER BY f.supplier_name, x."assessmentId", x."evidenceId", x."questionId"`,
    [organisationId, waiting, hashes],
  );
}

/** In one order for everybody, so that two who accept at the same time wait for each other and never in a ring. */
function byPiece(places: readonly AcceptPlaceRequest[]): PieceToJudge[] {
  const pieces = new Map<string, PieceToJudge>();
  for (const { assessmentId, evidenceId, questionId } of places) {
    const key = `${assessmentId} ${evidenceId}`;
    const questionIds = [...(pieces.get(key)?.questionIds ?? []), questionId];
    // Found among the rows of the database just now.
    pieces.set(key, {
      assessmentId: assessmentId as AssessmentId,
      evidenceId: evidenceId as EvidenceId,
      questionIds,
    });
  }
  return [...pieces].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, piece]) => piece);
}

function isSame(one: AcceptPlaceRequest, other: AcceptPlaceRequest): boolean {
  return (
    one.assessmentId === other.assessmentId &&
    one.evidenceId === other.evidenceId &&
    one.questionId === other.questionId
  );
}

function toPlace(row: PlaceRow): IdenticalPlaceResponse {
  const { assessmentId, submissionId, evidenceId, questionId, supplierName, engagementName } = row;
  const { name, datedOn, expiresOn } = row;
  return {
    ...{ assessmentId, submissionId, evidenceId, questionId, supplierName, engagementName },
    ...{ name, datedOn, expiresOn },
  };
}
