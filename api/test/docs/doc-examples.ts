export interface Example {
  readonly command: string;
  readonly wanted: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
  /** Fields of the reply that later examples use, told by the sentence that follows. */
  readonly kept: readonly { readonly variable: string; readonly field: string }[];
}

/** A command, what it answers, and the words up to the next block. */
const pattern = /```sh\n(curl [^`]+)```\s+```text\n([^`]+)```([^`]*(?:`[^`]+`[^`]*)*?)(?=\n```|$)/g;

export function readExamples(text: string): Example[] {
  return [...text.matchAll(pattern)].map(([, command = '', answer = '', words = '']) => ({
    command: command.trim(),
    wanted: readAnswer(answer.trim()),
    kept: [...words.matchAll(/`\$(\w+)` is the `([\w-]+)` of the reply/g)].map(
      ([, variable = '', field = '']) => ({ variable, field }),
    ),
  }));
}

function readAnswer(answer: string): Example['wanted'] {
  const [status = '', ...rest] = answer.split('\n');
  const named = rest.filter((line) => !line.startsWith('{'));
  const json = rest.find((line) => line.startsWith('{'));
  return {
    status: Number(status),
    headers: Object.fromEntries(
      named.map((line) => [line.split(': ')[0] ?? '', line.replace(/^[^:]+: /, '')]),
    ),
    body: json === undefined ? {} : JSON.parse(json),
  };
}

export interface Request {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** As a shell reads it: words, quotes, variables outside single quotes, lines that go on. */
export function parseCurl(command: string, variables: Readonly<Record<string, string>>): Request {
  const words = [...command.replaceAll('\\\n', ' ').matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, plain, quoted, bare]) =>
      plain ?? (quoted ?? bare ?? '').replaceAll(/\$(\w+)/g, (_, name: string) => variables[name] ?? ''),
  );
  const valuesOf = (flag: string) =>
    words.flatMap((word, place) => (word === flag ? [words[place + 1] ?? ''] : []));
  const [data] = valuesOf('-d');
  return {
    url: words.find((word) => word.startsWith('http')) ?? '',
    method: valuesOf('-X')[0] ?? (data === undefined ? 'GET' : 'POST'),
    headers: Object.fromEntries(
      valuesOf('-H').map((line) => [line.split(': ')[0] ?? '', line.replace(/^[^:]+: /, '')]),
    ),
    body: data ?? null,
  };
}

/** Where a reply is not what was stated; what is not stated may be anything, and `…` stands for any part of a text. */
export function unlike(wanted: unknown, given: unknown, place: string): string[] {
  if (typeof wanted === 'string' && wanted.includes('…')) {
    const parts = wanted.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return typeof given === 'string' && new RegExp(`^${parts.join('.+')}$`, 'su').test(given) ? [] : [place];
  }
  if (typeof wanted !== 'object' || wanted === null) return wanted === given ? [] : [place];
  if (typeof given !== 'object' || given === null) return [place];
  const found = new Map<string, unknown>(Object.entries(given));
  const sizes = Array.isArray(wanted) && wanted.length !== found.size ? [`${place} has another length`] : [];
  return [
    ...sizes,
    ...Object.entries(wanted).flatMap(([name, value]) => unlike(value, found.get(name), `${place}/${name}`)),
  ];
}
