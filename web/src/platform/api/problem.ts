/** One field the API refused, by JSON pointer into the request body. */
export interface FieldProblem {
  readonly pointer: string;
  readonly code: string;
  readonly detail?: string;
}

interface ProblemBody {
  readonly status: number;
  readonly code: string;
  readonly title?: string | undefined;
  readonly detail?: string | undefined;
  readonly errors?: readonly FieldProblem[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** What the API refused (problem+json), or `code: 'network'` with status 0 when no answer came back. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string | undefined;
  readonly detail: string | undefined;
  readonly fields: readonly FieldProblem[];
  /** The members of the problem that RFC 9457 leaves to each type, such as both values of a revision conflict. */
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(body: ProblemBody, options?: ErrorOptions) {
    super(body.detail ?? body.title ?? body.code, options);
    this.name = 'Problem';
    this.status = body.status;
    this.code = body.code;
    this.title = body.title;
    this.detail = body.detail;
    this.fields = body.errors ?? [];
    this.extensions = body.extensions ?? {};
  }
}

export function isProblem(error: unknown, code?: string): error is Problem {
  return error instanceof Problem && (code === undefined || error.code === code);
}

const standardMembers = new Set(['type', 'title', 'status', 'code', 'detail', 'errors', 'instance']);

/** Reads a refused response; a body that is no problem+json still becomes a problem with its status. */
export async function toProblem(response: Response): Promise<Problem> {
  const body = await readObject(response);
  return new Problem({
    status: response.status,
    code: text(body['code']) ?? (response.status >= 500 ? 'unavailable' : 'unexpected'),
    ...optional('title', text(body['title'])),
    ...optional('detail', text(body['detail'])),
    errors: fieldProblems(body['errors']),
    extensions: Object.fromEntries(Object.entries(body).filter(([name]) => !standardMembers.has(name))),
  });
}

async function readObject(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json();
    return isRecord(body) ? body : {};
  } catch {
    return {};
  }
}

function fieldProblems(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((entry) => ({
    pointer: text(entry['pointer']) ?? '',
    code: text(entry['code']) ?? 'invalid',
    ...optional('detail', text(entry['detail'])),
  }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function optional<Name extends string>(name: Name, value: string | undefined): { [Key in Name]?: string } {
  // A computed key widens to an index signature; the type above says what it is.
  return value === undefined ? {} : ({ [name]: value } as { [Key in Name]: string });
}
