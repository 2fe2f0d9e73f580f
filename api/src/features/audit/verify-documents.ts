import type { EventKind } from '@probant/shared/audit/events';
import type pg from 'pg';
import type { DocumentCheck, DocumentName, Told } from './document-check.js';
import { documentChecks } from './document-checks.js';
import { readPages } from './read-rows.js';
import { isCopy } from './verify-counterparts.js';

/** A row that an event tells of, by hash or in so many words, does not say the same. */
export type DocumentFault = { readonly document: DocumentName; readonly documentId: string } & (
  | {
      readonly fault: 'document-differs' | 'document-missing';
      readonly sequence: number;
      readonly kind: string;
    }
  /** A row that the application can only add, and always tells of, stands in no event. */
  | { readonly fault: 'document-untold' }
);

interface Located {
  readonly organisationId: string;
  readonly chainId: string;
}

interface EventRow extends Located {
  readonly sequence: number;
  readonly kind: EventKind;
  readonly text: string;
}

interface Due extends Told {
  readonly check: DocumentCheck;
  readonly event: EventRow;
}

type Found = Located & DocumentFault;

const eventsAtOnce = 200;
/** An id, and of a row of a question the question. */
const namesRow = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:\/|$)/;

const tellingEvents = `
SELECT organisation_id AS "organisationId", chain_id AS "chainId", sequence::float8 AS sequence, kind, text FROM events
WHERE kind IN (${Object.keys(documentChecks)
  .map((kind) => `'${kind}'`)
  .join(', ')}) AND NOT ${isCopy('text')}
ORDER BY organisation_id, chain_id, sequence`;

/** Compares each event that tells of a row with that row, a page of events at a time; copies are compared with their originals. */
export async function findDocumentFaults(client: pg.Client, limit: number): Promise<Found[]> {
  const faults: Found[] = [];
  /** Of the chain that is being read: the last event of each row that goes on changing. */
  let latest = new Map<string, Due>();
  let chain = '';
  const pages = readPages<EventRow>(client, {
    cursor: 'telling',
    statement: tellingEvents,
    rows: eventsAtOnce,
  });
  for await (const page of pages) {
    const due: Due[] = [];
    for (const event of page) {
      if (event.chainId !== chain) {
        due.push(...latest.values());
        latest = new Map();
        chain = event.chainId;
      }
      for (const one of dueOf(event)) {
        if (one.check.latest === true) latest.set(`${one.check.document} ${one.id}`, one);
        else due.push(one);
      }
    }
    faults.push(...(await compare(client, due)));
    if (faults.length > limit) return faults;
  }
  faults.push(...(await compare(client, [...latest.values()])), ...(await findUntold(client, limit)));
  return faults;
}

/** Nothing of an event that names no row, or is no longer one: its chain says that it was changed. */
function dueOf(event: EventRow): Due[] {
  const told = parse(event.text);
  if (typeof told !== 'object' || told === null) return [];
  return (documentChecks[event.kind] ?? [])
    .map((check) => ({ ...check.told(told as never, event.chainId), check, event }))
    .filter(({ id }) => namesRow.test(id));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function compare(client: pg.Client, due: readonly Due[]): Promise<Found[]> {
  const faults: Found[] = [];
  for (const check of new Set(due.map((one) => one.check))) {
    const mine = due.filter((one) => one.check === check);
    const ids = [...new Set(mine.map(({ id }) => id))];
    const { rows } = await client.query<{ id: string }>(check.statement, [ids]);
    const facts = new Map<string, string[]>();
    for (const row of rows) facts.set(row.id, [...(facts.get(row.id) ?? []), check.found(row as never)]);
    for (const { id, fact, event } of mine) {
      const found = facts.get(id);
      if (found?.includes(fact) === true) continue;
      const { organisationId, chainId, sequence, kind } = event;
      const fault = found === undefined ? 'document-missing' : 'document-differs';
      faults.push({
        organisationId,
        chainId,
        fault,
        sequence,
        kind,
        document: check.document,
        documentId: id,
      });
    }
  }
  return faults;
}

/** By table: its owner's column, the chain that tells of its rows, in which events and under which name. */
const alwaysTold = [
  {
    document: 'submission',
    rows: 'SELECT supplier_organisation_id AS owner, assessment_id AS chain, id FROM submissions',
    kind: 'submitted',
    field: 'submissionId',
  },
  {
    document: 'questionnaire version',
    rows: 'SELECT organisation_id AS owner, organisation_id AS chain, id FROM questionnaire_versions',
    kind: 'questionnaire-published',
    field: 'versionId',
  },
  {
    document: 'score snapshot',
    rows: 'SELECT organisation_id AS owner, assessment_id AS chain, id FROM score_snapshots',
    kind: 'score-kept',
    field: 'snapshotId',
  },
  {
    document: 'decision',
    rows: 'SELECT organisation_id AS owner, assessment_id AS chain, snapshot_id AS id FROM decisions',
    kind: 'decided',
    field: 'snapshotId',
  },
  {
    document: 'contract document',
    rows: 'SELECT organisation_id AS owner, organisation_id AS chain, id FROM contract_documents',
    kind: 'contract-document-stored',
    field: 'documentId',
  },
  {
    document: 'notice letter',
    rows: 'SELECT buyer_id AS owner, coalesce(assessment_id, buyer_id) AS chain, sha256 AS id FROM notice_letters',
    kind: 'notice-letter-sent',
    field: 'letterSha256',
  },
] as const satisfies readonly { document: DocumentName; rows: string; kind: EventKind; field: string }[];

async function findUntold(client: pg.Client, limit: number): Promise<Found[]> {
  const faults: Found[] = [];
  for (const { document, rows: table, kind, field } of alwaysTold) {
    const { rows } = await client.query<Located & { documentId: string }>(
      `SELECT r.owner AS "organisationId", r.chain AS "chainId", r.id AS "documentId" FROM (${table}) r
       WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.organisation_id = r.owner AND e.chain_id = r.chain
         AND e.kind = '${kind}' AND position('"${field}":"' || r.id || '"' IN e.text) > 0)
       ORDER BY 1, 2, 3 LIMIT $1`,
      [limit],
    );
    faults.push(...rows.map((row) => ({ ...row, fault: 'document-untold' as const, document })));
  }
  return faults;
}
