/** A body as it goes over the wire, and what is wrong with it. */
export interface Mutation {
  readonly name: string;
  readonly body: Buffer;
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

/** Wrong whatever the route expects. */
export const broken: readonly Mutation[] = [
  { name: 'half an object', body: Buffer.from('{"a":') },
  { name: 'NaN', body: Buffer.from('{"revision":NaN}') },
  { name: 'invalid UTF-8', body: Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d]) },
  { name: 'a prototype', body: Buffer.from('{"__proto__":{"admin":true}}') },
  { name: 'a prototype deep inside', body: Buffer.from('{"a":[{"__proto__":null}]}') },
  { name: '2 MB', body: Buffer.from(`{"a":"${'x'.repeat(2_000_000)}"}`) },
];

function mutation(name: string, body: unknown): Mutation {
  return { name, body: Buffer.from(JSON.stringify(body).replaceAll(tooLarge, '1e999')) };
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
