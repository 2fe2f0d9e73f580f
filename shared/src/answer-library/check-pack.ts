import { isInstant, type Instant } from '../calendar.js';
import { validateAnswer } from '../answers/validate-answer.js';
import { checkPieceDates } from '../evidence/check-dates.js';
import { checkFileName } from '../evidence/file-name.js';
import { maxCounts, maxLengths } from '../limits.js';
import { checkText, isRecord } from '../plain-text.js';
import { canonicalJson } from '../proof/canonical-json.js';
import { columnTypes, type Localised } from '../questionnaires/document.js';
import { askable, toLibraryQuestion, type LibraryQuestion } from './library-question.js';
import type { PackEntry, PackPiece } from './pack-format.js';

/** An entry whose answer is one to its own question, and nothing more than the format says; undefined otherwise. */
export function checkPackEntry(value: unknown, pieces: number, now: Instant): PackEntry | undefined {
  if (!isRecord(value) || Object.keys(value).length !== 4) return undefined;
  const { question, answer, givenAt, pieces: beside } = value;
  if (!isQuestion(question) || !sameValue(question, toLibraryQuestion(question))) return undefined;
  if (typeof givenAt !== 'string' || !isInstant(givenAt) || givenAt > now) return undefined;
  if (!areIndexes(beside, pieces) || !isAnswerTo(question, answer, now)) return undefined;
  if (isRecord(answer) && answer['state'] === 'pieces' && beside.length === 0) return undefined;
  // Checked just above, field by field.
  return value as unknown as PackEntry;
}

export function checkPackPiece(value: unknown, today: string): PackPiece | undefined {
  if (!isRecord(value) || Object.keys(value).length !== 6) return undefined;
  const { name, kind, datedOn, expiresOn } = value;
  if (typeof name !== 'string' || !checkFileName(name).accepted) return undefined;
  if (typeof kind !== 'string' || !/^[a-z0-9_]{1,64}$/.test(kind)) return undefined;
  if (!isDayOrNull(datedOn) || !isDayOrNull(expiresOn)) return undefined;
  if (checkPieceDates({ datedOn, expiresOn }, today).length > 0) return undefined;
  return value as unknown as PackPiece;
}

function isAnswerTo(question: LibraryQuestion, answer: unknown, now: Instant): boolean {
  if (!isRecord(answer)) return false;
  if (answer['state'] === 'pieces') return Object.keys(answer).length === 1;
  if (answer['state'] !== 'answered' && answer['state'] !== 'na') return false;
  const decision = validateAnswer(askable(question), answer, now);
  return decision.accepted && sameValue(answer, decision.value);
}

function isQuestion(value: unknown): value is LibraryQuestion {
  if (!isRecord(value) || !isKey(value['id']) || !isLocalised(value['text'])) return false;
  switch (value['type']) {
    case 'single':
    case 'multi':
      return areOptions(value['options']);
    case 'number':
    case 'duration':
    case 'date_age':
      return isLocalised(value['unit'], true) && typeof value['none'] === 'boolean';
    case 'table':
      return areColumns(value['columns']) && areKeys(value['rowsRequired']);
    case 'text':
    case 'file':
      return true;
    default:
      return false;
  }
}

function areOptions(value: unknown): boolean {
  if (!Array.isArray(value) || value.length > maxCounts.options) return false;
  const options: readonly unknown[] = value;
  return options.every((one) => isRecord(one) && isKey(one['value']) && isLocalised(one['label']));
}

function areColumns(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0 || value.length > maxCounts.columns) return false;
  const columns: readonly unknown[] = value;
  return columns.every(
    (one) =>
      isRecord(one) &&
      isKey(one['key']) &&
      columnTypes.some((type) => type === one['type']) &&
      isLocalised(one['label']) &&
      (one['values'] === undefined || areOptions(one['values'])),
  );
}

function areKeys(value: unknown): boolean {
  if (value === undefined) return true;
  return Array.isArray(value) && value.length <= maxCounts.tableRows && value.every(isKey);
}

function isKey(value: unknown): boolean {
  return checkText('', value, { max: maxLengths.key }).length === 0 && value !== '';
}

function isLocalised(value: unknown, blank = false): value is Localised {
  if (!isRecord(value)) return false;
  const rule = { max: maxLengths.questionText, multiline: true, optional: blank };
  return [value['fr'], value['en']].every((text) => checkText('', text, rule).length === 0);
}

function areIndexes(value: unknown, count: number): value is readonly number[] {
  if (!Array.isArray(value) || value.length > maxCounts.evidencePerAnswer) return false;
  const indexes: readonly unknown[] = value;
  return indexes.every(
    (one, place) =>
      typeof one === 'number' &&
      Number.isInteger(one) &&
      one >= 0 &&
      one < count &&
      indexes.indexOf(one) === place,
  );
}

function isDayOrNull(value: unknown): value is string | null {
  return value === null || (typeof value === 'string' && value !== '');
}

/** As it would be written again: no key that nobody asked for, no text that would be kept otherwise. */
function sameValue(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
