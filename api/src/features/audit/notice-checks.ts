import type { EventKind, EventOf } from '@probant/shared/audit/events';
import { hash, hashOf, intact, type CheckOf, type DocumentCheck, type HashedRow } from './document-check.js';

const draft: CheckOf<EventOf<'notice-draft-saved'>, { draft: unknown }> = {
  document: 'notice draft',
  statement: `SELECT id, draft FROM notices WHERE id = ANY ($1::uuid[])`,
  told: ({ noticeId, draftSha256 }) => ({ id: noticeId, fact: draftSha256 }),
  found: (row) => hash(row.draft),
  latest: true,
};

const letter: CheckOf<EventOf<'notice-letter-sent'>, HashedRow & { on: string }> = {
  document: 'notice letter',
  statement: `SELECT r.notice_id || '/' || r.kind AS id, r.posted_on::text AS on, r.sha256, ${hashOf('r.letter_text')} AS computed
    FROM notice_letters r WHERE r.notice_id = ANY (SELECT left(k, 36)::uuid FROM unnest($1::text[]) k)
      AND r.notice_id || '/' || r.kind = ANY ($1)`,
  told: ({ noticeId, letter: kind, on, letterSha256 }) => ({
    id: `${noticeId}/${kind}`,
    fact: `${on} ${letterSha256}`,
  }),
  found: (row) => `${row.on} ${intact(row)}`,
};

const step: CheckOf<EventOf<'notice-moved'>, { content: unknown }> = {
  document: 'notice step',
  statement: `SELECT r.notice_id || '/' || r.number AS id, jsonb_build_object('step', r.step, 'from', r.from_state, 'to', r.to_state,
      'on', r.happened_on, 'note', r.note, 'reference', r.reference, 'counsel', r.counsel, 'effectiveOn', r.effective_on,
      'remaining', to_jsonb(r.remaining)) || jsonb_strip_nulls(jsonb_build_object('salt', r.salt)) AS content
    FROM notice_steps r WHERE r.notice_id = ANY (SELECT left(k, 36)::uuid FROM unnest($1::text[]) k)
      AND r.notice_id || '/' || r.number = ANY ($1)`,
  told: ({ noticeId, number, stepSha256 }) => ({ id: `${noticeId}/${number}`, fact: stepSha256 }),
  found: ({ content }) => hash(content),
};

const piece: CheckOf<EventOf<'notice-piece-stored'>, { role: string; sha256: string }> = {
  document: 'notice piece',
  statement: `SELECT id, role, sha256 FROM notice_pieces WHERE id = ANY ($1::uuid[])`,
  told: ({ pieceId, role, sha256 }) => ({ id: pieceId, fact: `${role} ${sha256}` }),
  found: ({ role, sha256 }) => `${role} ${sha256}`,
};

const reply: CheckOf<EventOf<'notice-answered'>, { kind: string; computed: string }> = {
  document: 'notice reply',
  statement: `SELECT id, kind, ${hashOf('body')} AS computed FROM notice_replies WHERE id = ANY ($1::uuid[])`,
  told: ({ replyId, reply: kind, bodySha256 }) => ({ id: replyId, fact: `${kind} ${bodySha256}` }),
  found: ({ kind, computed }) => `${kind} ${computed}`,
};

const ending: CheckOf<EventOf<'contract-ended'>, { content: unknown }> = {
  document: 'end of contract',
  statement: `SELECT r.engagement_id || '/' || r.number AS id, jsonb_build_object('ground', r.ground, 'toldOn', r.told_on,
      'effectiveOn', r.effective_on, 'note', r.note) AS content
    FROM contract_endings r WHERE r.engagement_id = ANY (SELECT left(k, 36)::uuid FROM unnest($1::text[]) k)
      AND r.engagement_id || '/' || r.number = ANY ($1)`,
  told: ({ engagementId, number, endingSha256 }) => ({ id: `${engagementId}/${number}`, fact: endingSha256 }),
  found: ({ content }) => hash(content),
};

export const noticeChecks = {
  'notice-draft-saved': [draft],
  'notice-letter-sent': [letter],
  'notice-moved': [step],
  'notice-piece-stored': [piece],
  'notice-answered': [reply],
  'contract-ended': [ending],
} satisfies Partial<Record<EventKind, readonly DocumentCheck[]>>;
