import type { Language, Localised } from '../questionnaires/document.js';
import { assessmentPredicates } from './assessment-predicates.js';
import { contractPredicates } from './contract-predicates.js';
import { certificationPredicates } from './certification-predicates.js';
import type { AuditEvent, EventKind, EventsByKind, Predicates } from './events.js';
import { deliveryPredicates } from './delivery-predicates.js';
import { drillPredicates } from './drill-predicates.js';
import { exposurePredicates } from './exposure-predicates.js';
import { incidentPredicates } from './incident-predicates.js';
import { integrationPredicates } from './integration-predicates.js';
import { libraryPredicates } from './library-predicates.js';
import { noticePredicates } from './notice-predicates.js';
import { obligationPredicates } from './obligation-predicates.js';
import { findingPredicates } from './finding-predicates.js';
import { organisationPredicates } from './organisation-predicates.js';
import { proofPredicates } from './proof-predicates.js';
import { reportPredicates } from './report-predicates.js';
import { patchReportPredicates } from './patch-report-predicates.js';
import { portfolioPredicates } from './portfolio-predicates.js';
import { questionnairePredicates } from './questionnaire-predicates.js';
import { reviewPredicates } from './review-predicates.js';
import { checkPredicates } from './check-predicates.js';
import { contradictionPredicates } from './contradiction-predicates.js';
import { warningPredicates } from './warning-predicates.js';

const predicates: Predicates<EventKind> = {
  ...organisationPredicates,
  ...questionnairePredicates,
  ...assessmentPredicates,
  ...deliveryPredicates,
  ...reviewPredicates,
  ...exposurePredicates,
  ...contractPredicates,
  ...warningPredicates,
  ...proofPredicates,
  ...reportPredicates,
  ...drillPredicates,
  ...incidentPredicates,
  ...patchReportPredicates,
  ...certificationPredicates,
  ...noticePredicates,
  ...checkPredicates,
  ...contradictionPredicates,
  ...obligationPredicates,
  ...findingPredicates,
  ...libraryPredicates,
  ...integrationPredicates,
  ...portfolioPredicates,
};

export const eventKinds: readonly EventKind[] = Object.freeze(Object.keys(predicates).filter(isEventKind));

export function isEventKind(text: string): text is EventKind {
  return Object.hasOwn(predicates, text);
}

/** One sentence for one event; `actorName` is how the reader knows whoever acted. */
export function eventSentence(event: AuditEvent, actorName: string, language: Language): string {
  return closed(`${actorName} ${predicateOf(event.kind, event)[language]}`);
}

/** A reason that a person typed often ends its sentence itself. */
function closed(sentence: string): string {
  const said = sentence.trimEnd();
  return /[.!?…]["”»\u00a0\u202f]*$/u.test(said) ? said : `${said}.`;
}

function predicateOf<K extends EventKind>(kind: K, event: EventsByKind[K]): Localised {
  const write: (event: EventsByKind[K]) => Localised = predicates[kind];
  return write(event);
}

/** How the product and the holder of a link are named where no member acted. */
export const impersonalActors = {
  system: { fr: 'Probant', en: 'Probant' },
  recipient: { fr: 'Le destinataire du lien', en: 'The holder of the link' },
  formerMember: { fr: 'Un ancien membre', en: 'A former member' },
  otherSide: { fr: 'L’autre partie', en: 'The other party' },
} as const satisfies Readonly<Record<string, Localised>>;
