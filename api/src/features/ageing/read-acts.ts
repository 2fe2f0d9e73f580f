import { scoreActKinds, type ScoreAct } from '@probant/shared/ageing/score-act';
import type { AnswerReview } from '@probant/shared/assessments/score-inputs';
import type { EventOf } from '@probant/shared/audit/events';
import type { AssessmentId, OrganisationId, SnapshotId } from '@probant/shared/ids';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { AnswerValue } from '@probant/shared/questionnaires/document';
import type { Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import type { KnownSubmission, SnapshotRow } from './read-rows.js';

type TellingEvent = EventOf<(typeof scoreActKinds)[number]>;

interface EventRow {
  readonly chain_id: AssessmentId;
  readonly at: string;
  readonly text: string;
}

interface Known {
  readonly ids: readonly AssessmentId[];
  readonly submissions: readonly KnownSubmission[];
  readonly snapshots: readonly SnapshotRow[];
}

/** Everything that was done to the scores of these assessments, in the order of their chains. */
export async function readActs(
  tx: Tx,
  organisationId: OrganisationId,
  { ids, submissions, snapshots }: Known,
): Promise<ScoreAct[]> {
  const rows = await tx.query<EventRow>(
    `SELECT chain_id, instant_text(at) AS at, text FROM events
     WHERE organisation_id = $1 AND chain_id = ANY ($2) AND kind = ANY ($3) ORDER BY at, chain_id, sequence`,
    [organisationId, ids, scoreActKinds],
  );
  const overrides = await readOverrides(tx, organisationId, ids);
  const kept = new Map(snapshots.map((row) => [row.id, row]));
  const told = rows.flatMap(({ chain_id, at, text }) =>
    // Written by the one function that appends events, as the canonical text of one.
    toAct(JSON.parse(text) as TellingEvent, { assessmentId: chain_id, at }, kept, overrides),
  );
  const known = new Set(told.flatMap((act) => ('submissionId' in act ? [act.submissionId] : [])));
  const others: ScoreAct[] = [
    ...submissions
      .filter(({ id }) => !known.has(id))
      .map(({ id, assessmentId, submission }): ScoreAct => ({
        kind: 'submitted',
        at: submission.submittedAt,
        assessmentId,
        submissionId: id,
      })),
    ...elsewhere(snapshots, ids),
  ];
  return others.length === 0
    ? told
    : [...told, ...others].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** A change of profile while another assessment of the engagement counted changes what this one is scored with as well. */
function elsewhere(snapshots: readonly SnapshotRow[], ids: readonly AssessmentId[]): ScoreAct[] {
  const [own] = ids;
  if (own === undefined) return [];
  return snapshots.flatMap((row): ScoreAct[] =>
    ids.includes(row.assessment_id) || row.cause !== 'profile-changed'
      ? []
      : [{ kind: 'profile-chosen', at: row.at.toISOString(), assessmentId: own, profileId: row.profile_id }],
  );
}

type Overrides = ReadonlyMap<string, AnswerReview['override']>;

function toAct(
  event: TellingEvent,
  place: Pick<ScoreAct, 'assessmentId' | 'at'>,
  kept: ReadonlyMap<SnapshotId, SnapshotRow>,
  overrides: Overrides,
): ScoreAct[] {
  switch (event.kind) {
    case 'answer-overridden': {
      const { questionId, answerSha256 } = event;
      const override =
        event.override ?? overrides.get(overrideKey(place.assessmentId, questionId, answerSha256));
      return [{ ...place, kind: event.kind, questionId, ...(override === undefined ? {} : { override }) }];
    }
    case 'score-kept': {
      const row = kept.get(event.snapshotId);
      if (row === undefined) return [];
      const { id: snapshotId, cause: moment, submission_id: submissionId, profile_id: profileId } = row;
      return [{ ...place, kind: event.kind, snapshotId, moment, submissionId, profileId }];
    }
    default:
      return [{ ...event, ...place }];
  }
}

/** What stands in the place of answers today: events from before they told it hold the hash of the same. */
async function readOverrides(
  tx: Tx,
  organisationId: OrganisationId,
  ids: readonly AssessmentId[],
): Promise<Overrides> {
  const rows = await tx.query<{
    assessment_id: AssessmentId;
    question_key: string;
    override_state: 'answered' | 'refused';
    override_value: AnswerValue | null;
  }>(
    `SELECT assessment_id, question_key, override_state, override_value FROM answer_reviews
     WHERE organisation_id = $1 AND assessment_id = ANY ($2) AND override_state IS NOT NULL`,
    [organisationId, ids],
  );
  return new Map(
    rows.map(({ assessment_id, question_key, override_state, override_value }) => {
      const override: NonNullable<AnswerReview['override']> =
        override_state === 'answered' && override_value !== null
          ? { state: 'answered', value: override_value }
          : { state: 'refused' };
      return [overrideKey(assessment_id, question_key, sha256(canonicalJson(override))), override];
    }),
  );
}

function overrideKey(...parts: readonly string[]): string {
  return parts.join(' ');
}
