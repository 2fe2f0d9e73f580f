import type { MatrixReply, PostedRequest } from './matrix-messages.js';

/** Another thread, or what stands for one. */
export interface MatrixThread {
  readonly post: (request: PostedRequest) => void;
  readonly end: () => void;
}

export type StartThread = (onReply: (reply: MatrixReply) => void) => MatrixThread;

export const startMatrixWorker: StartThread = (onReply) => {
  const worker = new Worker(new URL('./matrix-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<MatrixReply>) => {
    onReply(data);
  });
  // Its script may be that of a release that is no longer there.
  worker.addEventListener('error', () => {
    onReply({ kind: 'outdated' });
  });
  return {
    post: (request) => {
      worker.postMessage(request);
    },
    end: () => {
      worker.terminate();
    },
  };
};
