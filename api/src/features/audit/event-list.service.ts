import { Injectable } from '@nestjs/common';
import type { Scope } from '../../platform/access/scope.js';
import { readPages } from '../../platform/database/read-pages.js';
import { Work, type Statement, type Tx } from '../../platform/database/work.js';
import { readCursor, writeCursor } from '../../platform/http/cursor.js';
import { Conditions, defaultPageSize } from '../../platform/http/page.js';
import type { ActorKind, EventResponse, EventsQuery, EventsResponse } from './events.dto.js';

interface EventRow {
  readonly chain_id: string;
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
  readonly kind: string;
  readonly assessment_title: string | null;
  readonly text: string;
  readonly text_sha256: string;
  readonly previous_hash: string;
  readonly hash: string;
}

/** The chains of one's own organisation, told from the newest event back. */
@Injectable()
export class EventList {
  constructor(private readonly work: Work) {}

  read(scope: Scope, query: EventsQuery): Promise<EventsResponse> {
    const limit = query.limit ?? defaultPageSize;
    return this.work.run(scope, async (tx) => {
      const rows = await readEvents(tx, scope, query, limit + 1);
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        items: shown,
        next: rows.length > shown.length && last !== undefined ? cursorOf(last) : null,
      };
    });
  }
}

/** Matching events, newest first; of one instant, by chain and from the higher number. */
export async function readEvents(
  tx: Tx,
  scope: Scope,
  query: EventsQuery,
  limit: number,
): Promise<EventResponse[]> {
  const { text, parameters } = eventsStatement(scope, query, limit);
  return tellRows(tx, scope, await tx.query<EventRow>(text, parameters));
}

/** The same, a page at a time. */
export async function* eventPages(
  tx: Tx,
  scope: Scope,
  query: EventsQuery,
  limit: number,
): AsyncGenerator<EventResponse[]> {
  const { text, parameters } = eventsStatement(scope, query, limit);
  for await (const rows of readPages<EventRow>(tx, text, parameters)) yield tellRows(tx, scope, rows);
}

function eventsStatement(scope: Scope, query: EventsQuery, limit: number): Statement<EventRow> {
  const conditions = conditionsOf(scope, query);
  return {
    text: `SELECT e.chain_id, e.sequence::int, instant_text(e.at) AS at, e.actor, e.kind, e.text, e.text_sha256,
       e.previous_hash, e.hash, s.title AS assessment_title
     FROM events e LEFT JOIN assessments s ON s.id = e.chain_id
     WHERE ${conditions.toString()} ORDER BY e.at DESC, e.chain_id, e.sequence DESC LIMIT ${conditions.take(limit)}`,
    parameters: conditions.parameters,
  };
}

async function tellRows(tx: Tx, scope: Scope, rows: readonly EventRow[]): Promise<EventResponse[]> {
  const names = await readNames(tx, rows);
  return rows.map((row) => toResponse(row, names.get(row.actor), scope));
}

/** Of the members: nobody else's account is visible here. */
async function readNames(tx: Tx, rows: readonly EventRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap(({ actor }) => /^account:(.+)$/.exec(actor)?.[1] ?? []);
  const accounts = await tx.query<{ id: string; name: string }>(
    'SELECT id, name FROM accounts WHERE id = ANY ($1::uuid[])',
    [[...new Set(ids)]],
  );
  return new Map(accounts.map(({ id, name }) => [`account:${id}`, name]));
}

function conditionsOf(scope: Scope, query: EventsQuery): Conditions {
  const conditions = new Conditions().add('e.organisation_id = ?', scope.organisationId);
  if (query.kind !== undefined) conditions.add('e.kind = ?', query.kind);
  if (query.accountId !== undefined)
    conditions.add('e.actor = ?', `account:${query.accountId.toLowerCase()}`);
  if (query.assessmentId !== undefined) conditions.add('e.chain_id = ?', query.assessmentId);
  if (query.day !== undefined)
    conditions.add(
      `e.at >= ?::date::timestamp AT TIME ZONE 'Europe/Paris' AND e.at < (?::date + 1)::timestamp AT TIME ZONE 'Europe/Paris'`,
      query.day,
      query.day,
    );
  if (query.after !== undefined) {
    const [at, chainId, sequence] = readCursor(query.after, ['timestamptz', 'uuid', 'bigint']);
    conditions.add(
      'e.at <= ?::timestamptz AND (e.at < ?::timestamptz OR e.chain_id > ?::uuid OR (e.chain_id = ?::uuid AND e.sequence < ?::bigint))',
      ...[at, at, chainId, chainId, sequence],
    );
  }
  return conditions;
}

function toResponse(row: EventRow, name: string | undefined, { organisationId }: Scope): EventResponse {
  const kind = actorKindOf(row, name);
  return {
    chainId: row.chain_id,
    sequence: row.sequence,
    at: row.at,
    actor: { kind, name: name ?? null },
    kind: row.kind,
    assessmentId: row.chain_id === organisationId ? null : row.chain_id,
    assessmentTitle: row.assessment_title,
    text: row.text,
    textSha256: row.text_sha256,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

/** A copy of an act of the other side names its original; who acted there stays with that side. */
export function actorKindOf(
  { actor, text }: Pick<EventRow, 'actor' | 'text'>,
  name: string | undefined,
): ActorKind {
  if (actor === 'system') return 'system';
  if (name !== undefined) return 'member';
  if (text.includes(',"~with":"')) return 'other-side';
  return actor.startsWith('recipient:') ? 'recipient' : 'former-member';
}

function cursorOf({ at, chainId, sequence }: EventResponse): string {
  return writeCursor([at, chainId, String(sequence)]);
}
