import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { catchError, from, mergeMap, of, type Observable } from 'rxjs';
import { Work } from '../database/work.js';
import { fail } from '../http/problem.js';
import type { ScopedRequest } from './decorators.js';
import type { Scope } from './scope.js';
import { keyHeader } from './token-access.js';

interface WriteRow {
  readonly claim: string;
  readonly same: boolean;
  readonly acted: boolean;
  readonly stale: boolean;
  readonly status: number | null;
  readonly body: string | null;
}

interface Claimed {
  readonly scope: Scope;
  readonly claim: string;
}

/** Longer than any request may take. */
const staleSeconds = 120;
const keyShape = /^[\x21-\x7e]{1,100}$/;

/** A write of a token with an Idempotency-Key is carried out once, and answered alike however often it is sent. */
@Injectable()
export class IdempotentWrites implements NestInterceptor {
  constructor(private readonly work: Work) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ScopedRequest>();
    const claim = request.scope?.token?.claim ?? null;
    if (!request.scope || claim === null) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const claimed = { scope: request.scope, claim };
    return from(this.take(claimed, request)).pipe(
      mergeMap((kept) => (kept ? of(replay(kept, reply)) : this.carryOut(claimed, next, reply))),
    );
  }

  private carryOut(claimed: Claimed, next: CallHandler, reply: FastifyReply): Observable<unknown> {
    return next.handle().pipe(
      mergeMap(async (body: unknown) => {
        await this.keep(claimed, reply.statusCode, body);
        return body;
      }),
      catchError(async (error: unknown) => {
        await this.giveBack(claimed);
        throw error;
      }),
    );
  }

  /** The row of an earlier request with this key that was answered, or nothing once the key is ours. */
  private take({ scope, claim }: Claimed, request: ScopedRequest): Promise<WriteRow | null> {
    const key = String(request.headers[keyHeader]);
    if (!keyShape.test(key)) return fail('idempotency-key-unreadable');
    const parameters = [scope.organisationId, scope.token?.id ?? '', key, claim, digestOf(request)];
    return this.work.run(scope, async (tx) => {
      const taken = await tx.query(
        `INSERT INTO token_writes (organisation_id, token_id, key, claim, request_sha256) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (organisation_id, token_id, key) DO NOTHING RETURNING claim`,
        parameters,
      );
      if (taken.length > 0) return null;
      const earlier = await tx.get<WriteRow>(
        `SELECT claim, request_sha256 = $4 AS same, acted, claimed_at < now() - make_interval(secs => $5) AS stale, status, body
         FROM token_writes WHERE organisation_id = $1 AND token_id = $2 AND key = $3 FOR UPDATE`,
        [scope.organisationId, scope.token?.id ?? '', key, digestOf(request), staleSeconds],
      );
      if (!earlier.same) fail('idempotency-key-reused');
      if (earlier.status !== null) return earlier;
      if (!earlier.stale) fail('idempotency-key-busy');
      if (earlier.acted) fail('idempotency-reply-lost');
      // Its process is gone. Should it not be, it finds its claim gone when it wants to act.
      await tx.query('UPDATE token_writes SET claim = $2, claimed_at = now() WHERE claim = $1', [
        earlier.claim,
        claim,
      ]);
      return null;
    });
  }

  private async keep({ scope, claim }: Claimed, status: number, body: unknown): Promise<void> {
    await this.work.run(scope, (tx) =>
      tx.query('UPDATE token_writes SET status = $2, body = $3 WHERE claim = $1', [
        claim,
        status,
        body === undefined ? null : JSON.stringify(body),
      ]),
    );
  }

  /** What was refused changed nothing: the same key may be tried again. */
  private async giveBack({ scope, claim }: Claimed): Promise<void> {
    await this.work.run(scope, (tx) =>
      tx.query('DELETE FROM token_writes WHERE claim = $1 AND NOT acted', [claim]),
    );
  }
}

function replay({ status, body }: WriteRow, reply: FastifyReply): unknown {
  void reply.status(status ?? 200).header('idempotency-replayed', 'true');
  return body === null ? undefined : (JSON.parse(body) as unknown);
}

function digestOf({ method, url, body = null }: ScopedRequest): Buffer {
  return createHash('sha256')
    .update(`${method}\n${url}\n${JSON.stringify(body)}`)
    .digest();
}
