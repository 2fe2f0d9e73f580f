import type { AuditEvent, EventKind } from '../audit/events.js';
import type { Localised } from '../questionnaires/document.js';

interface WebhookKind {
  /** The event of the chain that is told. */
  readonly event: EventKind;
  readonly name: Localised;
  /** What is told of it: ids and facts, never what a person wrote. The rest is read with a token that may. */
  readonly fields: readonly string[];
}

const ofAssessment = ['assessmentId'];
const ofExpiry = ['expiresOn', 'daysLeft', 'engagements'];
const ofFinding = ['assessmentId', 'questionId', 'findingId'];

const table = {
  'request.accepted': of('request-accepted', 'Demande acceptée', 'Request accepted', ofAssessment),
  'request.declined': of('request-declined', 'Demande déclinée', 'Request declined', ofAssessment),
  'submission.received': of('submitted', 'Remise reçue', 'Submission received', [
    ...ofAssessment,
    'submissionId',
    'number',
    'submissionSha256',
    'answers',
    'pieces',
  ]),
  'decision.recorded': of('decided', 'Décision enregistrée', 'Decision recorded', [
    ...ofAssessment,
    'outcome',
    'snapshotId',
  ]),
  'finding.opened': of('finding-raised', 'Constat ouvert', 'Finding opened', [...ofFinding, 'severity']),
  'finding.closed': of('finding-closed', 'Constat clos', 'Finding closed', ofFinding),
  'finding.reopened': of('finding-reopened', 'Constat rouvert', 'Finding reopened', ofFinding),
  'incident.stated': of('incident-stated', 'Incident déclaré ou complété', 'Incident stated or completed', [
    'incidentId',
    'assessmentId',
    'side',
    'first',
    'statementId',
  ]),
  'warning.given': of('warning-given', 'Mise en garde reçue', 'Warning received', [
    ...ofAssessment,
    'warningId',
  ]),
  'certificate.lost': of('certificate-lost', 'Certificat perdu', 'Certificate lost', [
    'certificateId',
    'certificateKind',
    'number',
    'cause',
    'lostOn',
  ]),
  'certificate.expiring': of(
    'certificate-expiring',
    'Certificat qui va expirer',
    'Certificate that will expire',
    [...['certificateId', 'certificateKind'], ...ofExpiry],
  ),
  'piece.expiring': of('piece-expiring', 'Pièce qui va expirer', 'Piece that will expire', [
    ...['evidenceId', 'pieceKind', 'engagementId'],
    ...ofExpiry,
  ]),
} as const satisfies Readonly<Record<string, WebhookKind>>;

export type WebhookType = keyof typeof table;

const kinds: Readonly<Record<WebhookType, WebhookKind>> = table;
export const webhookTypes: readonly WebhookType[] = Object.freeze(Object.keys(kinds).filter(isWebhookType));

export function isWebhookType(text: string): text is WebhookType {
  return Object.hasOwn(kinds, text);
}

export function webhookTypeName(type: WebhookType): Localised {
  return kinds[type].name;
}

export function eventKindOf(type: WebhookType): EventKind {
  return kinds[type].event;
}

/** The type that tells of a kind of event. */
export function webhookTypeOf(kind: string): WebhookType | undefined {
  return webhookTypes.find((type) => kinds[type].event === kind);
}

/** What a trial is called: it tells of nothing. */
export const trialType = 'webhook.test';

interface WebhookBody {
  readonly type: WebhookType | typeof trialType;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What is sent for an event of the chain: the same bytes at every attempt. */
export function webhookBody(kind: string, event: Partial<AuditEvent> | object, at: string): WebhookBody {
  const type = webhookTypeOf(kind);
  if (type === undefined) return { type: trialType, timestamp: at, data: {} };
  const told = Object.entries(event).filter(([name]) => kinds[type].fields.includes(name));
  return { type, timestamp: at, data: Object.fromEntries(told) };
}

function of(event: EventKind, fr: string, en: string, fields: readonly string[]): WebhookKind {
  return { event, name: { fr, en }, fields };
}
