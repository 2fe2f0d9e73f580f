import { Injectable } from '@nestjs/common';
import type { AuditEvent } from '@probant/shared/audit/events';
import type { AccountId, AssessmentId, OrganisationId } from '@probant/shared/ids';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import {
  DataSource,
  type EntityManager,
  type EntityTarget,
  QueryFailedError,
  type FindOptionsWhere,
  type ObjectLiteral,
} from 'typeorm';
import type { PoolClient, QueryResult } from 'pg';
import { actorOf, type Purpose, type Scope } from '../access/scope.js';
import { fail, found } from '../http/problem.js';

/** What a statement may take as a parameter. */
export type Parameter = string | number | boolean | null | Buffer | Date | readonly string[];

/** A parametrised statement; R is the caller's word for the rows that it selects. */
export interface Statement<R> {
  readonly text: string;
  readonly parameters: readonly Parameter[];
  /** Never there: carries R. */
  readonly rows?: R;
}

/** One transaction that speaks for one organisation. Saving asks for the event that says what happened. */
export class Tx {
  constructor(
    readonly manager: EntityManager,
    private readonly actor: string,
    private readonly chainId: string | null,
    private readonly claim: string | null = null,
  ) {}

  /** Rows of a parametrised statement; T is the caller's word for what the statement selects. */

  query<T>(sql: string, parameters: readonly Parameter[] = []): Promise<T[]> {
    return this.manager.query<T[]>(sql, [...parameters]);
  }

  async get<T>(sql: string, parameters: readonly Parameter[] = []): Promise<T> {
    return found((await this.query<T>(sql, parameters))[0]);
  }

  find<T extends ObjectLiteral>(entity: EntityTarget<T>, where: FindOptionsWhere<T>): Promise<T | null> {
    return this.manager.findOneBy(entity, where);
  }

  /** The row, locked until the transaction ends; a problem when it is not there or not yours. */
  async lock<T extends ObjectLiteral>(entity: EntityTarget<T>, where: FindOptionsWhere<T>): Promise<T> {
    return found(await this.manager.findOne(entity, { where, lock: { mode: 'pessimistic_write' } }));
  }

  /** Saves the row with its event, in the organisation's chain or in that of the event's assessment. */
  async save<T extends ObjectLiteral>(row: T, event: AuditEvent): Promise<T> {
    const saved = await this.manager.save(row);
    await this.record(event);
    return saved;
  }

  async insert<T extends ObjectLiteral>(row: T, event: AuditEvent): Promise<T> {
    await this.manager.insert(row.constructor, row);
    await this.record(event);
    return row;
  }

  /** Adds an event that goes with rows written by statements. */
  async record(event: AuditEvent): Promise<void> {
    const chain = 'assessmentId' in event && event.assessmentId ? event.assessmentId : this.chainId;
    if (chain === null) return;
    await this.markDone();
    await this.query('SELECT append_event($1, $2, $3, $4)', [
      chain,
      event.kind,
      this.actor,
      canonicalJson(event),
    ]);
  }

  /** Adds the events of many rows that were written together, in one round trip. */
  async recordAll(events: readonly AuditEvent[]): Promise<void> {
    if (this.chainId === null || events.length === 0) return;
    await this.markDone();
    await this.query(
      `SELECT a.sequence FROM unnest($3::text[], $4::text[]) WITH ORDINALITY AS e(kind, text, place),
         LATERAL append_event($1, e.kind, $2, e.text) a ORDER BY e.place`,
      [this.chainId, this.actor, events.map(({ kind }) => kind), events.map((event) => canonicalJson(event))],
    );
  }

  /** Adds an act that both sides of an assessment see to both of its chains. */
  async recordForBoth(event: AuditEvent & { assessmentId: AssessmentId }): Promise<void> {
    await this.markDone();
    await this.query('SELECT append_shared_event($1, $2, $3, $4)', [
      event.assessmentId,
      event.kind,
      this.actor,
      canonicalJson(event),
    ]);
  }

  /** Whoever repeats the write finds that it was done, or does it: never both, even when two repeat it at once. */
  private async markDone(): Promise<void> {
    if (this.claim === null) return;
    const rows = await this.query(
      'WITH done AS (UPDATE token_writes SET acted = true WHERE claim = $1 RETURNING 1) SELECT * FROM done',
      [this.claim],
    );
    if (rows.length === 0) fail('idempotency-key-busy');
  }
}

