interface Following {
  /** Columns whose change matters; without them the table only grows. */
  readonly of?: string;
  /** Rows that matter. */
  readonly when?: string;
}

/**
 * A row written to the table has the obligations of its engagement worked out anew. The table has a column `engagement_id` or
 * `assessment_id`, and `organisation_id` or `buyer_id`.
 */
export function followedByCalendar(table: string, { of, when }: Following = {}): string {
  const events = of === undefined ? 'INSERT' : `INSERT OR UPDATE OF ${of}`;
  const condition = when === undefined ? '' : ` WHEN (${when})`;
  return `CREATE TRIGGER ${table}_calendar AFTER ${events} ON ${table} FOR EACH ROW${condition}
  EXECUTE FUNCTION calendar_is_stale()`;
}

interface Through extends Pick<Following, 'of'> {
  readonly parent: string;
  /** The column of the parent that says whose it is. */
  readonly owner: string;
  /** The column of the table that names the parent. */
  readonly key: string;
}

/** The same for a table that names another, which has the engagement. */
export function followedThrough(table: string, { parent, owner, key, of }: Through): string {
  const events = of === undefined ? 'INSERT' : `INSERT OR UPDATE OF ${of}`;
  return `CREATE TRIGGER ${table}_calendar AFTER ${events} ON ${table} FOR EACH ROW
  EXECUTE FUNCTION calendar_is_stale_through('${parent}', '${owner}', '${key}')`;
}
