import { fieldRefusal, type FieldRefusal } from './decision.js';
import { isWellFormed } from './proof/canonical-json.js';

export interface TextRule {
  readonly max: number;
  readonly min?: number;
  /** True where line feeds and tabs belong. */
  readonly multiline?: boolean;
  /** True where an empty text is as good as none. */
  readonly optional?: boolean;
}

// C0 and C1 controls; on one line also what turns the direction of writing around, which makes a name read as another.
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
const notOnOneLine = /[\t\n\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

/** What is wrong with a text, trimmed; nothing when it is right. */
export function checkText(at: string, value: unknown, rule: TextRule): FieldRefusal[] {
  if (typeof value !== 'string') return [fieldRefusal(at, value === undefined ? 'required' : 'wrong-type')];
  const text = tidyText(value);
  if (!isWellFormed(value)) return [fieldRefusal(at, 'invalid-unicode')];
  if (controls.test(text) || (rule.multiline !== true && notOnOneLine.test(text))) {
    return [fieldRefusal(at, 'control-character')];
  }
  if (text === '') return rule.optional === true ? [] : [fieldRefusal(at, 'required')];
  if (text.length < (rule.min ?? 0)) return [fieldRefusal(at, 'too-short', { min: rule.min ?? 0 })];
  return text.length > rule.max ? [fieldRefusal(at, 'too-long', { max: rule.max })] : [];
}

/** As it is kept: composed, without white space around, one kind of line end. */
export function tidyText(text: string): string {
  return text.replaceAll('\r\n', '\n').trim().normalize('NFC');
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keys that nobody asked for. */
export function checkKeys(
  at: string,
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
): FieldRefusal[] {
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => fieldRefusal(`${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, 'unknown-field'));
}
