import { types } from 'node:util';

import type { CellValue } from 'exceljs';

import type { UnreadCell } from './table.js';

export interface Unreadable {
  readonly why: UnreadCell['why'];
}

/** A value as a person sees it. */
export function readValue(value: CellValue, format: string | undefined): string | Unreadable {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value, format);
  if (typeof value === 'boolean') return String(value);
  if (types.isDate(value)) return dateText(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return readValue(value.text, format);
  if ('error' in value) return { why: 'error-value' };
  const { result } = value;
  return result === undefined ? { why: 'formula-without-value' } : readValue(result, format);
}

/** The number of a question may be 1.10, which is 1.1 under the format 0.00; no digit is ever rounded away. */
export function withShownZeros(text: string, format: string | undefined): string {
  if (format === undefined || !format.startsWith('0.')) return text;
  const shown = /^0\.(0{1,3})$/u.exec(format)?.[1]?.length ?? 0;
  const [, whole, decimals = ''] = /^(-?\d+)(?:\.(\d+))?$/u.exec(text) ?? [];
  return whole === undefined || shown <= decimals.length ? text : `${whole}.${decimals.padEnd(shown, '0')}`;
}

/** A SIREN kept as a number under the format 000000000 keeps its zeros. */
function numberText(value: number, format: string | undefined): string {
  if (format !== undefined && /^0+$/u.test(format) && Number.isSafeInteger(value) && value >= 0) {
    return String(value).padStart(format.length, '0');
  }
  if (Number.isSafeInteger(value) && format?.includes('%') !== true) return String(value);
  // Sums such as 0.1 + 0.2 show 15 digits in the spreadsheet program.
  const shown = Number(value.toPrecision(15));
  // 50 % is kept as 0.5 under a format that shows it as it was typed.
  if (format?.includes('%')) return `${plainDigits(Number((value * 100).toPrecision(15)))}%`;
  return Math.abs(shown) < 1e21 ? plainDigits(shown) : String(shown);
}

function plainDigits(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/u, '') : text;
}

function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const [day = '', time = ''] = value.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day}T${time.slice(0, 5)}`;
}
