import { jsonPart, rowsOfAssessment, type ProofSection } from '../proof-section.js';

/** What both sides see of a request. */
export const requests = rowsOfAssessment(
  'both',
  'assessment.json',
  'Demande d’évaluation',
  `SELECT id, title, buyer_name, status, status_at, due_on, message, sent_at, questionnaire_code, questionnaire_title,
     version_number, version_sha256, document_sha256, submissions FROM assessments WHERE id = $1`,
);

export const frames = rowsOfAssessment(
  'buyer',
  'frame.json',
  'Contexte figé à l’envoi',
  `SELECT supplier_name, engagement_name, context, salt, tier, points, version_id FROM assessment_frames WHERE assessment_id = $1`,
);

export const pieceRecords = rowsOfAssessment(
  'both',
  'pieces.json',
  'Registre des pièces remises',
  `SELECT s.number AS submission, p.evidence_id, p.sha256, p.name, p.kind, p.media_type, p.bytes, p.scan_engine,
     p.scan_partial, p.dated_on, p.expires_on, p.uploaded_at, p.question_keys
   FROM submission_pieces p JOIN submissions s ON s.buyer_id = p.buyer_id AND s.id = p.submission_id
   WHERE p.assessment_id = $1 ORDER BY s.number, p.evidence_id`,
);

export const reviews = rowsOfAssessment(
  'buyer',
  'reviews.json',
  'Revue des réponses',
  `SELECT * FROM answer_reviews WHERE assessment_id = $1 ORDER BY question_key`,
);

export const verdicts = rowsOfAssessment(
  'buyer',
  'verdicts.json',
  'Examen des pièces',
  `SELECT * FROM evidence_reviews WHERE assessment_id = $1 ORDER BY question_key, evidence_id`,
);

export const findings = rowsOfAssessment(
  'buyer',
  'findings.json',
  'Constats',
  `SELECT * FROM findings WHERE assessment_id = $1 ORDER BY raised_at, id`,
);

export const sharedFindings = rowsOfAssessment(
  'supplier',
  'findings.json',
  'Constats partagés',
  `SELECT id, question_key, severity, status, text, fix, closing_reason, shared_at, raised_at, closed_at FROM findings
   WHERE assessment_id = $1 AND shared_at IS NOT NULL ORDER BY raised_at, id`,
);

export const toldReviews = rowsOfAssessment(
  'both',
  'told-reviews.json',
  'Ce qui a été dit de la revue',
  `SELECT id, submission_number, reviews, improvements, at FROM review_notices WHERE assessment_id = $1 ORDER BY at, id`,
);

/** The engagement as it stands; in its own file alone. */
export const engagement: ProofSection = {
  side: 'buyer',
  gather: async function* ({ kind, organisationId, engagementId, read }) {
    if (kind !== 'engagement') return;
    const [own] = await read<{ row: object }>(
      'SELECT to_jsonb(r) AS row FROM engagements r WHERE r.organisation_id = $1 AND r.id = $2',
      [organisationId, engagementId],
    );
    if (own !== undefined) yield jsonPart('engagement/engagement.json', 'Prestation', own.row);
  },
};
