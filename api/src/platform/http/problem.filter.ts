import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Refusal } from '@probant/shared/decision';
import { problem, type ProblemCode } from '@probant/shared/problems';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { sqlState } from '../database/work.js';
import { ProblemError } from './problem.js';

const byStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed-request',
  404: 'not-found',
  405: 'method-not-allowed',
  408: 'request-timeout',
  413: 'body-too-large',
  415: 'media-type-not-accepted',
  429: 'too-many-requests',
};

const lostConnection = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
]);

/** What a request ends with when it did not end well. Only an unexpected error is logged, and never shown. */
export function refusalOf(error: unknown, log: Pick<Logger, 'error'>): Refusal {
  if (error instanceof ProblemError) return error.refusal;
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
  const code = status === undefined ? undefined : byStatus[status];
  if (code) return { code };
  if (isDatabaseAway(error)) return { code: 'unavailable' };
  log.error({ err: error }, 'request failed');
  return { code: 'internal-error' };
}

export function isDatabaseAway(error: unknown): boolean {
  const code = (error as { code?: string } | null)?.code;
  const message = error instanceof Error ? error.message : '';
  return (
    lostConnection.has(code ?? '') ||
    lostConnection.has(sqlState(error) ?? '') ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      message,
    )
  );
}

export function languageOf(request: Pick<FastifyRequest, 'headers'>): 'fr' | 'en' {
  const asked = request.headers['accept-language'] ?? '';
  const first = asked.split(',')[0] ?? '';
  return first.trim().toLowerCase().startsWith('en') ? 'en' : 'fr';
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): void {
  const body = problem(refusal, languageOf(request));
  const wait = refusal.params?.['seconds'];
  if (body.status === 429 && wait !== undefined) void reply.header('retry-after', String(wait));
  void reply.status(body.status).type('application/problem+json').send(JSON.stringify(body));
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Pick<Logger, 'error'>) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(
      http.getRequest<FastifyRequest>(),
      http.getResponse<FastifyReply>(),
      refusalOf(error, this.log),
    );
  }
}
