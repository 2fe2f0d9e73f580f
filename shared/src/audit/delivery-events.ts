import type { EvidenceId } from '../ids.js';
import type { Piece } from './assessment-events.js';

/** Templates of the e-mails that the product writes. */
export const mailTemplates = [
  'request',
  'part-handed-over',
  'part-reminder',
  'reminder',
  'code',
  'returned',
  'clarification-asked',
  'clarification-answered',
  'clarification-mentioned',
  'incident-reported',
  'warning-given',
  'warning-answered',
  'warning-silent',
  'notice-posted',
  'submitted',
  'decided',
  'cancelled',
  'reopened',
  'version-moved',
  'version-returned',
  'request-declined',
  'finding-told',
  'finding-due',
  'invitation',
  'password-reset',
  'obligations',
  'webhook-disabled',
] as const;
export type MailTemplate = (typeof mailTemplates)[number];

/** Events of pieces and mail, which may serve several assessments. */
export type DeliveryEvent =
  | ({
      readonly kind: 'evidence-stored';
      readonly sha256: string;
      readonly bytes: number;
      readonly partiallyScanned: boolean;
    } & Piece)
  | {
      readonly kind: 'evidence-refused';
      readonly name: string;
      readonly reason: string;
      readonly signature?: string;
    }
  | ({
      readonly kind: 'evidence-superseded';
      readonly byEvidenceId: EvidenceId;
      readonly byName: string;
    } & Piece)
  | ({ readonly kind: 'evidence-changed'; readonly fields: readonly string[] } & Piece)
  | { readonly kind: 'mail-sent'; readonly to: string; readonly template: MailTemplate }
  | {
      readonly kind: 'mail-failed';
      readonly to: string;
      readonly template: MailTemplate;
      readonly attempts: number;
    };
