import { outageOf, type Outage } from './outage.js';
import type { Upload } from './uploads.js';

/** How far the files of one question are: on their way, waiting for the network or the session, or refused. */
export interface UploadStage {
  readonly stage: 'under-way' | 'waiting' | 'failed';
  readonly count: number;
  /** Of those that wait. */
  readonly outage?: Outage;
}

/** By question. */
export type UploadStages = ReadonlyMap<string, UploadStage>;

/** Progress alone changes nothing here: the screen is not drawn again for every kilobyte. */
export function stagesOf(
  byQuestion: ReadonlyMap<string, readonly Upload[]>,
  before: UploadStages,
): UploadStages {
  const stages = new Map([...byQuestion].map(([questionId, items]) => [questionId, stageOf(items)]));
  const isSame =
    stages.size === before.size &&
    [...stages].every(([questionId, now]) => {
      const then = before.get(questionId);
      return then?.stage === now.stage && then.count === now.count && then.outage === now.outage;
    });
  return isSame ? before : stages;
}

function stageOf(items: readonly Upload[]): UploadStage {
  const outages = items.flatMap(({ error }) => {
    const outage = error === undefined ? null : outageOf(error);
    return outage === null ? [] : [outage];
  });
  const failed = items.filter(({ error }) => error !== undefined).length - outages.length;
  const [outage] = outages;
  if (outage !== undefined) return { stage: 'waiting', count: items.length - failed, outage };
  if (failed === items.length) return { stage: 'failed', count: failed };
  return { stage: 'under-way', count: items.length - failed };
}
