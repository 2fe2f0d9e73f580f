import { createMatrixEngine } from './matrix-engine.js';
import type { MatrixReply, PostedRequest } from './matrix-messages.js';

const engine = createMatrixEngine();
/** One after the other: bytes are read while the next request already waits. */
let before: Promise<void> = Promise.resolve();

self.addEventListener('message', ({ data }: MessageEvent<PostedRequest>) => {
  before = before.then(() => answer(data));
});

async function answer(request: PostedRequest): Promise<void> {
  try {
    await answerOne(request);
  } catch (error) {
    // The page asks for everything again; what went wrong is told as any error of a page is.
    self.postMessage({ kind: 'outdated' } satisfies MatrixReply);
    reportError(error);
  }
}

async function answerOne(request: PostedRequest): Promise<void> {
  const reply = engine(
    'bytes' in request ? { ...request, bytes: await request.bytes.arrayBuffer() } : request,
  );
  if (reply !== null) self.postMessage(reply, { transfer: movedWith(reply) });
}

/** A ranking is made anew for every reply: it moves to the page instead of being copied. */
function movedWith(reply: MatrixReply): Transferable[] {
  if (reply.kind !== 'weighed') return [];
  const { order, scores, bases, grades } = reply.tried.ranking;
  return [order, scores, bases, grades].flatMap(({ buffer }) =>
    buffer instanceof ArrayBuffer ? [buffer] : [],
  );
}
