import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { fail } from './problem.js';

export interface Limit {
  readonly hits: number;
  readonly seconds: number;
}

/** Counts in the database, so that several processes share one limit. */
@Injectable()
export class RateLimit {
  constructor(private readonly source: DataSource) {}

  /** One more hit under the key; over the limit the request ends with too-many-requests. */
  async hit(key: string, limit: Limit): Promise<void> {
    const rows = await this.source.query<{ hits: number; seconds_left: number }[]>(
      'SELECT * FROM hit($1, $2)',
      [key, limit.seconds],
    );
    const row = rows[0];
    if (row && row.hits > limit.hits) fail('too-many-requests', { params: { seconds: row.seconds_left } });
  }
}
