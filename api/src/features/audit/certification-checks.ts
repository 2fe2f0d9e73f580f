import type { EventKind, EventOf } from '@probant/shared/audit/events';
import { hash, type CheckOf, type DocumentCheck } from './document-check.js';

/** Each version of a chain is a row of its own, by its revision. */
const chain: CheckOf<EventOf<'certification-chain-stated'>, { chain: unknown }> = {
  document: 'certification chain',
  statement: `SELECT r.engagement_id || '/' || r.revision AS id, r.chain FROM certification_chains r
    WHERE r.engagement_id = ANY (SELECT left(k, 36)::uuid FROM unnest($1::text[]) k)
      AND r.engagement_id || '/' || r.revision = ANY ($1)`,
  told: ({ engagementId, revision, chainSha256 }) => ({
    id: `${engagementId}/${revision}`,
    fact: chainSha256,
  }),
  found: (row) => hash(row.chain),
};

export const certificationChecks: Readonly<Partial<Record<EventKind, readonly DocumentCheck[]>>> = {
  'certification-chain-stated': [chain],
};
