import pg from 'pg';

const maxNames = 500;
const names = new Map<string, string>();

/** A stable statement name per text: PostgreSQL then parses and plans a repeated statement once per connection. */
function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= maxNames) return undefined;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

type Query = pg.Client['query'];

/** Turns every parametrised text into a named statement, bounded in number; anything else passes unchanged. */
export class PreparedClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    // Whoever holds the connection hears of its end, and so does the pool while it is idle. Between the two nobody listens, and an
    // error that nobody hears ends the process; the pool drops the connection when it is given back.
    this.on('error', () => undefined);
  }

  override query: Query = ((...given: unknown[]) => {
    const [text, values, callback] = given;
    const pass = super.query.bind(this) as (...passed: unknown[]) => unknown;
    if (typeof text !== 'string' || !Array.isArray(values)) return pass(...given);
    const name = statementName(text);
    return name === undefined ? pass(...given) : pass({ name, text, values: values as unknown[] }, callback);
  }) as Query;
}

export class PreparedPool extends pg.Pool {
  constructor(options: pg.PoolConfig) {
    super({ ...options, Client: PreparedClient });
  }
}
