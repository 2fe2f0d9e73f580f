import { useSyncExternalStore } from 'react';

import { canRetry, Uploads, type Upload } from './uploads.js';

/** How far the files of one question are: on their way, or told that they did not arrive. */
export interface UploadStage {
  readonly stage: 'under-way' | 'failed';
  readonly count: number;
}

/** By question. */
export type UploadStages = ReadonlyMap<string, UploadStage>;

/** The files of every question of one request. */
export class RequestUploads {
  private readonly byQuestion = new Map<string, Uploads>();
  private readonly listeners = new Set<() => void>();
  private stages: UploadStages = new Map();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): UploadStages => this.stages;

  of(questionId: string): Uploads {
    const known = this.byQuestion.get(questionId);
    if (known !== undefined) return known;
    const uploads = new Uploads();
    this.byQuestion.set(questionId, uploads);
    uploads.subscribe(() => {
      this.follow(questionId, uploads.read());
    });
    return uploads;
  }

  all(): readonly Uploads[] {
    return [...this.byQuestion.values()];
  }

  /** Progress alone changes nothing here: the screen is not drawn again for every kilobyte. */
  private follow(questionId: string, items: readonly Upload[]): void {
    const before = this.stages.get(questionId);
    const now = stageOf(items);
    if (before?.stage === now?.stage && before?.count === now?.count) return;
    const stages = new Map(this.stages);
    if (now === undefined) stages.delete(questionId);
    else stages.set(questionId, now);
    this.stages = stages;
    for (const listener of this.listeners) listener();
  }
}

function stageOf(items: readonly Upload[]): UploadStage | undefined {
  if (items.length === 0) return undefined;
  const failed = items.filter(({ error }) => error !== undefined).length;
  const moving = items.length - failed;
  return moving > 0 ? { stage: 'under-way', count: moving } : { stage: 'failed', count: failed };
}

const requests = new Map<string, RequestUploads>();

function uploadsOf(assessmentId: string): RequestUploads {
  const request = requests.get(assessmentId) ?? new RequestUploads();
  requests.set(assessmentId, request);
  return request;
}

export function useUploads(
  assessmentId: string,
  questionId: string,
): { readonly uploads: Uploads; readonly items: readonly Upload[] } {
  const uploads = uploadsOf(assessmentId).of(questionId);
  return { uploads, items: useSyncExternalStore(uploads.subscribe, uploads.read) };
}

/** The questions of a request whose files are on their way or did not arrive, whichever of them is open. */
export function useUploadStages(assessmentId: string): UploadStages {
  const request = uploadsOf(assessmentId);
  return useSyncExternalStore(request.subscribe, request.read);
}

function everyUpload(): readonly Uploads[] {
  return [...requests.values()].flatMap((request) => request.all());
}

// For as long as the page is open: files go on while one is on another screen.
window.addEventListener('beforeunload', (event) => {
  const atRisk = everyUpload().some((uploads) =>
    uploads.read().some((upload) => upload.error === undefined || canRetry(upload)),
  );
  if (atRisk) event.preventDefault();
});
window.addEventListener('online', () => {
  for (const uploads of everyUpload()) {
    for (const { key } of uploads.read()) uploads.retry(key);
  }
});
