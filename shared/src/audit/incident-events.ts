import type { AssessmentId, EngagementId, IncidentId, IncidentStatementId } from '../ids.js';
import type { IncidentSide } from '../incidents/incident.js';

/** In the chains of both sides once both see the incident, in the customer's own until then; names are those of the moment. */
interface OfIncident {
  readonly incidentId: IncidentId;
  readonly title: string;
  readonly assessmentId?: AssessmentId;
}

export type IncidentEvent =
  | (OfIncident & {
      readonly kind: 'incident-stated';
      readonly side: IncidentSide;
      /** The first statement of an incident opens it. */
      readonly first: boolean;
      readonly statementId: IncidentStatementId;
      readonly statementSha256: string;
    })
  | (OfIncident & { readonly kind: 'incident-shared' })
  /** The customer's alone. */
  | {
      readonly kind: 'incident-filed';
      readonly engagementId: EngagementId;
      readonly incidentId: IncidentId;
      readonly title: string;
      readonly revision: number;
      readonly fileSha256: string;
    };
