import pg from 'pg';
import { DataSource, type EntitySchema, type MixedList } from 'typeorm';
import { PreparedClient, PreparedPool } from './prepared-client.js';

export interface DataSourceOptions {
  /** Address of the API's own login role, which owns no table. */
  readonly url: string;
  readonly entities: MixedList<(new () => object) | EntitySchema>;
  readonly poolSize: number;
  /** Acts as this role, of which the one that signs in is a member. */
  readonly actAs?: string;
  readonly pool?: typeof PreparedPool;
}

/** The API's only connection to the database; whoever needs data goes through Work. */
export function createDataSource(options: DataSourceOptions): DataSource {
  const role = options.actAs === undefined ? '' : `-c role=${options.actAs} `;
  return new DataSource({
    type: 'postgres',
    url: options.url,
    schema: 'probant',
    entities: options.entities as MixedList<new () => object>,
    driver: { ...pg, Client: PreparedClient, Pool: options.pool ?? PreparedPool },
    poolSize: options.poolSize,
    installExtensions: false,
    // A pipelined client sends a statement without waiting for the reply to the one before.
    extra: {
      connectionTimeoutMillis: 5_000,
      options: `${role}-c search_path=probant,public`,
      pipeline: true,
    },
    poolErrorHandler: () => {
      // A dropped idle connection is replaced by the pool; /health tells whether the database is away.
    },
  });
}
