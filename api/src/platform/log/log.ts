import { pino, type Logger } from 'pino';
import type { LogLevel } from '../config/config.js';

export const LOG = Symbol('log');

/** JSON lines on standard output. Requests are logged without query, body, cookie or fragment: no secret reaches the log. */
export function createLog(level: LogLevel): Logger {
  return pino({
    level,
    base: null,
    redact: ['req.headers', 'err.config', 'err.driverError.parameters', 'err.parameters'],
  });
}
