import type { AuditEvent } from '@probant/shared/audit/events';
import type { Instant } from '@probant/shared/calendar';
import type { AccountId, AssessmentId, OrganisationId } from '@probant/shared/ids';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import { chainEvent, emptyHead, type ChainHead } from '@probant/shared/proof/chain';
import { sha256 } from '../platform/hash/sha256.js';
import type { Row } from './insert-rows.js';

export interface Party {
  readonly organisationId: OrganisationId;
  readonly accountId: AccountId;
}

/** One side's chain of an assessment, with the hash of its last event. */
interface Side {
  head: ChainHead;
  readonly party: Party;
  readonly rows: Row[];
}

/** The two chains of an assessment, written as the database writes them. */
export interface Chains {
  readonly here: (side: 'buyer' | 'supplier', event: AuditEvent, at: Instant) => void;
  /** An act of one side in both chains; the other side's copy names the hash of the act. */
  readonly both: (side: 'buyer' | 'supplier', event: AuditEvent, at: Instant) => void;
  /** The sending was written before there was a supplier: its chain begins with a copy. */
  readonly copyFirst: (at: Instant) => void;
  readonly rows: () => { readonly chains: readonly Row[]; readonly events: readonly Row[] }[];
}

export function inventChains(assessmentId: AssessmentId, buyer: Party, supplier: Party): Chains {
  const sides = { buyer: sideOf(buyer, assessmentId), supplier: sideOf(supplier, assessmentId) };
  const append = (side: Side, event: { kind: string; actor: string; text: string }, at: Instant): void => {
    const chained = chainEvent(side.head, { ...event, at }, sha256);
    side.head = { chainId: side.head.chainId, sequence: chained.sequence, hash: chained.hash };
    side.rows.push({
      organisation_id: side.party.organisationId,
      chain_id: assessmentId,
      sequence: chained.sequence,
      at,
      actor: event.actor,
      kind: event.kind,
      text: event.text,
      text_sha256: chained.textSha256,
      previous_hash: chained.previousHash,
      hash: chained.hash,
    });
  };
  const here: Chains['here'] = (name, event, at) => append(sides[name], written(sides[name], event), at);
  return {
    here,
    both: (name, event, at) => {
      const [from, to] = name === 'buyer' ? [sides.buyer, sides.supplier] : [sides.supplier, sides.buyer];
      const act = written(from, event);
      append(from, act, at);
      append(to, { ...act, text: copyOf(act.text, from.head.hash) }, at);
    },
    copyFirst: (at) => {
      const [first] = sides.buyer.rows;
      if (first === undefined) throw new RangeError('nothing was sent');
      const { kind, actor, text, hash } = first;
      append(
        sides.supplier,
        { kind: String(kind), actor: String(actor), text: copyOf(String(text), String(hash)) },
        at,
      );
    },
    rows: () => [sides.buyer, sides.supplier].map(toRows),
  };
}

function sideOf(party: Party, assessmentId: AssessmentId): Side {
  return { party, head: emptyHead(`${party.organisationId}/${assessmentId}`), rows: [] };
}

function written({ party }: Side, event: AuditEvent): { kind: string; actor: string; text: string } {
  return { kind: event.kind, actor: `account:${party.accountId}`, text: canonicalJson(event) };
}

function copyOf(text: string, hash: string): string {
  return `${text.slice(0, -1)},"~with":"${hash}"}`;
}

function toRows({ party, head, rows }: Side): { chains: readonly Row[]; events: readonly Row[] } {
  if (rows.length === 0) return { chains: [], events: [] };
  const [, id] = head.chainId.split('/');
  return {
    chains: [{ organisation_id: party.organisationId, id, sequence: head.sequence, hash: head.hash }],
    events: rows,
  };
}
