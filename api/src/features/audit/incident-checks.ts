import type { EventOf } from '@probant/shared/audit/events';
import { hash, type CheckOf } from './document-check.js';

const statement: CheckOf<EventOf<'incident-stated'>, { facts: unknown }> = {
  document: 'incident statement',
  statement: 'SELECT id, facts FROM incident_statements WHERE id = ANY ($1::uuid[])',
  told: ({ statementId, statementSha256 }) => ({ id: statementId, fact: statementSha256 }),
  found: ({ facts }) => hash(facts),
};

const file: CheckOf<EventOf<'incident-filed'>, { file: unknown }> = {
  document: 'incident file',
  statement: `SELECT f.incident_id || '/' || f.revision AS id, f.file FROM incident_files f
    WHERE f.incident_id = ANY (SELECT left(k, 36)::uuid FROM unnest($1::text[]) k)
      AND f.incident_id || '/' || f.revision = ANY ($1)`,
  told: ({ incidentId, revision, fileSha256 }) => ({ id: `${incidentId}/${revision}`, fact: fileSha256 }),
  found: (row) => hash(row.file),
};

export const incidentChecks = {
  'incident-stated': [statement],
  'incident-filed': [file],
} as const;
