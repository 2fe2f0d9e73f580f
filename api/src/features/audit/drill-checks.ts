import type { EventOf } from '@probant/shared/audit/events';
import { sha256 } from '../../platform/hash/sha256.js';
import { hash, nothingTold, type CheckOf } from './document-check.js';

const authorisation: CheckOf<EventOf<'drill-authorised'>, { content: object }> = {
  document: 'drill authorisation',
  statement: `SELECT id, jsonb_build_object('reference', reference, 'signatory', signatory, 'perimeter', perimeter,
      'validFrom', to_char(valid_from, 'YYYY-MM-DD'), 'validUntil', to_char(valid_until, 'YYYY-MM-DD'),
      'fileSha256', file_sha256) AS content
    FROM drill_authorisations WHERE id = ANY ($1::uuid[])`,
  told: ({ authorisationId, authorisationSha256 }) => ({ id: authorisationId, fact: authorisationSha256 }),
  found: ({ content }) => hash(content),
};

const plan: CheckOf<EventOf<'drill-planned'>, { drops: unknown }> = {
  document: 'drill plan',
  statement: `SELECT p.engagement_id || '/' || p.revision AS id, p.drops FROM drill_plans p
    WHERE p.engagement_id = ANY (SELECT left(k, 36)::uuid FROM unnest($1::text[]) k)
      AND p.engagement_id || '/' || p.revision = ANY ($1)`,
  told: ({ engagementId, revision, planSha256 }) => ({ id: `${engagementId}/${revision}`, fact: planSha256 }),
  found: ({ drops }) => hash(drops),
};

const head: CheckOf<EventOf<'drill-opened' | 'drill-changed'>, { head: unknown }> = {
  document: 'drill',
  statement: 'SELECT id, head FROM drills WHERE id = ANY ($1::uuid[])',
  told: ({ drillId, headSha256 }) => ({ id: drillId, fact: headSha256 }),
  found: (row) => hash(row.head),
  latest: true,
};

const drop: CheckOf<EventOf<'drill-drop-recorded'>, { content: unknown }> = {
  document: 'drop',
  statement: 'SELECT id, content FROM drill_drops WHERE id = ANY ($1::uuid[])',
  told: ({ dropId, dropSha256 }) => ({ id: dropId, fact: dropSha256 }),
  found: ({ content }) => hash(content),
  latest: true,
};

const record: CheckOf<EventOf<'drill-recorded'>, { number: number; sha256: string; text: string }> = {
  document: 'drill record',
  statement: 'SELECT id, number, sha256, record_text AS text FROM drill_records WHERE id = ANY ($1::uuid[])',
  told: ({ recordId, number, recordSha256 }) => ({ id: recordId, fact: `${number} ${recordSha256}` }),
  found: (row) => (sha256(row.text) === row.sha256 ? `${row.number} ${row.sha256}` : nothingTold),
};

const reply: CheckOf<EventOf<'drill-replied'>, { stance: string; reason: string }> = {
  document: 'drill reply',
  statement: 'SELECT id, stance, reason FROM drill_replies WHERE id = ANY ($1::uuid[])',
  told: ({ replyId, replySha256 }) => ({ id: replyId, fact: replySha256 }),
  found: ({ stance, reason }) => hash({ stance, reason }),
};

export const drillChecks = {
  'drill-authorised': [authorisation],
  'drill-planned': [plan],
  'drill-opened': [head],
  'drill-changed': [head],
  'drill-drop-recorded': [drop],
  'drill-recorded': [record],
  'drill-replied': [reply],
} as const;
