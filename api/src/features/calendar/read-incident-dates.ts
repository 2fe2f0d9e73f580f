import { incidentObligations } from '@probant/shared/obligations/incident-obligations';
import { listDatedIncidents } from '../incidents/incidents.public.js';
import { byEngagement, type ObligationSource } from './obligation-source.js';

/** The deadlines of incidents under the contract and the laws that bind the buyer. */
export const readIncidentDates: ObligationSource = async (tx, { organisationId, engagements, today }) => {
  const rows = await listDatedIncidents(
    tx,
    organisationId,
    engagements.map(({ id }) => id),
  );
  return new Map(
    [...byEngagement(rows)].map(([id, incidents]) => [
      id,
      { obligations: incidentObligations(incidents, Date.parse(today)), againOn: null },
    ]),
  );
};
