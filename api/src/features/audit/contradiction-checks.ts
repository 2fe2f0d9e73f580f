import type { EventKind, EventOf } from '@probant/shared/audit/events';
import { hashOf, type CheckOf, type DocumentCheck } from './document-check.js';

type ActEvent = EventOf<'contradiction-asked' | 'contradiction-set-aside' | 'contradiction-reopened'>;

interface Row {
  readonly key: string;
  readonly fingerprint: string;
  readonly computed: string;
}

/** Both facts as they were shown, and those that they were told apart by. */
const act: CheckOf<ActEvent, Row> = {
  document: 'act on a contradiction',
  statement: `SELECT id, key, fingerprint, ${hashOf('act_text')} AS computed FROM contradiction_acts WHERE id = ANY ($1::uuid[])`,
  told: ({ actId, contradiction, fingerprint, actSha256 }) => ({
    id: actId,
    fact: [contradiction, fingerprint, actSha256].join(' '),
  }),
  found: ({ key, fingerprint, computed }) => [key, fingerprint, computed].join(' '),
};

export const contradictionChecks = {
  'contradiction-asked': [act],
  'contradiction-set-aside': [act],
  'contradiction-reopened': [act],
} satisfies Partial<Record<EventKind, readonly DocumentCheck[]>>;
