import { pino, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from '../config/config.js';

export const LOG = Symbol('log');

/** PostgreSQL's own account of an error quotes the row that failed, and TypeORM what was to be written. */
const redacted = ['', 'driverError.', 'cause.'].flatMap((place) =>
  ['parameters', 'detail', 'where', 'config'].map((name) => `err.${place}${name}`),
);

/** JSON lines on standard output. Requests are logged without query, body, cookie or fragment: no secret reaches the log. */
export function createLog(level: LogLevel, destination: DestinationStream = pino.destination(1)): Logger {
  return pino({ level, base: null, redact: redacted }, destination);
}
