import type { Localised } from '../questionnaires/document.js';
import type { AssessmentEvent } from './assessment-events.js';
import type { CheckEvent } from './check-events.js';
import type { ContradictionEvent } from './contradiction-events.js';
import type { ContractEvent } from './contract-events.js';
import type { DeliveryEvent } from './delivery-events.js';
import type { DrillEvent } from './drill-events.js';
import type { CertificationEvent } from './certification-events.js';
import type { ExposureEvent } from './exposure-events.js';
import type { IncidentEvent } from './incident-events.js';
import type { IntegrationEvent } from './integration-events.js';
import type { NoticeEvent } from './notice-events.js';
import type { ObligationEvent } from './obligation-events.js';
import type { PatchReportEvent } from './patch-report-events.js';
import type { FindingEvent } from './finding-events.js';
import type { LibraryEvent } from './library-events.js';
import type { OrganisationEvent } from './organisation-events.js';
import type { PortfolioEvent } from './portfolio-events.js';
import type { ProofEvent } from './proof-events.js';
import type { ReportEvent } from './report-events.js';
import type { QuestionnaireEvent } from './questionnaire-events.js';
import type { ReviewEvent } from './review-events.js';
import type { WarningEvent } from './warning-events.js';

/** Everything that can happen. The canonical JSON of one of these is the text that the chain hashes. */
export type AuditEvent =
  | OrganisationEvent
  | QuestionnaireEvent
  | AssessmentEvent
  | ReviewEvent
  | DeliveryEvent
  | ExposureEvent
  | ContractEvent
  | WarningEvent
  | ProofEvent
  | ReportEvent
  | DrillEvent
  | IncidentEvent
  | PatchReportEvent
  | CertificationEvent
  | NoticeEvent
  | CheckEvent
  | ContradictionEvent
  | ObligationEvent
  | FindingEvent
  | LibraryEvent
  | IntegrationEvent
  | PortfolioEvent;

export type EventKind = AuditEvent['kind'];

export type EventOf<K extends EventKind> = AuditEvent extends infer E
  ? E extends { readonly kind: infer Kinds }
    ? K extends Kinds
      ? E
      : never
    : never
  : never;

export type EventsByKind = { readonly [K in EventKind]: EventOf<K> };

/** For each kind, what follows the name of whoever acted in a sentence, without a full stop. */
export type Predicates<K extends EventKind> = { readonly [P in K]: (event: EventsByKind[P]) => Localised };

/**
 * An act that both sides see stands in both chains of the assessment; the copy in the other side's chain names the hash of
 * the original. The key sorts last, so that the database adds it to a canonical text without parsing it.
 */
export type ChainedAuditEvent = AuditEvent & { readonly '~with'?: string };

/** Whoever acted: a member, the holder of a link, or the product itself. */
export type Actor = `account:${string}` | `recipient:${string}` | 'system';
