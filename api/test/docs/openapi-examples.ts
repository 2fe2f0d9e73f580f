import { isProblemCode, problemStatus } from '@probant/shared/problems';
import { Ajv } from 'ajv';

interface Shown {
  readonly schema: object;
  readonly example?: object;
  readonly examples?: Readonly<Record<string, { readonly value: object }>>;
}

interface Content {
  readonly content?: Readonly<Partial<Record<'application/json' | 'application/problem+json', Shown>>>;
}

interface Operation {
  readonly security?: readonly object[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: object;
}

export interface OpenOperation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
  readonly request: object | undefined;
}

/** Those that a program may call. */
export function openOperations({ paths }: OpenApiDocument): readonly OpenOperation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, { security }]) => security !== undefined)
      .map(([method, operation]) => ({
        name: `${method.toUpperCase()} ${path}`,
        method,
        path,
        operation,
        request: jsonOf(operation.requestBody)?.example,
      })),
  );
}

/** What is missing or is not as its schema says, by operation. */
export function checkExamples(document: OpenApiDocument): readonly string[] {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema({ $id: 'api', components: strict(document.components) });
  const faultsOf = (shown: Shown | undefined, value: object): readonly string[] => {
    const validate = ajv.compile(pointed(strict(shown?.schema ?? {})));
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) =>
      [instancePath, message, JSON.stringify(params)].join(' '),
    );
  };
  return openOperations(document).flatMap(({ name, operation }) => {
    const { requestBody, responses } = operation;
    const replies = Object.entries(responses).filter(([status]) => status.startsWith('2'));
    const problem = responses['default']?.content?.['application/problem+json'];
    const problems = Object.entries(problem?.examples ?? {});
    return [
      ...(replies.length === 1 ? [] : ['no reply']),
      ...(requestBody === undefined ? [] : shownIn(requestBody, faultsOf)),
      ...replies.flatMap(([, reply]) => (reply.content === undefined ? [] : shownIn(reply, faultsOf))),
      ...(problems.length > 0 ? [] : ['no problem']),
      ...problems.flatMap(([code, { value }]) => [
        ...faultsOf(problem, value),
        ...(isProblemCode(code) && 'status' in value && value.status === problemStatus(code)
          ? []
          : [`${code} is not a problem`]),
      ]),
    ].map((fault) => `${name}: ${fault}`);
  });
}

function shownIn(
  content: Content,
  faultsOf: (shown: Shown, value: object) => readonly string[],
): readonly string[] {
  const shown = jsonOf(content);
  return shown?.example === undefined ? ['no example'] : faultsOf(shown, shown.example);
}

function jsonOf(content: Content | undefined) {
  return content?.content?.['application/json'];
}

/** OpenAPI writes null apart and lets unknown fields pass. */
function strict(schema: object): object {
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    const { nullable, ...rest } = Object.fromEntries(
      Object.entries(part).map(([key, value]) => [key, key === 'example' ? value : walk(value)]),
    );
    const closed =
      'properties' in rest && !('additionalProperties' in rest)
        ? { ...rest, additionalProperties: false }
        : rest;
    return nullable === true ? { anyOf: [closed, { type: 'null' }] } : closed;
  };
  return walk(schema) as object;
}

function pointed(schema: object): object {
  return JSON.parse(
    JSON.stringify(schema).replaceAll('"$ref":"#/components/', '"$ref":"api#/components/'),
  ) as object;
}
