import type { ProblemCode } from '@probant/shared/problems';
import type { Reply } from './actor.js';

declare global {
  // oxlint-disable-next-line typescript/no-namespace -- jest's own way to declare a matcher
  namespace jest {
    interface Matchers<R> {
      /** problem+json with this code; with pointers, exactly these fields are refused. */
      toBeProblem(code: ProblemCode, pointers?: readonly string[]): R;
    }
  }
}

expect.extend({
  toBeProblem(reply: Reply, code: ProblemCode, pointers?: readonly string[]) {
    const body = reply.body as { code?: string; status?: number; errors?: { pointer: string }[] };
    const type = reply.type.includes('application/problem+json');
    const found = (body.errors ?? []).map((error) => error.pointer);
    const pass =
      type &&
      body.code === code &&
      body.status === reply.status &&
      (pointers === undefined ||
        JSON.stringify(found.toSorted()) === JSON.stringify([...pointers].toSorted()));
    return {
      pass,
      message: () =>
        `expected problem ${code} ${JSON.stringify(pointers ?? '')}, got ${reply.status} ${JSON.stringify(body)}`,
    };
  },
});
