import type { Refusal } from '@probant/shared/decision';
import { problem } from '@probant/shared/problems';

/** What a program sends and what comes back when it went well; null: nothing. */
export interface OperationExample {
  readonly request?: object;
  readonly reply: object | null;
}

/** Of the routes of a feature, one of each. */
export type OperationExamples = Readonly<Record<string, OperationExample>>;

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly scope: string;
  readonly request: object | undefined;
}

/** Refusals that a program has to expect there, by their code. */
export function problemExamples(asked: Asked): Readonly<Record<string, { readonly value: object }>> {
  return Object.fromEntries(
    refusalsOf(asked).map((refusal) => [refusal.code, { value: problem(refusal, 'en') }]),
  );
}

function refusalsOf({ method, path, scope, request }: Asked): readonly Refusal[] {
  const [field = ''] = Object.keys(request ?? {});
  return [
    { code: 'token-refused' },
    { code: 'token-scope-missing', params: { scope } },
    ...(path.includes('{') ? [{ code: 'not-found' } as const] : []),
    ...(field === ''
      ? []
      : [{ code: 'invalid-input', errors: [{ pointer: `/${field}`, code: 'required' }] } as const]),
    ...('revision' in (request ?? {}) ? [{ code: 'stale-revision' } as const] : []),
    ...(method === 'get' ? [] : [{ code: 'idempotency-key-reused' } as const]),
    { code: 'too-many-requests' },
  ];
}
