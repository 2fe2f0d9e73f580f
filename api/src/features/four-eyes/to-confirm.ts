import { acceptsConfirmation } from '@probant/shared/assessments/four-eyes';
import { assessmentStatuses } from '@probant/shared/assessments/lifecycle';

const confirmable = assessmentStatuses.filter(acceptsConfirmation);

/** In SQL over the assessment `a`: something in it may still be confirmed. */
export const isConfirmable = `a.status IN (${confirmable.map((status) => `'${status}'`).join(', ')})`;

/**
 * In SQL over the assessment `a` and its last submission `s`: how many acceptances of others wait for a second pair of eyes, and
 * since when; none where no rule asks for it.
 */
export function toConfirm(me: string): string {
  return `SELECT count(*)::int AS to_confirm, min(c.at) AS since FROM (
    SELECT v.updated_at AS at FROM evidence_reviews v JOIN submission_pieces p ON p.buyer_id = v.organisation_id
      AND p.submission_id = s.id AND p.evidence_id = v.evidence_id AND v.question_key = ANY (p.question_keys)
    WHERE v.organisation_id = a.buyer_id AND v.assessment_id = a.id AND v.verdict = 'accepted' AND v.confirmed_by IS NULL
      AND v.updated_by <> ${me}
    UNION ALL
    SELECT v.updated_at FROM answer_reviews v WHERE v.organisation_id = a.buyer_id AND v.assessment_id = a.id
      AND v.na_decision = 'accepted' AND v.na_stands AND v.na_confirmed_by IS NULL AND v.na_decided_by <> ${me}) c
    WHERE EXISTS (SELECT 1 FROM four_eyes_rules r
      WHERE r.organisation_id = a.buyer_id AND r.questionnaire_code IN ('', a.questionnaire_code))`;
}
