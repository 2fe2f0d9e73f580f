import type { Socket } from 'node:net';
import { problem, type ProblemCode } from '@probant/shared/problems';
import { languageOf } from './problem.filter.js';

const codes: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};
const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/** The refusal of a request that the parser of HTTP cannot read: no reply exists, so it is written on the connection itself. */
export function answerUnreadable(
  error: { readonly code: string; readonly rawPacket: unknown },
  socket: Socket,
): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const packet = Buffer.isBuffer(error.rawPacket) ? error.rawPacket.toString('latin1', 0, 4_096) : '';
  const said = /^accept-language:(.*)$/im.exec(packet)?.[1];
  const body = problem(
    { code: codes[error.code] ?? 'malformed-request' },
    languageOf({ headers: said === undefined ? {} : { 'accept-language': said } }),
  );
  const text = JSON.stringify(body);
  const head = [
    `HTTP/1.1 ${body.status} ${reasons[body.status] ?? ''}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(text)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`);
}
