import type { EventKind, EventOf } from '@probant/shared/audit/events';
import { hash, type CheckOf, type DocumentCheck } from './document-check.js';

interface Row {
  readonly verdict: string;
  readonly reading: unknown;
  readonly replies: readonly string[];
}
/** The reading by its hash, and the replies by those of the bytes that are kept. */
const check: CheckOf<EventOf<'check-made'>, Row> = {
  document: 'check',
  statement: `SELECT c.id, c.verdict, c.reading, ARRAY(SELECT encode(sha256(r.body), 'hex') FROM check_replies r
      WHERE r.organisation_id = c.organisation_id AND r.check_id = c.id ORDER BY r.place) AS replies
    FROM checks c WHERE c.id = ANY ($1::uuid[])`,
  told: ({ checkId, verdict, readingSha256, repliesSha256 }) => ({
    id: checkId,
    fact: [verdict, readingSha256, ...repliesSha256].join(' '),
  }),
  found: ({ verdict, reading, replies }) => [verdict, hash(reading), ...replies].join(' '),
};

/** Of what registers answered. */
export const registerChecks = {
  'check-made': [check],
} satisfies Partial<Record<EventKind, readonly DocumentCheck[]>>;
