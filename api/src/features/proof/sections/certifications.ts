import { factsOf, objectOf, toldRows } from '../told-rows.js';

const ofEngagement = 'r.organisation_id = w.organisation AND r.engagement_id = w.engagement';

/** Who performs what, each time it was stated. */
export const certificationChains = toldRows({
  side: 'buyer',
  path: 'certification/chains.json',
  title: 'Chaîne de certification',
  kinds: ['certification-chain-stated'],
  field: 'chainSha256',
  select: `SELECT r.chain AS content, ${factsOf({ engagementId: 'r.engagement_id', revision: 'r.revision' })} AS facts,
    ${objectOf({ statedByName: 'r.stated_by_name', statedAt: 'instant_text(r.stated_at)' })} AS beside
    FROM certification_chains r, w WHERE ${ofEngagement} ORDER BY r.revision`,
});

/** Of the companies of the chain. One that was changed since is told of by the events that changed it. */
export const certificates = toldRows({
  side: 'buyer',
  path: 'certification/certificates.json',
  title: 'Certificats des entreprises de la chaîne',
  kinds: ['certificate-recorded', 'certificate-changed', 'certificate-lost'],
  field: null,
  by: 'certificateId',
  select: `SELECT CASE WHEN r.revision = 1 AND r.lost_on IS NULL THEN ${factsOf({
    certificateId: 'r.id',
    certificateKind: 'r.kind',
    number: 'r.number',
    body: 'r.body',
    activities: 'to_jsonb(r.activities)',
    sites: 'to_jsonb(r.sites)',
    validFrom: 'r.valid_from',
    validUntil: 'r.valid_until',
  })} ELSE ${factsOf({ certificateId: 'r.id', number: 'r.number' })} END AS facts,
    ${objectOf({
      kind: 'r.kind',
      body: 'r.body',
      activities: 'to_jsonb(r.activities)',
      sites: 'to_jsonb(r.sites)',
      validFrom: 'r.valid_from',
      validUntil: 'r.valid_until',
      lostOn: 'r.lost_on',
      lossCause: 'r.loss_cause',
    })} AS beside
    FROM certificates r, w WHERE r.organisation_id = w.organisation AND EXISTS (SELECT 1 FROM certification_chains c
      WHERE c.organisation_id = w.organisation AND c.engagement_id = w.engagement
        AND strpos(c.chain::text, coalesce(r.supplier_id, r.subcontractor_id)::text) > 0)
    ORDER BY r.created_at, r.id`,
});

export const lossProcedures = toldRows({
  side: 'buyer',
  path: 'certification/loss-procedures.json',
  title: 'Pertes de certificat, procédures ouvertes',
  kinds: ['loss-procedure-opened'],
  field: null,
  by: 'procedureId',
  select: `SELECT ${factsOf({
    engagementId: 'r.engagement_id',
    procedureId: 'r.id',
    certificateId: 'r.certificate_id',
    cause: 'r.cause',
    lostOn: 'r.lost_on',
  })} AS facts, ${objectOf({ openedAt: 'instant_text(r.opened_at)' })} AS beside
    FROM loss_procedures r, w WHERE ${ofEngagement} ORDER BY r.opened_at, r.id`,
});

export const lossSteps = toldRows({
  side: 'buyer',
  path: 'certification/loss-steps.json',
  title: 'Pertes de certificat, étapes',
  kinds: ['loss-procedure-moved'],
  field: null,
  by: 'procedureId',
  select: `SELECT ${factsOf({ procedureId: 's.procedure_id', step: 's.step', doneOn: 's.done_on', note: 's.note' })} AS facts,
    ${objectOf({ recordedByName: 's.recorded_by_name', recordedAt: 'instant_text(s.recorded_at)' })} AS beside
    FROM loss_procedure_steps s JOIN loss_procedures r ON r.organisation_id = s.organisation_id AND r.id = s.procedure_id, w
    WHERE ${ofEngagement} ORDER BY s.recorded_at, s.step`,
});
