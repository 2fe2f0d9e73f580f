import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  isEmail,
  IsIn,
  IsInt,
  IsNumber,
  isObject,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  Validate,
  ValidateIf,
  ValidateNested,
  ValidatorConstraint,
  type ValidatorConstraintInterface,
} from 'class-validator';
import type { FieldCode } from '@probant/shared/field-problems';
import { maxLengths } from '@probant/shared/limits';
import { findDayFault } from '@probant/shared/calendar';
import { isWellFormed } from '@probant/shared/proof/canonical-json';

/*
 * One decorator per kind of field: it validates what comes in and describes it in the OpenAPI document, so that the two
 * cannot differ. Response classes use the same ones.
 */

export interface FieldOptions {
  readonly optional?: boolean;
  readonly nullable?: boolean;
  readonly description?: string;
}

function field(
  options: FieldOptions,
  schema: ApiPropertyOptions,
  ...rules: PropertyDecorator[]
): PropertyDecorator {
  const { optional = false, nullable = false, description } = options;
  return applyDecorators(
    ApiProperty({
      ...schema,
      required: !optional,
      ...(nullable ? { nullable: true } : {}),
      ...(description === undefined ? {} : { description }),
    } as ApiPropertyOptions),
    // What is nullable may be null and has to be there: class-validator's IsOptional would let it be left out.
    ...(optional ? [ValidateIf((_, value) => value !== undefined)] : []),
    ...(nullable ? [ValidateIf((_, value) => value !== null)] : []),
    ...rules,
  );
}

@ValidatorConstraint({ name: 'wellFormed' })
class WellFormed implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return typeof value !== 'string' || (isWellFormed(value) && !value.includes('\u0000'));
  }
}

@ValidatorConstraint({ name: 'isEmail' })
class EmailAddress implements ValidatorConstraintInterface {
  /** The package's own rule throws on half of a surrogate pair. */
  validate(value: unknown): boolean {
    return typeof value === 'string' && isWellFormed(value) && isEmail(value);
  }
}

@ValidatorConstraint({ name: 'present' })
class Present implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return value !== undefined;
  }
}

/** `each: true` of the package's own rule looks through a list inside the list, and takes null for an object. */
@ValidatorConstraint({ name: 'listOfObjects' })
class ListOfObjects implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return !Array.isArray(value) || value.every(isObject);
  }
}

@ValidatorConstraint({ name: 'realDay' })
class RealDay implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return typeof value === 'string' && findDayFault(value) === undefined;
  }
}

const trimmed = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.trim() : value,
);

/** Text, trimmed; not empty unless `min` is 0. */
export const Text = (options: FieldOptions & { max?: number; min?: number } = {}): PropertyDecorator =>
  field(
    options,
    { type: 'string', maxLength: options.max ?? maxLengths.shortText },
    trimmed,
    IsString(),
    MinLength(options.min ?? 1),
    MaxLength(options.max ?? maxLengths.shortText),
    Validate(WellFormed),
  );

/** A secret as typed: neither trimmed nor shown. */
export const Secret = (options: FieldOptions & { max?: number; min?: number } = {}): PropertyDecorator =>
  field(
    options,
    { type: 'string', format: 'password' },
    IsString(),
    MinLength(options.min ?? 1),
    MaxLength(options.max ?? maxLengths.password),
    Validate(WellFormed),
  );

export const Email = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    options,
    { type: 'string', format: 'email' },
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? value.trim().toLowerCase() : value,
    ),
    IsString(),
    MaxLength(maxLengths.email),
    Validate(EmailAddress),
  );

export const Uuid = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: 'string', format: 'uuid' }, IsUUID());

export const Uuids = (options: FieldOptions & { max: number; min?: number }): PropertyDecorator =>
  field(
    options,
    { type: 'array', items: { type: 'string', format: 'uuid' } },
    IsArray(),
    ArrayMinSize(options.min ?? 0),
    ArrayMaxSize(options.max),
    ArrayUnique(),
    IsUUID(undefined, { each: true }),
  );

export const Texts = (options: FieldOptions & { max: number; each?: number }): PropertyDecorator =>
  field(
    options,
    { type: 'array', items: { type: 'string' } },
    IsArray(),
    ArrayMaxSize(options.max),
    IsString({ each: true }),
    MinLength(1, { each: true }),
    MaxLength(options.each ?? maxLengths.shortText, { each: true }),
    Validate(WellFormed, { each: true }),
  );

export const OneOf = (values: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: 'string', enum: [...values] }, IsIn(values));

export const SomeOf = (
  values: readonly string[],
  options: FieldOptions & { min?: number } = {},
): PropertyDecorator =>
  field(
    options,
    { type: 'array', items: { type: 'string', enum: [...values] } },
    IsArray(),
    ArrayMinSize(options.min ?? 0),
    ArrayUnique(),
    IsIn(values, { each: true }),
  );

export const Flag = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: 'boolean' }, IsBoolean());

export const Whole = (options: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator =>
  field(
    options,
    { type: 'integer', minimum: options.min ?? 0 },
    IsInt(),
    ...between(options.min ?? 0, options.max),
  );

/** Where a field has both bounds, both are told, whichever was passed. */
function between(min: number, max: number | undefined): readonly PropertyDecorator[] {
  if (max === undefined) return [Min(min), Max(2_147_483_647)];
  const context = { bounds: { min, max } };
  return [Min(min, { context }), Max(max, { context })];
}

export const Wholes = (options: FieldOptions & { max: number }): PropertyDecorator =>
  field(
    options,
    { type: 'array', items: { type: 'integer', minimum: 0 } },
    IsArray(),
    ArrayMaxSize(options.max),
    IsInt({ each: true }),
    Min(0, { each: true }),
    Max(2_147_483_647, { each: true }),
  );

export const Decimal = (options: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator =>
  field(
    options,
    { type: 'number' },
    IsNumber({ allowNaN: false, allowInfinity: false }),
    ...(options.min === undefined ? [] : [Min(options.min)]),
    ...(options.max === undefined ? [] : [Max(options.max)]),
  );

/** A calendar day, YYYY-MM-DD, that exists. */
export const Day = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: 'string', format: 'date' }, Validate(RealDay));

/** An instant in a response. */
export const Instant = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: 'string', format: 'date-time' }, IsString());

/** `otherwise` is the code of the refusal that says what the pattern is for. */
export const Pattern = (
  pattern: RegExp,
  { otherwise = 'wrong-type', ...options }: FieldOptions & { max?: number; otherwise?: FieldCode } = {},
): PropertyDecorator =>
  field(
    options,
    { type: 'string', pattern: pattern.source },
    IsString(),
    MaxLength(options.max ?? 200),
    Matches(pattern, { context: { code: otherwise } }),
  );

// Swagger knows a class that is resolved later by the name of the function, which has to be `type`: hence the wrapping.
export const Nested = (type: () => new () => object, options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: () => type() }, ValidateNested(), IsObject(), Type(type));

export const ListOf = (
  type: () => new () => object,
  options: FieldOptions & { max?: number; min?: number } = {},
): PropertyDecorator =>
  field(
    options,
    { type: () => type(), isArray: true },
    IsArray(),
    ArrayMinSize(options.min ?? 0),
    ArrayMaxSize(options.max ?? 10_000),
    Validate(ListOfObjects),
    ValidateNested({ each: true }),
    Type(type),
  );

/** Any JSON object or value; the rules that read it live in shared. */
export const Json = (options: FieldOptions & { schema?: ApiPropertyOptions } = {}): PropertyDecorator =>
  field(options, options.schema ?? { type: 'object', additionalProperties: true }, Validate(Present));
