import type { EventKind, EventOf } from '@probant/shared/audit/events';
import { hashOf, intact, type CheckOf, type DocumentCheck, type HashedRow } from './document-check.js';

const warning: CheckOf<EventOf<'warning-given' | 'warning-entered'>, HashedRow> = {
  document: 'warning',
  statement: `SELECT id, sha256, ${hashOf('content_text')} AS computed FROM warnings WHERE id = ANY ($1::uuid[])`,
  told: ({ warningId, warningSha256 }) => ({ id: warningId, fact: warningSha256 }),
  found: intact,
};

const decision: CheckOf<EventOf<'warning-answered'>, HashedRow & { decision: string }> = {
  document: 'decision on a warning',
  statement: `SELECT id, decision, sha256, ${hashOf('content_text')} AS computed FROM warning_decisions WHERE id = ANY ($1::uuid[])`,
  told: ({ decisionId, decision: said, decisionSha256 }) => ({
    id: decisionId,
    fact: `${said} ${decisionSha256}`,
  }),
  found: (row) => `${row.decision} ${intact(row)}`,
};

const confirmation: CheckOf<EventOf<'warning-confirmed'>, HashedRow> = {
  document: 'confirmation of a warning',
  statement: `SELECT warning_id AS id, sha256, ${hashOf('content_text')} AS computed FROM warning_confirmations
    WHERE warning_id = ANY ($1::uuid[])`,
  told: ({ warningId, confirmationSha256 }) => ({ id: warningId, fact: confirmationSha256 }),
  found: intact,
};

const piece: CheckOf<EventOf<'warning-piece-stored'>, { sha256: string }> = {
  document: 'piece of a warning',
  statement: `SELECT id, sha256 FROM warning_files WHERE id = ANY ($1::uuid[])`,
  told: ({ pieceId, pieceSha256 }) => ({ id: pieceId, fact: pieceSha256 }),
  found: ({ sha256: kept }) => kept,
};

/** Of the register of warnings. */
export const warningChecks = {
  'warning-given': [warning],
  'warning-entered': [warning],
  'warning-answered': [decision],
  'warning-confirmed': [confirmation],
  'warning-piece-stored': [piece],
} satisfies Partial<Record<EventKind, readonly DocumentCheck[]>>;
