/** A body as it goes over the wire, and what is wrong with it. */
export interface Mutation {
  readonly name: string;
  readonly body: Buffer;
  /** What the refusal must say, where that is known. */
  readonly refused?: { readonly pointer: string; readonly code: string };
}

type Place = readonly (string | number)[];

/** Stands for a number that JSON can write and a double cannot hold. */
const tooLarge = '"~too-large~"';
const overLong = 'x'.repeat(60_000);

const wrongOf = (leaf: unknown): readonly (readonly [string, unknown])[] => {
  const type = ['a list of lists', [[]]] as const;
  if (typeof leaf === 'string') {
    return [
      type,
      ['over-long text', overLong],
      ['a lone surrogate', '\ud800'],
      ['a zero character', 'a\u0000b'],
      ['a number', 7],
    ];
  }
  if (typeof leaf === 'number') {
    return [type, ['NaN as text', 'NaN'], ['a negative number', -1], ['an endless number', '~too-large~']];
  }
  return [type, ['a text', 'yes']];
};

/** One mutation per leaf and way to be wrong, and an unknown field beside every field. */
export function mutate(good: object): Mutation[] {
  return [
    ...leaves(good).flatMap(([place, leaf]) =>
      wrongOf(leaf).map(([name, wrong]) =>
        mutation(`${name} at /${place.join('/')}`, put(good, place, wrong)),
      ),
    ),
    mutation('an unknown field', { ...good, moon: 1 }),
    mutation('a list for a body', [good]),
    mutation('a text for a body', 'text'),
    mutation('null for a body', null),
  ];
}

/** Each field that has to be there left out, each that may not be null as null, and lists of anything but objects. */
export function spoil(good: object, schema: Schema, schemas: Schemas): Mutation[] {
  return fields(good, schema, schemas).flatMap(({ place, value, required, nullable, ofObjects }) => {
    const at = `/${place.join('/')}`;
    const first = `${at}/0`;
    const wrongLists = ofObjects ? [[[]], [null], [7], [value]] : [];
    return [
      ...(required ? [mutation(`without ${at}`, drop(good, place), { pointer: at, code: 'required' })] : []),
      ...(nullable ? [] : [mutation(`null at ${at}`, put(good, place, null))]),
      ...wrongLists.map((list) =>
        mutation(`${JSON.stringify(list)} at ${at}`, put(good, place, list), {
          pointer: first,
          code: 'wrong-type',
        }),
      ),
    ];
  });
}

/** What the OpenAPI document says of a body, as far as it is read here. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly nullable?: boolean;
}
export type Schemas = Readonly<Record<string, Schema>>;

interface Field {
  readonly place: Place;
  readonly value: unknown;
  readonly required: boolean;
  readonly nullable: boolean;
  readonly ofObjects: boolean;
}

function fields(value: unknown, given: Schema, schemas: Schemas, place: Place = []): Field[] {
  const schema = resolve(given, schemas);
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => fields(item, schema.items ?? {}, schemas, [...place, index]));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(schema.properties ?? {}).flatMap(([name, own]) => {
    const inner = (value as Readonly<Record<string, unknown>>)[name];
    if (inner === undefined) return [];
    const field = {
      place: [...place, name],
      value: inner,
      required: schema.required?.includes(name) ?? false,
      nullable: own.nullable ?? false,
      ofObjects: Array.isArray(inner) && resolve(own.items ?? {}, schemas).properties !== undefined,
    };
    return [field, ...fields(inner, own, schemas, field.place)];
  });
}

function resolve(schema: Schema, schemas: Schemas): Schema {
  const name = (schema.$ref ?? schema.allOf?.[0]?.$ref)?.split('/').at(-1);
  return name === undefined ? schema : (schemas[name] ?? {});
}

/** Wrong whatever the route expects. */
export const broken: readonly Mutation[] = [
  { name: 'half an object', body: Buffer.from('{"a":') },
  { name: 'NaN', body: Buffer.from('{"revision":NaN}') },
  { name: 'invalid UTF-8', body: Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d]) },
  { name: 'a prototype', body: Buffer.from('{"__proto__":{"admin":true}}') },
  { name: 'a prototype deep inside', body: Buffer.from('{"a":[{"__proto__":null}]}') },
  { name: '2 MB', body: Buffer.from(`{"a":"${'x'.repeat(2_000_000)}"}`) },
];

function mutation(name: string, body: unknown, refused?: Mutation['refused']): Mutation {
  const bytes = Buffer.from(JSON.stringify(body).replaceAll(tooLarge, '1e999'));
  return { name, body: bytes, ...(refused === undefined ? {} : { refused }) };
}

function leaves(value: unknown, place: Place = []): (readonly [Place, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[place, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...place, key]));
}

function put(value: unknown, [key, ...rest]: Place, wrong: unknown): unknown {
  if (key === undefined) return wrong;
  if (Array.isArray(value)) {
    return value.map((inner: unknown, index) => (index === Number(key) ? put(inner, rest, wrong) : inner));
  }
  const inner = Object.entries(value as object).map(([name, old]: [string, unknown]) => [
    name,
    name === key ? put(old, rest, wrong) : old,
  ]);
  return Object.fromEntries(inner) as object;
}

/** JSON leaves out what is undefined. */
const drop = (value: unknown, place: Place): unknown => put(value, place, undefined);
