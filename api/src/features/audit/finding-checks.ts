import type { EventOf } from '@probant/shared/audit/events';
import type { FindingEvent } from '@probant/shared/audit/finding-events';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import { sha256 } from '../../platform/hash/sha256.js';
import type { CheckOf, DocumentCheck } from './document-check.js';

type ActEvent = Extract<FindingEvent, { readonly actSha256: string }>;

/** Rows of a finding by its id and their number in it. */
const numbered = (
  table: string,
  columns: string,
) => `SELECT r.finding_id || '/' || r.number AS id, ${columns} FROM ${table} r
  WHERE r.finding_id = ANY (SELECT left(k, 36)::uuid FROM unnest($1::text[]) k) AND r.finding_id || '/' || r.number = ANY ($1)`;

const act: CheckOf<ActEvent, { content: object }> = {
  document: 'finding act',
  statement: numbered(
    'finding_acts',
    `jsonb_build_object('act', r.act, 'side', r.side, 'status', r.status, 'plan', r.plan, 'proposal', r.proposal,
       'acceptedUntil', r.accepted_until, 'reason', r.reason, 'authorName', r.author_name) AS content`,
  ),
  told: ({ findingId, number, actSha256 }) => ({ id: `${findingId}/${number}`, fact: actSha256 }),
  found: ({ content }) => sha256(canonicalJson(content)),
};

const proof: CheckOf<EventOf<'proof-attached'>, { sha256: string; name: string }> = {
  document: 'finding piece',
  statement: `SELECT r.finding_id || '/' || r.evidence_id AS id, r.sha256, r.name FROM finding_pieces r
    WHERE r.finding_id = ANY (SELECT left(k, 36)::uuid FROM unnest($1::text[]) k)
      AND r.finding_id || '/' || r.evidence_id = ANY ($1)`,
  told: ({ findingId, evidenceId, name, pieceSha256 }) => ({
    id: `${findingId}/${evidenceId}`,
    fact: canonicalJson([name, pieceSha256]),
  }),
  found: (row) => canonicalJson([row.name, row.sha256]),
};

const verification: CheckOf<EventOf<'verification-kept'>, { content: object }> = {
  document: 'verification',
  statement: numbered(
    'finding_verifications',
    `jsonb_build_object('value', r.value, 'level', r.level, 'datedOn', r.dated_on, 'onAnswerSha256', r.on_answer_sha256) AS content`,
  ),
  told: ({ findingId, number, verificationSha256 }) => ({
    id: `${findingId}/${number}`,
    fact: verificationSha256,
  }),
  found: ({ content }) => sha256(canonicalJson(content)),
};

/** What is compared of findings, by the kind of the event that tells of it. */
export const findingChecks: Readonly<Partial<Record<FindingEvent['kind'], readonly DocumentCheck[]>>> = {
  'plan-proposed': [act],
  'plan-agreed': [act],
  'plan-declined': [act],
  'finding-commented': [act],
  'correction-announced': [act],
  'proof-refused': [act],
  'finding-verified': [act],
  'acceptance-asked': [act],
  'risk-accepted': [act],
  'acceptance-refused': [act],
  'acceptance-ended': [act],
  'finding-closed': [act],
  'finding-reopened': [act],
  'proof-attached': [proof],
  'verification-kept': [verification],
};
