import { factsOf, objectOf, toldRows } from '../told-rows.js';

export const threads = toldRows({
  side: 'both',
  path: 'exchanges/clarifications.json',
  title: 'Échanges',
  kinds: ['clarification-asked', 'clarification-answered'],
  field: 'messageSha256',
  select: `SELECT r.body AS text,
    ${factsOf({ assessmentId: 'r.assessment_id', questionId: 'r.question_key', clarificationId: 'r.id' })} AS facts,
    ${objectOf({ authorOrganisationId: 'r.author_organisation_id', authorName: 'r.author_name', at: 'instant_text(r.at)' })} AS beside
    FROM clarifications r, w WHERE r.assessment_id = ANY (w.assessments) ORDER BY r.at, r.id`,
});

export const decisions = toldRows({
  side: 'buyer',
  path: 'decisions/decisions.json',
  title: 'Décisions',
  kinds: ['decided'],
  field: null,
  by: 'snapshotId',
  select: `SELECT ${factsOf({
    assessmentId: 'r.assessment_id',
    snapshotId: 'r.snapshot_id',
    outcome: 'r.outcome',
    reason: 'r.reason',
    ruleId: 'r.rule_id',
    ruleMet: 'r.rule_met',
    departure: "nullif(r.departure, '')",
  })} AS facts, to_jsonb(r) AS beside
    FROM decisions r, w WHERE r.organisation_id = w.organisation AND r.assessment_id = ANY (w.assessments) ORDER BY r.at, r.id`,
});

/** What was set beforehand for the assessment, its campaign or its version: every rule, also those that others took the place of. */
export const decisionRules = toldRows({
  side: 'buyer',
  path: 'decisions/rules.json',
  title: 'Règles de décision fixées d’avance',
  kinds: ['decision-rule-recorded'],
  field: 'ruleSha256',
  select: `SELECT r.rule_text AS text, ${factsOf({
    ruleId: 'r.id',
    subject: 'r.subject',
    subjectId: 'coalesce(r.assessment_id, r.campaign_id, r.version_id)',
  })} AS facts, ${objectOf({ recordedByName: 'r.recorded_by_name', recordedAt: 'instant_text(r.recorded_at)' })} AS beside
    FROM decision_rules r, w WHERE r.organisation_id = w.organisation AND (r.assessment_id = ANY (w.assessments)
      OR r.campaign_id IN (SELECT a.campaign_id FROM assessments a WHERE a.buyer_id = w.organisation AND a.id = ANY (w.assessments))
      OR r.version_id IN (SELECT f.version_id FROM assessment_frames f
        WHERE f.organisation_id = w.organisation AND f.assessment_id = ANY (w.assessments)))
    ORDER BY r.recorded_at, r.id`,
});

/** What the supplier was told of them. */
export const toldDecisions = toldRows({
  side: 'both',
  path: 'decisions/told.json',
  title: 'Décisions communiquées',
  kinds: ['decision-told'],
  field: 'noticeSha256',
  select: `SELECT jsonb_build_object('outcome', r.outcome, 'conditions', r.conditions, 'message', r.message, 'grade', r.grade,
      'knockoutReasons', r.knockout_reasons) AS content,
    ${factsOf({ assessmentId: 'r.assessment_id', outcome: 'r.outcome' })} AS facts, ${objectOf({ at: 'instant_text(r.at)' })} AS beside
    FROM decision_notices r, w WHERE r.assessment_id = ANY (w.assessments) ORDER BY r.at`,
});

/** Every estimate of what the engagement may cost, with its scenarios; in its own file alone. */
export const exposures = toldRows({
  side: 'buyer',
  path: 'engagement/exposure.json',
  title: 'Exposition estimée et scénarios',
  kinds: ['exposure-stated'],
  field: 'statementSha256',
  select: `SELECT r.statement AS content, ${factsOf({ engagementId: 'r.engagement_id', revision: 'r.revision' })} AS facts,
    ${objectOf({ statedByName: 'r.stated_by_name', statedAt: 'instant_text(r.stated_at)' })} AS beside
    FROM exposure_statements r, w WHERE r.organisation_id = w.organisation AND r.engagement_id = w.engagement AND w.whole
    ORDER BY r.revision`,
});

/** What the supplier itself wrote that it has to change because of a text. */
export const admissions = toldRows({
  side: 'buyer',
  path: 'engagement/admissions.json',
  title: 'Reconnaissances du fournisseur sur les textes',
  kinds: ['regulation-admission-filed'],
  field: 'admissionSha256',
  select: `SELECT r.admission AS content, ${factsOf({ engagementId: 'r.engagement_id', obligationKey: 'r.key', number: 'r.number' })} AS facts,
    ${objectOf({ filedByName: 'r.filed_by_name', filedAt: 'instant_text(r.filed_at)' })} AS beside
    FROM regulation_admissions r, w WHERE r.organisation_id = w.organisation AND r.engagement_id = w.engagement
    ORDER BY r.key, r.number`,
});
