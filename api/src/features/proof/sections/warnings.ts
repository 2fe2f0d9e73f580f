import { factsOf, objectOf, toldRows } from '../told-rows.js';

/** Entries of the engagement, or those that went through one of its requests. */
const entries = `warnings x, w WHERE (w.engagement IS NULL OR (x.buyer_id = w.organisation AND x.engagement_id = w.engagement))
  AND (w.whole OR x.assessment_id = ANY (w.assessments))`;

const signed = (person: string, instant: string) =>
  objectOf({ signedByName: `r.${person}_name`, signedAt: `instant_text(r.${instant})` });

/** What each entry says, as its author signed it; its pieces stand in it by hash. */
export const warnings = toldRows({
  side: 'both',
  path: 'warnings/warnings.json',
  title: 'Mises en garde',
  kinds: ['warning-given', 'warning-entered'],
  field: 'warningSha256',
  select: `SELECT r.content_text AS text, ${factsOf({ warningId: 'r.id', subject: 'r.subject' })} AS facts,
    ${signed('written_by', 'written_at')} AS beside
    FROM warnings r WHERE r.id IN (SELECT x.id FROM ${entries}) ORDER BY r.written_at, r.id`,
});

/** What the other side signed of it. */
export const warningDecisions = toldRows({
  side: 'both',
  path: 'warnings/decisions.json',
  title: 'Décisions sur les mises en garde',
  kinds: ['warning-answered'],
  field: 'decisionSha256',
  select: `SELECT r.content_text AS text,
    ${factsOf({ warningId: 'r.warning_id', decisionId: 'r.id', decision: 'r.decision' })} AS facts,
    ${signed('decided_by', 'decided_at')} AS beside
    FROM warning_decisions r WHERE r.warning_id IN (SELECT x.id FROM ${entries}) ORDER BY r.decided_at, r.id`,
});

export const warningConfirmations = toldRows({
  side: 'both',
  path: 'warnings/confirmations.json',
  title: 'Confirmations de mises en garde',
  kinds: ['warning-confirmed'],
  field: 'confirmationSha256',
  select: `SELECT r.content_text AS text, ${factsOf({ warningId: 'r.warning_id' })} AS facts,
    ${signed('confirmed_by', 'confirmed_at')} AS beside
    FROM warning_confirmations r WHERE r.warning_id IN (SELECT x.id FROM ${entries}) ORDER BY r.confirmed_at`,
});

/** Which piece of whose: an entry that names one shows it to both sides. */
export const warningPieces = toldRows({
  side: 'both',
  path: 'warnings/pieces.json',
  title: 'Pièces des mises en garde',
  kinds: ['warning-given', 'warning-entered'],
  field: null,
  by: 'warningId',
  select: `SELECT ${factsOf({ warningId: 'r.id' })} AS facts,
    ${objectOf({ sha256: `p.piece ->> 'sha256'`, name: `p.piece ->> 'name'` })} AS beside,
    ${objectOf({ owner: 'r.author_organisation_id', sha256: `p.piece ->> 'sha256'`, name: `p.piece ->> 'name'` })} AS file
    FROM warnings r CROSS JOIN LATERAL jsonb_array_elements(r.content_text::jsonb -> 'pieces') AS p(piece)
    WHERE r.id IN (SELECT x.id FROM ${entries}) ORDER BY r.written_at, r.id, p.piece ->> 'id'`,
});

/** What a reviewer takes an entry to prove of an answer. */
export const warningGrades = toldRows({
  side: 'buyer',
  path: 'warnings/grades.json',
  title: 'Mises en garde retenues comme preuves',
  kinds: ['warning-graded'],
  field: null,
  by: 'warningId',
  select: `SELECT ${factsOf({
    assessmentId: 'r.assessment_id',
    questionId: 'r.question_key',
    warningId: 'r.warning_id',
    level: 'r.level',
  })} AS facts, ${objectOf({ gradedByName: 'r.graded_by_name', gradedAt: 'instant_text(r.graded_at)' })} AS beside
    FROM warning_proofs r, w WHERE r.organisation_id = w.organisation AND r.assessment_id = ANY (w.assessments)
    ORDER BY r.graded_at, r.question_key`,
});
