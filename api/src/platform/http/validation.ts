import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { findDayFault } from '@probant/shared/calendar';
import { pointer, type FieldRefusal } from '@probant/shared/decision';
import { isFieldCode, type FieldCode } from '@probant/shared/field-problems';
import { getMetadataStorage, isObject } from 'class-validator';
import { ProblemError } from './problem.js';

/** class-validator's rules, by the code of the refusal; an unknown one would be a mistake in this table. */
const codes: Readonly<Record<string, FieldCode>> = {
  whitelistValidation: 'unknown-field',
  isString: 'wrong-type',
  isBoolean: 'wrong-type',
  isObject: 'wrong-type',
  isArray: 'wrong-type',
  nestedValidation: 'wrong-type',
  isInt: 'not-an-integer',
  isNumber: 'not-a-number',
  min: 'out-of-range',
  max: 'out-of-range',
  minLength: 'too-short',
  maxLength: 'too-long',
  arrayMinSize: 'too-few',
  arrayMaxSize: 'too-many',
  arrayUnique: 'duplicate',
  isUuid: 'not-an-id',
  isEmail: 'not-an-email',
  isIn: 'not-a-choice',
  matches: 'wrong-type',
  realDay: 'not-a-date',
  present: 'required',
  listOfObjects: 'wrong-type',
  wellFormed: 'invalid-unicode',
};

/** Rules say more the earlier they stand here: a wrong type is told before a wrong length. */
const order = Object.keys(codes);

function refusalOf(error: ValidationError, at: string): FieldRefusal | null {
  const failed = Object.keys(error.constraints ?? {}).toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  const first = failed[0];
  if (first === undefined) return null;
  if (error.value === undefined && first !== 'whitelistValidation') return { pointer: at, code: 'required' };
  const code = dayFault(first, error.value) ?? ownCode(error, first) ?? codes[first] ?? 'wrong-type';
  if (code === 'too-short' && error.value === '') return { pointer: at, code: 'required' };
  const numbers =
    ownBounds(error, first) ?? bounds(error.constraints?.[first] ?? '', first, error.constraints ?? {});
  if (numbers === null) return { pointer: at, code };
  const open = code === 'out-of-range' && numbers['max'] === undefined;
  return { pointer: at, code: open ? 'too-small' : code, params: numbers };
}

/** A day that does not exist, and one too far in the past, fail the same rule. */
function dayFault(rule: string, value: unknown): FieldCode | undefined {
  return rule === 'realDay' && typeof value === 'string' ? findDayFault(value) : undefined;
}

/** A field may say what its rule is for in a code of its own. */
function ownCode({ contexts }: ValidationError, rule: string): FieldCode | undefined {
  const context: unknown = contexts?.[rule];
  const code: unknown =
    typeof context === 'object' && context !== null ? Reflect.get(context, 'code') : undefined;
  return typeof code === 'string' && isFieldCode(code) ? code : undefined;
}

/** Of a number that may be neither too small nor too large, both bounds are told. */
function ownBounds({ contexts }: ValidationError, rule: string): Record<string, number> | null {
  const context: unknown = contexts?.[rule];
  return isBounded(context) ? context.bounds : null;
}

function isBounded(context: unknown): context is { readonly bounds: Record<string, number> } {
  return typeof context === 'object' && context !== null && 'bounds' in context;
}

/** class-validator keeps the bound in its message only. */
function bounds(
  message: string,
  rule: string,
  all: Readonly<Record<string, string>>,
): Record<string, number> | null {
  const number = (text: string): number | null => {
    const found = /-?\d+(\.\d+)?(?!.*\d)/.exec(text)?.[0];
    return found === undefined ? null : Number(found);
  };
  const value = number(message);
  if (value === null) return null;
  if (rule === 'min' || rule === 'max') {
    const other = number(all[rule === 'min' ? 'max' : 'min'] ?? '');
    if (rule === 'max') return { min: other ?? 0, max: value };
    return other === null ? { min: value } : { min: value, max: other };
  }
  if (rule === 'minLength' || rule === 'arrayMinSize') return { min: value };
  if (rule === 'maxLength' || rule === 'arrayMaxSize') return { max: value };
  return null;
}

/** What is wrong inside a list that is refused as a whole is not told: it may be a million things. */
function flatten(errors: readonly ValidationError[], path: readonly string[]): FieldRefusal[] {
  return errors.flatMap((error) => {
    const here = [...path, error.property];
    const strangers = strangersIn(error);
    const own = strangers.length === 0 ? refusalOf(error, pointer(...here)) : null;
    if (own) return [own];
    return [
      ...strangers.map((place): FieldRefusal => ({ pointer: pointer(...here, place), code: 'wrong-type' })),
      ...flatten(
        (error.children ?? []).filter(({ property }) => !strangers.includes(property)),
        here,
      ),
    ];
  });
}

/** Places in a list of objects that hold none, when nothing is wrong with the list itself. */
function strangersIn({ constraints = {}, value }: ValidationError): string[] {
  if (Object.keys(constraints).join() !== 'listOfObjects' || !Array.isArray(value)) return [];
  return value.flatMap((item, place) => (isObject(item) ? [] : [String(place)]));
}

rememberRules();

/**
 * For every object it checks class-validator goes through the rules of every class there is. The rules of a class are complete
 * once it is loaded, so each is looked up once; saving an answer spent a sixteenth of the process's time on this.
 */
function rememberRules(): void {
  const storage = getMetadataStorage();
  const lookUp = storage.getTargetValidationMetadatas.bind(storage);
  const known = new Map<unknown, ReturnType<typeof lookUp>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    // What came in as JSON may claim any constructor, but never a function.
    const plain = typeof target === 'function' && !schema && !always && !strictGroups && !groups?.length;
    if (!plain) return lookUp(target, schema, always, strictGroups, groups);
    const rules = known.get(target) ?? lookUp(target, schema, always, strictGroups, groups);
    known.set(target, rules);
    return rules;
  };
}

/** Refuses unknown fields, wrong types and sizes, each with its pointer; nothing is converted. */
export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    // Otherwise a list with an error inside would be told without its value, and look as if it had been left out.
    validationError: { target: false, value: true },
    exceptionFactory: (errors) => new ProblemError({ code: 'invalid-input', errors: flatten(errors, []) }),
  });
}
