import {
  assessmentStatuses,
  acceptsAnswers,
  type AssessmentStatus,
} from '@probant/shared/assessments/lifecycle';

const quoted = (statuses: readonly AssessmentStatus[]): string =>
  statuses.map((status) => `'${status}'`).join(', ');

/** Of an earlier version ($3) of the questionnaire ($2) of an organisation ($1). */
const earlier = `FROM assessments a
  JOIN assessment_frames f ON f.organisation_id = a.buyer_id AND f.assessment_id = a.id
  JOIN questionnaire_versions v ON v.organisation_id = f.organisation_id AND v.id = f.version_id
  WHERE a.buyer_id = $1 AND v.questionnaire_id = $2 AND a.version_number < $3`;

/** Those whose supplier may answer: they can be moved. */
export const running = `${earlier} AND a.status IN (${quoted(assessmentStatuses.filter(acceptsAnswers))})`;

/** Those that are being examined, as they were submitted. */
export const underReview = `${earlier} AND a.status IN (${quoted(['submitted', 'in-review', 'reviewed'])})`;
