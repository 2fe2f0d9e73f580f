import { dutyQuestion } from '@probant/shared/incidents/contract-duty';
import type { IncidentFacts, IncidentFile } from '@probant/shared/incidents/incident';
import type { AssessmentId, EngagementId, OrganisationId } from '@probant/shared/ids';
import type { Tx } from '../../platform/database/work.js';
import { FindingEntity } from '../findings/findings.public.js';

/** Where a missing duty to notify can become a finding: beside the answers that were received last. */
export interface DutyFinding {
  readonly assessmentId: AssessmentId | null;
  readonly lastSubmittedAt: string | null;
  readonly stateOf: (file: IncidentFile, facts: IncidentFacts) => 'none' | 'possible' | 'raised';
}

export async function findDutyFinding(
  tx: Tx,
  buyerId: OrganisationId,
  engagementId: EngagementId,
): Promise<DutyFinding> {
  const [last] = await tx.query<{ id: AssessmentId; at: Date; asked: readonly string[] }>(
    `SELECT a.id, s.submitted_at AS at, ARRAY(
         SELECT q ->> 'id' FROM jsonb_array_elements(d.document_text::jsonb -> 'themes') t, jsonb_array_elements(t -> 'questions') q
         WHERE q ->> 'id' IN ('RGP-02', 'EIC-04')) AS asked
       FROM assessments a JOIN submissions s ON s.buyer_id = a.buyer_id AND s.assessment_id = a.id
       JOIN supplier_documents d ON d.buyer_id = a.buyer_id AND d.sha256 = a.document_sha256
      WHERE a.buyer_id = $1 AND a.engagement_id = $2 ORDER BY s.submitted_at DESC, s.id DESC LIMIT 1`,
    [buyerId, engagementId],
  );
  if (last === undefined) return { assessmentId: null, lastSubmittedAt: null, stateOf: () => 'none' };
  const raised = await tx.manager.findBy(FindingEntity, {
    buyerId,
    assessmentId: last.id,
    origin: 'contract',
  });
  return {
    assessmentId: last.id,
    lastSubmittedAt: last.at.toISOString(),
    stateOf: (file, facts) => {
      const question = dutyQuestion(facts);
      if (file.duty.kind !== 'none' || !last.asked.includes(question)) return 'none';
      return raised.some(({ questionId }) => questionId === question) ? 'raised' : 'possible';
    },
  };
}