function rowsOf(
  reply: PromiseSettledResult<QueryResult>,
  statement: Statement<unknown> | undefined,
): unknown[] {
  if (reply.status === 'fulfilled') return reply.value.rows as unknown[];
  const cause = reply.reason instanceof Error ? reply.reason : new Error(String(reply.reason));
  throw new QueryFailedError(statement?.text ?? '', [...(statement?.parameters ?? [])], cause);
}

function speaking(
  organisationId: string | null,
  accountId: string | null,
  purpose: string,
): Statement<unknown> {
  return { text: 'SELECT speak($1, $2, $3)', parameters: [organisationId, accountId, purpose] };
}

/** Whoever was handed a part speaks for it alone, and not for the organisation in whose name they work. */
function speakingAs({ organisationId, accountId, delegation }: Scope): Statement<unknown> {
  if (delegation === null) return speaking(organisationId, accountId, '');
  return { text: 'SELECT speak_as_delegate($1)', parameters: [delegation.id] };
}

const retried = new Set(['40001', '40P01']);

function sqlState(error: unknown): string | undefined {
  const driverError = (error as { driverError?: { code?: string } } | null)?.driverError;
  return driverError?.code;
}

/** The only door to the database: no scope, no transaction; no transaction, no data. */
@Injectable()
export class Work {
  constructor(private readonly source: DataSource) {}

  /** Speaks for the scope's organisation. Runs again when PostgreSQL asks for it (deadlock, serialisation). */
  run<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.attempt(speakingAs(scope), async (manager) =>
      work(new Tx(manager, actorOf(scope), scope.organisationId, scope.token?.claim ?? null)),
    );
  }

  /**
   * Reads for the scope's organisation, in one flight to the database: the transaction, who speaks in it and every statement
   * leave together, so that none can depend on what another found.
   */
  async ask<R extends readonly unknown[]>(
    scope: Scope,
    ...statements: { readonly [K in keyof R]: Statement<R[K]> }
  ): Promise<{ readonly [K in keyof R]: R[K][] }> {
    const flight: readonly Statement<unknown>[] = [
      { text: 'START TRANSACTION READ ONLY', parameters: [] },
      speakingAs(scope),
      ...statements,
      { text: 'COMMIT', parameters: [] },
    ];
    const runner = this.source.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      const replies = await Promise.allSettled(
        flight.map(({ text, parameters }) => client.query(text, [...parameters])),
      );
      const rows = replies.map((reply, place) => rowsOf(reply, flight[place]));
      return rows.slice(2, -1) as { [K in keyof R]: R[K][] };
    } finally {
      await runner.release();
    }
  }

  /** Speaks for an organisation without a person: what the product itself does in its name. */
  runFor<T>(organisationId: OrganisationId, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.attempt(speaking(organisationId, null, ''), async (manager) =>
      work(new Tx(manager, 'system', organisationId)),
    );
  }

  /** Speaks for an organisation in the name of the member who asked for what is done later, in the background. */
  runAs<T>(organisationId: OrganisationId, accountId: AccountId, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.attempt(speaking(organisationId, accountId, ''), async (manager) =>
      work(new Tx(manager, actorOf({ accountId }), organisationId)),
    );
  }

  /** Serves the platform itself: sign-in, links before a workspace is chosen, the outbox. */
  serve<T>(purpose: Purpose, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.attempt(speaking(null, null, purpose), async (manager) =>
      work(new Tx(manager, 'system', null)),
    );
  }

  private async attempt<T>(
    speech: Statement<unknown>,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    for (let left = 3; ; left -= 1) {
      try {
        return await this.source.transaction(async (manager) => {
          await manager.query(speech.text, [...speech.parameters]);
          return work(manager);
        });
      } catch (error) {
        if (left === 0 || !retried.has(sqlState(error) ?? '')) throw error;
      }
    }
  }
}

/** Speaks for an organisation inside a transaction that serves a purpose, e.g. to write the first event of a new one. */
export async function speakFor(
  tx: Tx,
  organisationId: string,
  accountId: string | null,
  purpose: Purpose,
): Promise<Tx> {
  await tx.query('SELECT speak($1, $2, $3)', [organisationId, accountId, purpose]);
  return new Tx(tx.manager, accountId === null ? 'system' : `account:${accountId}`, organisationId);
}

export { sqlState };
