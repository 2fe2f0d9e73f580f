import { fieldRefusal, pointer, type FieldRefusal } from '../../decision.js';
import { satisfying } from '../../scoring/best-answers.js';
import { compileRow } from '../../scoring/raw-risk.js';
import type { Question, RowRule, TableRow } from '../document.js';

type Table = Extract<Question, { type: 'table' }>;

/** A row with more days left, or one certificate more, is never riskier; and every rule can be the one that decides. */
export function checkRowOrder(at: string, { rowRisk }: Table): readonly FieldRefusal[] {
  const riskOf = compileRow(rowRisk);
  const rows = candidates(rowRisk);
  const days = [
    ...new Set(
      rowRisk.flatMap(({ when }) =>
        when['expires_in_days_gte'] === undefined ? [] : [Number(when['expires_in_days_gte'])],
      ),
    ),
  ];
  const marks = days.flatMap((limit) => [limit - 1, limit]).toSorted((a, b) => a - b);
  const certificates = rowRisk.flatMap(({ when }) =>
    typeof when['has_certificate'] === 'string' ? [when['has_certificate']] : [],
  );
  const rises = (less: TableRow, more: TableRow): boolean => riskOf(more, noDay) > riskOf(less, noDay);
  const longer = rows.some((row) =>
    marks.some((mark, index) =>
      rises({ ...row, expires_in_days: marks[index - 1] ?? mark - 1 }, { ...row, expires_in_days: mark }),
    ),
  );
  const more = rows.some((row) =>
    [...new Set([...certificates, 'other'])].some(
      (certificate) =>
        rises({ ...row, certificates: [] }, { ...row, certificates: [certificate] }) ||
        rises(row, { ...row, certificates: [...listOf(row['certificates']), certificate] }),
    ),
  );
  return [
    ...(longer ? [fieldRefusal(`${at}/rowRisk`, 'row-lapse-helps')] : []),
    ...(more ? [fieldRefusal(`${at}/rowRisk`, 'row-certificate-harms')] : []),
    ...rowRisk.flatMap((rule, index) =>
      rowRisk.slice(0, index).some((earlier) => isWithin(rule, earlier))
        ? [fieldRefusal(`${at}${pointer('rowRisk', index)}`, 'rule-never-applies')]
        : [],
    ),
  ];
}

/** Rows that meet one rule, or two at once. */
function candidates(rules: readonly RowRule[]): readonly TableRow[] {
  const rows = rules.map(({ when }) => satisfying(when));
  return [{}, ...rows, ...rows.flatMap((one) => rows.map((other) => ({ ...one, ...other })))];
}

function listOf(cell: TableRow[string] | undefined): readonly string[] {
  return Array.isArray(cell) ? cell.filter((one): one is string => typeof one === 'string') : [];
}

/** Whatever meets the rule meets the earlier one. */
function isWithin({ when }: RowRule, earlier: RowRule): boolean {
  return Object.entries(earlier.when).every(([key, wanted]) => {
    const own = when[key];
    if (key === 'expires_in_days_gte') return own !== undefined && Number(own) >= Number(wanted);
    if (key === 'has_any_certificate' && wanted === true && own === undefined) {
      return when['has_certificate'] !== undefined && when['has_certificate'] !== 'none';
    }
    return own === wanted;
  });
}

function noDay(): never {
  throw new RangeError('a row that is tried states its days');
}
