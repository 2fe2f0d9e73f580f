/** What one command may touch: the rows of the named column's organisation, or any SQL condition. */
export type RowRule = string;

export interface TableRules {
  readonly select: RowRule;
  readonly insert?: RowRule;
  readonly update?: RowRule;
  readonly delete?: RowRule;
}

/** Rows whose column holds the organisation of the transaction. */
export const of = (column: string): RowRule => `${column} = (SELECT organisation())`;

/** Transactions that serve the platform itself and say which of its purposes: 'identity', 'link', 'outbox', 'limits'. */
export const serving = (...purposes: string[]): RowRule =>
  `(SELECT purpose()) IN (${purposes.map((name) => `'${name}'`).join(', ')})`;

export const either = (...rules: RowRule[]): RowRule => rules.map((rule) => `(${rule})`).join(' OR ');

/**
 * Forces row security on a table and grants the application's role exactly the commands that have a rule:
 * a table without an update and a delete rule can only grow.
 */
export function secure(table: string, rules: TableRules): string {
  const statements = [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `GRANT SELECT ON ${table} TO probant_app`,
    `CREATE POLICY ${table}_select ON ${table} FOR SELECT USING (${rules.select})`,
  ];
  if (rules.insert) {
    statements.push(`GRANT INSERT ON ${table} TO probant_app`);
    statements.push(`CREATE POLICY ${table}_insert ON ${table} FOR INSERT WITH CHECK (${rules.insert})`);
  }
  if (rules.update) {
    statements.push(`GRANT UPDATE ON ${table} TO probant_app`);
    statements.push(
      `CREATE POLICY ${table}_update ON ${table} FOR UPDATE USING (${rules.update}) WITH CHECK (${rules.update})`,
    );
  }
  if (rules.delete) {
    statements.push(`GRANT DELETE ON ${table} TO probant_app`);
    statements.push(`CREATE POLICY ${table}_delete ON ${table} FOR DELETE USING (${rules.delete})`);
  }
  return statements.join(';\n') + ';';
}

/** A table that one organisation owns alone. */
export function owned(table: string, column = 'organisation_id'): string {
  const rule = of(column);
  return secure(table, { select: rule, insert: rule, update: rule, delete: rule });
}

/** A table that one organisation owns alone and that only grows. */
export function ownedAppendOnly(table: string, column = 'organisation_id'): string {
  return secure(table, { select: of(column), insert: of(column) });
}
