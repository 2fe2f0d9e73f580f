import type { AssessmentId, EngagementId } from '@probant/shared/ids';
import type { Admission } from '@probant/shared/obligations/admission';
import {
  announcedChangeKey,
  announcedChangeObligations,
  type AnnouncedChange,
} from '@probant/shared/obligations/announced-changes';
import type { Tx } from '../../platform/database/work.js';
import { lastMarks } from './obligation-rows.js';
import { byEngagement, type ObligationSource, type SourceBatch } from './obligation-source.js';

interface Row {
  readonly engagementId: EngagementId;
  readonly key: string;
  readonly assessmentId: AssessmentId;
  readonly admission: Admission;
}

/** Days that suppliers named in what was filed last of their answers; an admission that names none any more takes its day away. */
export async function listAnnouncedChanges(
  tx: Tx,
  { organisationId, engagements }: SourceBatch,
): Promise<Map<EngagementId, (AnnouncedChange & Pick<Row, 'engagementId'>)[]>> {
  const ids = engagements.map(({ id }) => id);
  const rows = await tx.query<Row>(
    `SELECT DISTINCT ON (r.engagement_id, r.key) r.engagement_id AS "engagementId", r.key, r.admission,
       q.assessment_id AS "assessmentId"
     FROM regulation_admissions r JOIN regulation_questions q ON q.organisation_id = r.organisation_id
       AND q.engagement_id = r.engagement_id AND q.key = r.key
     WHERE r.organisation_id = $1 AND r.engagement_id = ANY($2) ORDER BY r.engagement_id, r.key, r.number DESC`,
    [organisationId, ids],
  );
  if (rows.length === 0) return new Map();
  const marks = await lastMarks(tx, organisationId, ids);
  return byEngagement(
    rows.flatMap(({ engagementId, key, assessmentId, admission: { regulation, changeBy, saidAt } }) =>
      changeBy === null
        ? []
        : [
            {
              ...{ engagementId, key, assessmentId, regulation, changeBy, saidAt },
              mark: marks.get(`${engagementId} ${announcedChangeKey(key)}`) ?? null,
            },
          ],
    ),
  );
}

export const readAnnouncedChanges: ObligationSource = async (tx, batch) => {
  const listed = await listAnnouncedChanges(tx, batch);
  return new Map(
    [...listed].map(([id, changes]) => [
      id,
      { obligations: announcedChangeObligations(changes), againOn: null },
    ]),
  );
};
