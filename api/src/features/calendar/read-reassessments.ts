import type { DrillRecord } from '@probant/shared/drills/record';
import type { CertificationChain } from '@probant/shared/certifications/chain';
import type { CheckReading } from '@probant/shared/checks/check';
import type { EngagementId } from '@probant/shared/ids';
import type { FoundObligations } from '@probant/shared/obligations/obligation';
import { announcedChangeEvents } from '@probant/shared/obligations/announced-changes';
import {
  bodaccEvents,
  certificateEvents,
  drillEvents,
  incidentEvents,
  proposeReassessments,
  regulationEvents,
  subcontractorEvents,
} from '@probant/shared/obligations/reassessments';
import { patchReportEvents } from '@probant/shared/obligations/patch-reports';
import type { Tx } from '../../platform/database/work.js';
import { listPatchReports } from '../patch-reports/patch-reports.public.js';
import { listDatedIncidents } from '../incidents/incidents.public.js';
import { byEngagement, type ObligationSource, type SourceBatch } from './obligation-source.js';
import { listAnnouncedChanges } from './read-announced-changes.js';
import { listDatedCertificates } from './read-certificate-dates.js';

interface Of {
  readonly engagementId: EngagementId;
}

/** What happened since the supplier answered, after which it is to be asked again. What was never answered has none. */
export const readReassessments: ObligationSource = async (tx, batch) => {
  const submitted = byEngagement(await listSubmissions(tx, batch));
  const engagements = batch.engagements.filter(({ id }) => submitted.has(id));
  if (engagements.length === 0) return new Map();
  const answered = { ...batch, engagements };
  const certificates = await listDatedCertificates(tx, answered);
  const announced = await listAnnouncedChanges(tx, answered);
  const chains = byEngagement(await listChains(tx, answered));
  const seen = byEngagement(await listAnnouncements(tx, answered));
  const drills = byEngagement(await listDrills(tx, answered));
  const reports = byEngagement(await listPatchReports(tx, answered));
  const ids = engagements.map(({ id }) => id);
  const incidents = byEngagement(await listDatedIncidents(tx, batch.organisationId, ids));
  return new Map(
    engagements.map(({ id, healthData }): [EngagementId, FoundObligations] => [
      id,
      proposeReassessments(
        [
          certificateEvents(certificates.get(id) ?? [], batch.today),
          regulationEvents(healthData, batch.today),
          announcedChangeEvents(announced.get(id) ?? [], batch.today),
          {
            events: [
              ...subcontractorEvents(chains.get(id) ?? []),
              ...bodaccEvents(seen.get(id) ?? []),
              ...drillEvents(drills.get(id) ?? []),
              ...patchReportEvents(reports.get(id) ?? []),
              ...incidentEvents(incidents.get(id) ?? []),
            ],
            againOn: null,
          },
        ],
        (submitted.get(id) ?? []).map(({ at }) => at.getTime()),
      ),
    ]),
  );
};

function listSubmissions(
  tx: Tx,
  { organisationId, engagements }: SourceBatch,
): Promise<(Of & { readonly at: Date })[]> {
  return tx.query(
    `SELECT a.engagement_id AS "engagementId", s.submitted_at AS at FROM assessments a
     JOIN submissions s ON s.buyer_id = a.buyer_id AND s.assessment_id = a.id
     WHERE a.buyer_id = $1 AND a.engagement_id = ANY($2)`,
    [organisationId, engagements.map(({ id }) => id)],
  );
}

async function listChains(tx: Tx, { organisationId, engagements }: SourceBatch) {
  const rows = await tx.query<
    Of & { readonly revision: number; readonly chain: CertificationChain; readonly statedAt: Date }
  >(
    `SELECT engagement_id AS "engagementId", revision, chain, stated_at AS "statedAt" FROM certification_chains
     WHERE organisation_id = $1 AND engagement_id = ANY($2)`,
    [organisationId, engagements.map(({ id }) => id)],
  );
  return rows.map(({ engagementId, revision, chain: { holderId, actors }, statedAt }) => ({
    ...{ engagementId, revision, holderId, actors },
    statedAt: statedAt.getTime(),
  }));
}

async function listAnnouncements(tx: Tx, { organisationId, engagements }: SourceBatch) {
  const rows = await tx.query<Of & { readonly reading: CheckReading; readonly at: Date }>(
    `SELECT engagement_id AS "engagementId", reading, fetched_at AS at FROM checks
     WHERE organisation_id = $1 AND engagement_id = ANY($2) AND kind = 'bodacc' AND verdict = 'attention'`,
    [organisationId, engagements.map(({ id }) => id)],
  );
  return rows.flatMap(({ engagementId, reading, at }) =>
    reading.remarks
      .filter(({ code }) => code === 'bodacc-notice')
      .map(({ value, text }) => ({
        engagementId,
        id: value === '' ? text.fr : value,
        seenAt: at.getTime(),
        text: value === '' ? text.fr : value,
      })),
  );
}

/** The last record of each drill; one that is being corrected says nothing meanwhile. */
async function listDrills(tx: Tx, { organisationId, engagements }: SourceBatch) {
  const rows = await tx.query<Of & { readonly id: string; readonly text: string; readonly recordedAt: Date }>(
    `SELECT DISTINCT ON (r.drill_id) r.engagement_id AS "engagementId", r.drill_id AS id, r.record_text AS text,
       r.recorded_at AS "recordedAt"
     FROM drill_records r JOIN drills d ON d.organisation_id = r.buyer_id AND d.id = r.drill_id AND d.recorded
     WHERE r.buyer_id = $1 AND r.engagement_id = ANY($2) ORDER BY r.drill_id, r.number DESC`,
    [organisationId, engagements.map(({ id }) => id)],
  );
  return rows.map(({ engagementId, id, text, recordedAt }) => {
    // Written by the rule that recorded it.
    const { drill } = JSON.parse(text) as DrillRecord;
    return { engagementId, id, drill, recordedAt: recordedAt.getTime() };
  });
}
