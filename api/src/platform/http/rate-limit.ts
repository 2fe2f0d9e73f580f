import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { fail } from './problem.js';

export interface Limit {
  readonly hits: number;
  /** At most `longestWindowSeconds`. */
  readonly seconds: number;
}

/** A count that is older has run out, whatever its limit. */
export const longestWindowSeconds = 86_400;

const longestDelayMs = 5_000;
const delayPerHitMs = 50;

/** How long the hit waits, by how many it is over the limit. */
export function delayOf(over: number): number {
  return Math.min(longestDelayMs, Math.max(0, over) * delayPerHitMs);
}

/** Who counts as one source: an IPv4 address, and of IPv6 the network that one household or company is given. */
export function sourceOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined || !ip.includes(':')) return mapped ?? ip;
  const [head = '', tail] = ip.split('::');
  const groups = (text: string | undefined) => (text ? text.split(':') : []);
  const missing = 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array<string>(Math.max(0, missing)).fill('0'), ...groups(tail)];
  return `${all
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

/** Counts in the database, so that several processes share one limit. */
@Injectable()
export class RateLimit {
  constructor(private readonly source: DataSource) {}

  /** One more hit under the key; over the limit the request ends with too-many-requests. */
  async hit(key: string, limit: Limit): Promise<void> {
    const { left, seconds } = await this.countDown(key, limit);
    if (left < 0) fail('too-many-requests', { params: { seconds } });
  }

  /** One more hit under the key; how many are left, below zero once it is over, and when the count begins again. */
  async countDown(key: string, limit: Limit): Promise<{ readonly left: number; readonly seconds: number }> {
    const { hits, seconds_left: seconds } = await this.count(key, limit);
    return { left: limit.hits - hits, seconds };
  }

  /** One more hit under the key; over the limit it waits, and longer the more there are, but is never refused. */
  async slow(key: string, limit: Limit): Promise<void> {
    const { hits } = await this.count(key, limit);
    const delay = delayOf(hits - limit.hits);
    if (delay > 0) await pause(delay);
  }

  private async count(key: string, { seconds }: Limit): Promise<{ hits: number; seconds_left: number }> {
    const [row] = await this.source.query<{ hits: number; seconds_left: number }[]>(
      'SELECT * FROM hit($1, $2)',
      [key, seconds],
    );
    return row ?? { hits: 0, seconds_left: 0 };
  }
}
