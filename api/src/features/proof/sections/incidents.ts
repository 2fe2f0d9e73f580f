import { delaysOf, duesOf } from '@probant/shared/incidents/dues';
import {
  factsOf as factsThatCount,
  type IncidentFacts,
  type IncidentFile,
  type IncidentSide,
} from '@probant/shared/incidents/incident';
import { jsonPart, type ProofContext, type ProofSection } from '../proof-section.js';
import { factsOf, objectOf, toldRows } from '../told-rows.js';

const seen = `SELECT i.id FROM incidents i, w WHERE (w.engagement IS NULL OR (i.buyer_id = w.organisation AND i.engagement_id = w.engagement))
  AND (w.whole OR i.assessment_id = ANY (w.assessments))`;

/** What each side stated of an incident, each time. */
export const incidentStatements = toldRows({
  side: 'both',
  path: 'incidents/statements.json',
  title: 'Incidents, déclarations des deux parties',
  kinds: ['incident-stated'],
  field: 'statementSha256',
  select: `SELECT r.facts AS content, ${factsOf({ incidentId: 'r.incident_id', statementId: 'r.id', side: 'r.side' })} AS facts,
    ${objectOf({ statedByName: 'r.stated_by_name', statedAt: 'instant_text(r.stated_at)' })} AS beside
    FROM incident_statements r WHERE r.incident_id IN (${seen}) ORDER BY r.stated_at, r.id`,
});

/** What the customer keeps of it for itself: rules that bind it, what it knew, what it notified. */
export const incidentFiles = toldRows({
  side: 'buyer',
  path: 'incidents/files.json',
  title: 'Incidents, dossier du client',
  kinds: ['incident-filed'],
  field: 'fileSha256',
  select: `SELECT r.file AS content, ${factsOf({ incidentId: 'r.incident_id', revision: 'r.revision' })} AS facts,
    ${objectOf({ keptByName: 'r.kept_by_name', keptAt: 'instant_text(r.kept_at)' })} AS beside
    FROM incident_files r, w WHERE r.organisation_id = w.organisation AND r.incident_id IN (${seen})
    ORDER BY r.incident_id, r.revision`,
});

interface Stated {
  readonly id: string;
  readonly at: string;
  readonly statements: readonly { readonly side: IncidentSide; readonly facts: IncidentFacts }[];
  readonly file: IncidentFile | null;
}

/** Delays between the steps, and the time limits as they stood when the file was gathered: worked out from what stands beside. */
export const incidentDelays: ProofSection = {
  side: 'both',
  gather: async function* (context) {
    const incidents = (await readStated(context)).flatMap(({ id, at, statements, file }) => {
      const facts = factsThatCount(statements);
      if (facts === undefined) return [];
      const dues = file === null ? [] : duesOf(facts, file, Date.parse(at));
      return [{ incidentId: id, workedOutAt: at, delays: delaysOf(facts), dues }];
    });
    if (incidents.length > 0)
      yield jsonPart('incidents/delays.json', 'Incidents, délais calculés', incidents);
  },
};

/** The customer's own file is read in the customer's proof file alone: row security keeps it from the supplier's. */
function readStated({
  organisationId,
  engagementId,
  assessments,
  kind,
  read,
}: ProofContext): Promise<Stated[]> {
  return read<Stated>(
    `WITH w AS (SELECT $1::uuid AS organisation, $2::uuid AS engagement, $3::uuid[] AS assessments, $4::boolean AS whole)
     SELECT i.id, instant_text(coalesce(played_at(), now())) AS at,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('side', s.side, 'facts', s.facts) ORDER BY s.stated_at, s.id), '[]')
          FROM incident_statements s WHERE s.buyer_id = i.buyer_id AND s.incident_id = i.id) AS statements,
       (SELECT f.file FROM incident_files f, w WHERE f.organisation_id = w.organisation AND f.incident_id = i.id
          ORDER BY f.revision DESC LIMIT 1) AS file
     FROM incidents i WHERE i.id IN (${seen}) ORDER BY i.opened_at, i.id`,
    [organisationId, engagementId, assessments.map(({ id }) => id), kind === 'engagement'],
  );
}
