import type { Completion } from '@probant/shared/answers/completion';
import type { GivenAnswers } from '@probant/shared/answers/given-answer';
import { acceptsAnswers, type AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';

import { useSignedIn } from '../../platform/session/session.js';
import { useSessionEnded } from '../../platform/session/session-end.js';
import { adopt, queueFor } from './answer-queues.js';
import type { Desk } from './desk.js';
import { useKeptEntries, type KeptFields } from './kept-fields.js';
import {
  isToReconfirm,
  statusOfQueue,
  withUploads,
  type QueueState,
  type SaveStatus,
} from './queue-state.js';
import { createStanding } from './live-completion.js';
import type { SaveQueue } from './save-queue.js';
import type { UploadStages } from './upload-stages.js';
import { useDesk } from './use-desk.js';
import { useOnline } from './use-online.js';
import { useReloadSheet, type Sheet } from './use-sheet.js';

export interface Answering {
  readonly sheet: Sheet;
  readonly desk: Desk;
  readonly queue: SaveQueue;
  readonly state: QueueState;
  /** What `completion` was derived from: a text may have been typed on since. */
  readonly given: GivenAnswers;
  readonly completion: Completion;
  /** Questions asked that changed after they were answered, and whose answer nobody has looked at since. */
  readonly toReconfirm: readonly string[];
  /** Those among them that an earlier assessment answered: shown, and not counted as answered before they are looked at. */
  readonly carried: readonly string[];
  readonly uploads: UploadStages;
  /** Small forms that were begun and not sent. */
  readonly kept: KeptFields;
  readonly typed: ReadonlyMap<string, unknown>;
  readonly online: boolean;
  /** Shown to the buyer before there is a request: files, history and messages have nowhere to go. */
  readonly rehearsal?: true;
}

/** The answers of a request, live: what the server has, under what is typed here and not yet saved. */
export function useAnswering(sheet: Sheet): Answering {
  const { account } = useSignedIn();
  const { assessmentId } = sheet.state;
  const desk = useDesk(assessmentId);
  const [queue] = useState(() => {
    const own = queueFor({ desk, accountName: account.name, document: sheet.document });
    // Before the first look at it, so that nothing is drawn as if the sheet were blank.
    adopt(own, sheet);
    return own;
  });
  const state = useSyncExternalStore(queue.subscribe, queue.read);
  useEffect(() => {
    queueFor({ desk, accountName: account.name, document: sheet.document });
    adopt(queue, sheet);
  }, [queue, sheet, desk, account.name]);
  useLeaving(desk, queue);
  useArrivals(desk, queue, assessmentId);

  const [derive] = useState(createStanding);
  const { completion, given } = useMemo(() => derive(sheet, state.entries), [derive, sheet, state.entries]);
  const toReconfirm = useMemo(
    () => waitingFor(sheet.document, state.entries, completion),
    [sheet.document, state.entries, completion],
  );
  const carried = useMemo(
    () => toReconfirm.filter((id) => state.entries.get(id)?.saved?.reconfirm?.givenAt !== undefined),
    [toReconfirm, state.entries],
  );
  const uploads = useSyncExternalStore(desk.uploads.subscribe, desk.uploads.readStages);
  const kept = desk.fields;
  const typed = useKeptEntries(kept);
  // The browser may think that it has a network.
  const online = useOnline() && !sheet.isCopy && state.outage !== 'offline';
  return {
    ...{ sheet, desk, queue, state, given, completion, toReconfirm, carried },
    ...{ uploads, kept, typed, online },
  };
}

const nothingWaits: readonly string[] = [];

function waitingFor(
  document: Sheet['document'],
  entries: QueueState['entries'],
  { hidden }: Completion,
): readonly string[] {
  // Asked anew for every key that is typed, and mostly nothing waits.
  if (![...entries.values()].some(isToReconfirm)) return nothingWaits;
  const moot = new Set(hidden);
  return document.themes
    .flatMap(({ questions }) => questions)
    .filter(({ id }) => !moot.has(id) && isToReconfirm(entries.get(id)))
    .map(({ id }) => id);
}

/** What to say about saving for the whole sheet, its files included. */
export function statusOf({ state, uploads, online }: Answering): SaveStatus {
  const status = withUploads(statusOfQueue(state), uploads);
  const isIdle = status.kind === 'none' || status.kind === 'saved';
  return isIdle && !online ? { kind: 'waiting', outage: 'offline', count: 0, files: 0 } : status;
}

/** Answers are taken until the request is submitted or closed, and again once it is returned. */
export function takesAnswers({ sheet, state }: Answering): boolean {
  // The boundary: the API sends one of the statuses of the lifecycle.
  return acceptsAnswers(sheet.state.status as AssessmentStatus) && state.stopped === null;
}

/** Saves at once when the page goes out of sight, and tries again when the session is back. */
function useLeaving(desk: Desk, queue: SaveQueue): void {
  const ended = useSessionEnded();
  useEffect(() => {
    if (!ended && queue.read().outage === 'signed-out') desk.resume();
    else if (!ended) desk.uploads.retryAll();
  }, [desk, queue, ended]);
  useEffect(() => {
    const onHidden = (): void => {
      if (document.visibilityState === 'hidden') queue.flush();
    };
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      queue.flush();
      document.removeEventListener('visibilitychange', onHidden);
    };
  }, [queue]);
}

/** A piece may arrive after its question was closed, or be sent by another tab. */
function useArrivals(desk: Desk, queue: SaveQueue, assessmentId: string): void {
  const reload = useReloadSheet(assessmentId);
  useEffect(
    () =>
      desk.arrivals.listen((piece) => {
        if (piece !== null) queue.moveTo(piece.sheetRevision);
        void reload();
      }),
    [desk, queue, reload],
  );
}
