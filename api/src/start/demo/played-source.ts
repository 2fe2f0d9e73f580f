import { DataSource } from 'typeorm';
import * as entities from '../../entities.js';
import type { Clock } from '../../platform/clock/clock.js';
import { createDataSource } from '../../platform/database/data-source.js';
import { PreparedPool } from '../../platform/database/prepared-client.js';
import { apiRole, letOwnerActAsApi } from '../../platform/database/roles.js';

/**
 * The application's tables under the application's role and row security, signed in as their owner: to such a session alone
 * the database leaves the instants of rows and events (see the migration of played_at).
 */
export async function openPlayedSource(ownerUrl: string, clock: Clock): Promise<DataSource> {
  await letOwnerActAsApi(ownerUrl);
  const source = createDataSource({
    url: withoutOptions(ownerUrl),
    entities: Object.values(entities),
    poolSize: 5,
    actAs: apiRole,
    pool: poolAt(clock),
  });
  return source.initialize();
}

/** Options of the address would stand in for those that name the role. */
function withoutOptions(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.searchParams.delete('options');
  return url.href;
}

/** Each connection that is taken from it is told the time first: statements are worked off in order. */
function poolAt(clock: Clock): typeof PreparedPool {
  return class extends PreparedPool {
    constructor(options: ConstructorParameters<typeof PreparedPool>[0]) {
      super(options);
      this.on('acquire', (client) => {
        // A connection that is lost says so to the statement that follows.
        client
          .query("SELECT set_config('app.played_at', $1, false)", [clock.now().toISOString()])
          .catch(() => undefined);
      });
    }
  };
}
