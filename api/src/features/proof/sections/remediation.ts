import { findingActs, isTold, tellsReason } from '@probant/shared/findings/lifecycle';
import { factsOf, objectOf, toldRows, type ToldRows } from '../told-rows.js';
import { rowsOfAssessment } from '../proof-section.js';

const kinds: ToldRows['kinds'] = [
  'plan-proposed',
  'plan-agreed',
  'plan-declined',
  'finding-commented',
  'correction-announced',
  'proof-refused',
  'finding-verified',
  'acceptance-asked',
  'risk-accepted',
  'acceptance-refused',
  'acceptance-ended',
  'finding-closed',
  'finding-reopened',
];
const content = `jsonb_build_object('act', r.act, 'side', r.side, 'status', r.status, 'plan', r.plan, 'proposal', r.proposal,
  'acceptedUntil', r.accepted_until, 'reason', r.reason, 'authorName', r.author_name)`;
const facts = factsOf({ assessmentId: 'r.assessment_id', findingId: 'r.finding_id', number: 'r.number' });
const acts = {
  path: 'findings/acts.json',
  title: 'Constats, plans et acceptations',
  kinds,
  field: 'actSha256',
};

export const findingActsOfBuyer = toldRows({
  ...acts,
  side: 'buyer',
  select: `SELECT ${content} AS content, ${facts} AS facts, ${objectOf({ at: 'instant_text(r.at)' })} AS beside
    FROM finding_acts r, w WHERE r.buyer_id = w.organisation AND r.assessment_id = ANY (w.assessments)
      AND r.act <> 'answer-settled' ORDER BY r.finding_id, r.number`,
});

const listed = (wanted: readonly string[]) => wanted.map((act) => `'${act}'`).join(', ');

/** What the supplier was told of; where the reason was for the buyer's eyes the act is there by its hash. */
export const findingActsOfSupplier = toldRows({
  ...acts,
  side: 'supplier',
  select: `SELECT ${content} AS content, r.act NOT IN (${listed(findingActs.filter(tellsReason))}) AS withheld, ${facts} AS facts,
    ${objectOf({ act: 'r.act', side: 'r.side', status: 'r.status', authorName: 'r.author_name', at: 'instant_text(r.at)' })} AS beside
    FROM finding_acts r, w WHERE r.supplier_organisation_id = w.organisation AND r.assessment_id = ANY (w.assessments)
      AND r.act IN (${listed(findingActs.filter(isTold))}) ORDER BY r.finding_id, r.number`,
});

/** The supplier's proofs of a correction, read by both sides. */
export const findingPieces = toldRows({
  side: 'both',
  path: 'findings/pieces.json',
  title: 'Constats, preuves de correction',
  kinds: ['proof-attached'],
  field: 'pieceSha256',
  select: `SELECT r.sha256 AS told, ${objectOf({ owner: 'r.supplier_organisation_id', sha256: 'r.sha256', name: 'r.name' })} AS file,
    ${factsOf({ findingId: 'r.finding_id', evidenceId: 'r.evidence_id', name: 'r.name' })} AS facts,
    ${objectOf({ kind: 'r.kind', datedOn: 'r.dated_on', expiresOn: 'r.expires_on', attachedByName: 'r.attached_by_name', attachedAt: 'instant_text(r.attached_at)' })} AS beside
    FROM finding_pieces r, w WHERE r.assessment_id = ANY (w.assessments) ORDER BY r.attached_at, r.evidence_id`,
});

/** On what evidence a correction was taken as verified. */
export const verifications = toldRows({
  side: 'buyer',
  path: 'findings/verifications.json',
  title: 'Constats, vérifications',
  kinds: ['verification-kept'],
  field: 'verificationSha256',
  select: `SELECT jsonb_build_object('value', r.value, 'level', r.level, 'datedOn', r.dated_on, 'onAnswerSha256', r.on_answer_sha256) AS content,
    ${factsOf({ assessmentId: 'r.assessment_id', questionId: 'r.question_key', findingId: 'r.finding_id', number: 'r.number' })} AS facts,
    ${objectOf({ verifiedByName: 'r.verified_by_name', at: 'instant_text(r.at)', endedAt: 'instant_text(r.ended_at)' })} AS beside
    FROM finding_verifications r, w WHERE r.organisation_id = w.organisation AND r.assessment_id = ANY (w.assessments)
    ORDER BY r.finding_id, r.number`,
});

/** Who asked for a risk to be accepted, and who decided; their reasons stand in the acts as well. */
export const acceptances = rowsOfAssessment(
  'buyer',
  'acceptances.json',
  'Risques acceptés',
  `SELECT r.finding_id, r.number, r.reason, r.until, r.asked_by_name, r.asked_at, r.decision, r.decision_reason, r.decided_by_name,
     r.decided_at FROM finding_acceptances r JOIN findings f ON f.buyer_id = r.organisation_id AND f.id = r.finding_id
   WHERE f.assessment_id = $1 ORDER BY r.asked_at, r.finding_id`,
);
