import { startApp, type RunningApp } from '../harness/running-app.js';

interface ColumnRow {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly required: boolean;
  readonly key: boolean;
}

/** PostgreSQL's names for the types that entities name shorter. */
const types: Readonly<Record<string, string>> = { timestamptz: 'timestamp with time zone' };

describe('every entity is the table that the migrations made', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());

  const readTable = (table: string) =>
    running.sql<ColumnRow>(
      `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable,
         a.attnotnull AND NOT a.atthasdef AND a.attidentity = '' AS required,
         coalesce(a.attnum = ANY (k.conkey), false) AS key
       FROM pg_attribute a LEFT JOIN pg_constraint k ON k.conrelid = a.attrelid AND k.contype = 'p'
       WHERE a.attrelid = to_regclass('probant.' || $1) AND a.attnum > 0 AND NOT a.attisdropped`,
      [table],
    );

  test('on columns, types, keys and nullability', async () => {
    const wrong: string[] = [];
    for (const { tableName, columns } of running.source.entityMetadatas) {
      const kept = new Map((await readTable(tableName)).map((column) => [column.name, column]));
      for (const column of columns) {
        const there = kept.get(column.databaseName);
        const plain = running.source.driver.normalizeType(column);
        const type = `${types[plain] ?? plain}${column.isArray ? '[]' : ''}`;
        const told = { type, nullable: column.isNullable, key: column.isPrimary };
        const found = there && { type: there.type, nullable: there.nullable, key: there.key };
        if (JSON.stringify(told) !== JSON.stringify(found)) {
          wrong.push(
            `${tableName}.${column.databaseName}: ${JSON.stringify(told)}, in the table ${JSON.stringify(found)}`,
          );
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('a column that must be given is known to the entity that inserts its rows', async () => {
    const unknown: string[] = [];
    for (const { tableName, columns } of running.source.entityMetadatas) {
      const known = new Set(columns.map(({ databaseName }) => databaseName));
      const needed = (await readTable(tableName)).filter(({ required }) => required);
      unknown.push(
        ...needed.filter(({ name }) => !known.has(name)).map(({ name }) => `${tableName}.${name}`),
      );
    }
    expect(unknown).toEqual([]);
  });
});
