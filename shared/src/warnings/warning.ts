import type { Day, Instant } from '../calendar.js';
import type { Cents } from '../exposure/exposure.js';
import { canonicalJson } from '../proof/canonical-json.js';

export const warningSides = ['supplier', 'buyer'] as const;
/** Who wrote an entry: the supplier gives a warning, the buyer enters one that reached it otherwise. */
export type WarningSide = (typeof warningSides)[number];

export const receivedBy = ['letter', 'email', 'minutes', 'quote', 'other'] as const;
export type ReceivedBy = (typeof receivedBy)[number];

export const warningDecisions = ['accepted', 'refused', 'quote-asked', 'acknowledged'] as const;
export type WarningDecision = (typeof warningDecisions)[number];

export interface WarningCost {
  readonly oneOffCents: Cents | null;
  readonly monthlyCents: Cents | null;
}

export interface WarningPiece {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** What a person writes. */
export interface WarningWords {
  readonly subject: string;
  readonly risk: string;
  /** What the service does not cover; empty where that is not the point. */
  readonly exclusion: string;
  readonly recommendation: string;
  readonly alternatives: string;
  /** null: no price yet. */
  readonly cost: WarningCost | null;
  readonly decideBy: Day;
  /** Questions that it is about. */
  readonly questions: readonly string[];
}

interface Signatory {
  readonly id: string;
  readonly name: string;
}

/** How a warning reached the buyer, where it did not come through here. */
export interface WarningReceipt {
  readonly on: Day;
  readonly by: ReceivedBy;
}

/** What is signed, with everything that makes it one entry and no other. */
export interface WarningContent extends WarningWords {
  readonly format: 1;
  readonly id: string;
  readonly side: WarningSide;
  readonly buyer: string;
  readonly supplier: string;
  /** The engagement, by the name that both know it by. */
  readonly engagement: string;
  readonly received: WarningReceipt | null;
  readonly pieces: readonly WarningPiece[];
  /** The entry that this one corrects, by what it said. */
  readonly supersedes: { readonly id: string; readonly sha256: string } | null;
  readonly signedBy: Signatory;
  readonly signedAt: Instant;
}

/** What the buyer signs: its decision on exactly that text. */
export interface WarningDecisionContent {
  readonly format: 1;
  readonly id: string;
  readonly warning: { readonly id: string; readonly sha256: string };
  readonly decision: WarningDecision;
  readonly reason: string;
  readonly signedBy: Signatory;
  readonly organisation: string;
  readonly signedAt: Instant;
}

/** What a supplier signs of an entry that its customer wrote. */
export interface WarningConfirmationContent {
  readonly format: 1;
  readonly warning: { readonly id: string; readonly sha256: string };
  readonly signedBy: Signatory;
  readonly organisation: string;
  readonly signedAt: Instant;
}

export function signedText(
  content: WarningContent | WarningDecisionContent | WarningConfirmationContent,
): string {
  return canonicalJson(content);
}
