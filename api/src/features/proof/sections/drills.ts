import { factsOf, objectOf, toldRows } from '../told-rows.js';

/** Drills of the engagement, or those whose record went through one of its requests. */
const drills = `SELECT d.id, d.authorisation_id FROM drills d, w WHERE d.organisation_id = w.organisation
  AND d.engagement_id = w.engagement AND (w.whole OR EXISTS (SELECT 1 FROM drill_records x WHERE x.buyer_id = d.organisation_id
    AND x.drill_id = d.id AND x.assessment_id = ANY (w.assessments)))`;
const authorisations = `r.organisation_id = w.organisation AND r.engagement_id = w.engagement
  AND (w.whole OR r.id IN (SELECT d.authorisation_id FROM (${drills}) d))`;

/** No drop without it. */
export const drillAuthorisations = toldRows({
  side: 'buyer',
  path: 'drills/authorisations.json',
  title: 'Exercices EICAR, autorisations',
  kinds: ['drill-authorised'],
  field: 'authorisationSha256',
  select: `SELECT jsonb_build_object('reference', r.reference, 'signatory', r.signatory, 'perimeter', r.perimeter,
      'validFrom', to_char(r.valid_from, 'YYYY-MM-DD'), 'validUntil', to_char(r.valid_until, 'YYYY-MM-DD'),
      'fileSha256', r.file_sha256) AS content,
    ${objectOf({ owner: 'r.organisation_id', sha256: 'r.file_sha256', name: 'r.file_name' })} AS file,
    ${factsOf({ engagementId: 'r.engagement_id', authorisationId: 'r.id', reference: 'r.reference' })} AS facts,
    ${objectOf({ fileName: 'r.file_name', recordedByName: 'r.recorded_by_name', recordedAt: 'instant_text(r.recorded_at)' })} AS beside
    FROM drill_authorisations r, w WHERE ${authorisations} ORDER BY r.recorded_at, r.id`,
});

export const drillWithdrawals = toldRows({
  side: 'buyer',
  path: 'drills/withdrawals.json',
  title: 'Exercices EICAR, retraits d’autorisation',
  kinds: ['drill-authorisation-withdrawn'],
  field: null,
  by: 'authorisationId',
  select: `SELECT ${factsOf({ authorisationId: 'v.authorisation_id', withdrawnOn: 'v.withdrawn_on', reason: 'v.reason' })} AS facts,
    ${objectOf({ withdrawnByName: 'v.withdrawn_by_name', withdrawnAt: 'instant_text(v.withdrawn_at)' })} AS beside
    FROM drill_authorisation_withdrawals v JOIN drill_authorisations r
      ON r.organisation_id = v.organisation_id AND r.id = v.authorisation_id, w
    WHERE ${authorisations} ORDER BY v.withdrawn_at`,
});

export const drillPlans = toldRows({
  side: 'buyer',
  path: 'drills/plans.json',
  title: 'Exercices EICAR, programmes',
  kinds: ['drill-planned'],
  field: 'planSha256',
  select: `SELECT r.drops AS content, ${factsOf({ engagementId: 'r.engagement_id', revision: 'r.revision' })} AS facts,
    ${objectOf({ plannedByName: 'r.planned_by_name', plannedAt: 'instant_text(r.planned_at)' })} AS beside
    FROM drill_plans r, w WHERE r.organisation_id = w.organisation AND r.engagement_id = w.engagement AND w.whole
    ORDER BY r.revision`,
});

export const drillHeads = toldRows({
  side: 'buyer',
  path: 'drills/drills.json',
  title: 'Exercices EICAR, délais attendus',
  kinds: ['drill-opened', 'drill-changed'],
  field: 'headSha256',
  select: `SELECT r.head AS content, ${factsOf({ engagementId: 'r.engagement_id', drillId: 'r.id' })} AS facts,
    ${objectOf({ openedByName: 'r.opened_by_name', openedAt: 'instant_text(r.opened_at)', recorded: 'r.recorded' })} AS beside
    FROM drills r, w WHERE r.organisation_id = w.organisation AND r.id IN (SELECT d.id FROM (${drills}) d)
    ORDER BY r.opened_at, r.id`,
});

/** Each drop with its tickets. */
export const drillDrops = toldRows({
  side: 'buyer',
  path: 'drills/drops.json',
  title: 'Exercices EICAR, dépôts et tickets',
  kinds: ['drill-drop-recorded'],
  field: 'dropSha256',
  select: `SELECT r.content, ${factsOf({ drillId: 'r.drill_id', dropId: 'r.id', droppedOn: 'r.dropped_on' })} AS facts,
    ${objectOf({ revision: 'r.revision', recordedByName: 'r.recorded_by_name', recordedAt: 'instant_text(r.recorded_at)' })} AS beside
    FROM drill_drops r, w WHERE r.organisation_id = w.organisation AND r.drill_id IN (SELECT d.id FROM (${drills}) d)
    ORDER BY r.dropped_on, r.id`,
});

const records = `(w.engagement IS NULL OR (r.buyer_id = w.organisation AND r.engagement_id = w.engagement))
  AND (w.whole OR r.assessment_id = ANY (w.assessments))`;

/** The record with its measures, as both sides read it. */
export const drillRecords = toldRows({
  side: 'both',
  path: 'drills/records.json',
  title: 'Exercices EICAR, procès-verbaux et mesures',
  kinds: ['drill-recorded'],
  field: 'recordSha256',
  select: `SELECT r.record_text AS text, ${factsOf({ recordId: 'r.id', number: 'r.number' })} AS facts,
    ${objectOf({ recordedByName: 'r.recorded_by_name', recordedAt: 'instant_text(r.recorded_at)' })} AS beside
    FROM drill_records r, w WHERE ${records} ORDER BY r.recorded_at, r.id`,
});

export const drillReplies = toldRows({
  side: 'both',
  path: 'drills/replies.json',
  title: 'Exercices EICAR, contresignatures et contestations',
  kinds: ['drill-replied'],
  field: 'replySha256',
  select: `SELECT jsonb_build_object('stance', p.stance, 'reason', p.reason) AS content,
    ${factsOf({ recordId: 'p.record_id', replyId: 'p.id', stance: 'p.stance' })} AS facts,
    ${objectOf({ repliedByName: 'p.replied_by_name', repliedAt: 'instant_text(p.replied_at)' })} AS beside
    FROM drill_replies p JOIN drill_records r ON r.buyer_id = p.buyer_id AND r.id = p.record_id, w
    WHERE ${records} ORDER BY p.replied_at, p.id`,
});

/** What a reviewer took as measured proof of an answer. */
export const drillMeasures = toldRows({
  side: 'buyer',
  path: 'drills/measures.json',
  title: 'Exercices EICAR, mesures retenues comme preuves',
  kinds: ['measure-confirmed'],
  field: null,
  by: 'sourceId',
  select: `SELECT ${factsOf({
    assessmentId: 'r.assessment_id',
    questionId: 'r.question_key',
    sourceId: 'r.source_id',
    level: 'r.level',
    measuredOn: 'r.measured_on',
  })} AS facts,
    ${objectOf({ value: 'r.value', confirmedByName: 'r.confirmed_by_name', confirmedAt: 'instant_text(r.confirmed_at)' })} AS beside
    FROM measured_proofs r, w WHERE r.organisation_id = w.organisation AND r.assessment_id = ANY (w.assessments)
    ORDER BY r.confirmed_at, r.question_key`,
});
