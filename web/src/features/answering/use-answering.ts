import { deriveCompletion, type Completion, type PiecesBeside } from '@probant/shared/answers/completion';
import type { GivenAnswers } from '@probant/shared/answers/given-answer';
import { acceptsAnswers, type AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';

import { useSignedIn } from '../../platform/session/session.js';
import { useSessionEnded } from '../../platform/session/session-end.js';
import { anythingUnsaved, givenIn, queueFor, today } from './answer-queues.js';
import { useKeptEntries, useKeptFields, type KeptFields } from './kept-fields.js';
import {
  isToReconfirm,
  statusOfQueue,
  withUploads,
  type QueueState,
  type SaveStatus,
} from './queue-state.js';
import type { SaveQueue, SheetAnswers } from './save-queue.js';
import type { Sheet } from './use-sheet.js';
import { useUploadStages, type UploadStages } from './use-uploads.js';

export interface Answering {
  readonly sheet: Sheet;
  readonly queue: SaveQueue;
  readonly state: QueueState;
  readonly given: GivenAnswers;
  readonly completion: Completion;
  /** Questions asked that changed after they were answered, and whose answer nobody has looked at since. */
  readonly toReconfirm: readonly string[];
  readonly uploads: UploadStages;
  /** Small forms that were begun and not sent. */
  readonly kept: KeptFields;
  readonly typed: ReadonlyMap<string, unknown>;
}

/** The answers of a request, live: what the server has, under what is typed here and not yet saved. */
export function useAnswering(sheet: Sheet): Answering {
  const { account, organisation } = useSignedIn();
  const [queue] = useState(() => {
    const own = queueFor({
      accountId: account.id,
      accountName: account.name,
      organisationId: organisation?.id ?? '',
      assessmentId: sheet.state.assessmentId,
      document: sheet.document,
    });
    // Before the first look at it, so that nothing is drawn as if the sheet were blank.
    adopt(own, sheet);
    return own;
  });
  const state = useSyncExternalStore(queue.subscribe, queue.read);
  useEffect(() => {
    queueFor({
      accountId: account.id,
      accountName: account.name,
      organisationId: organisation?.id ?? '',
      assessmentId: sheet.state.assessmentId,
      document: sheet.document,
    });
    adopt(queue, sheet);
  }, [queue, sheet, account, organisation]);
  useLeaving(queue);

  const given = useMemo(() => givenIn(state.entries), [state.entries]);
  const completion = useMemo(
    () => deriveCompletion(sheet.document, given, piecesBeside(sheet), today()),
    [sheet, given],
  );
  const toReconfirm = useMemo(
    () => waitingFor(sheet.document, state.entries, completion),
    [sheet.document, state.entries, completion],
  );
  const uploads = useUploadStages(sheet.state.assessmentId);
  const kept = useKeptFields(sheet.state.assessmentId);
  const typed = useKeptEntries(kept);
  return { sheet, queue, state, given, completion, toReconfirm, uploads, kept, typed };
}

function waitingFor(
  document: Sheet['document'],
  entries: QueueState['entries'],
  { hidden }: Completion,
): readonly string[] {
  const moot = new Set(hidden);
  return document.themes
    .flatMap(({ questions }) => questions)
    .filter(({ id }) => !moot.has(id) && isToReconfirm(entries.get(id)))
    .map(({ id }) => id);
}

/** What to say about saving for the whole sheet, its files included. */
export function statusOf({ state, uploads }: Answering): SaveStatus {
  return withUploads(statusOfQueue(state), uploads);
}

/** Answers are taken until the request is submitted or closed, and again once it is returned. */
export function takesAnswers({ sheet, state }: Answering): boolean {
  // The boundary: the API sends one of the statuses of the lifecycle.
  return acceptsAnswers(sheet.state.status as AssessmentStatus) && state.stopped === null;
}

function adopt(queue: SaveQueue, { state }: Sheet): void {
  // The boundary: openapi.json calls former answers objects, and the API sends what it was given.
  const answers = state.answers as unknown as SheetAnswers['answers'];
  queue.adopt({ revision: state.revision, lastSavedAt: state.lastSavedAt, answers });
}

function piecesBeside({ state }: Sheet): PiecesBeside {
  const beside = new Map<string, PiecesBeside[string]>();
  for (const { questionId, evidenceId, kind, datedOn, expiresOn } of state.pieces) {
    const piece = { id: evidenceId, kind, datedOn: datedOn ?? undefined, expiresOn: expiresOn ?? undefined };
    beside.set(questionId, [...(beside.get(questionId) ?? []), piece]);
  }
  return Object.fromEntries(beside);
}

/** Saves at once when the page goes out of sight, tries again when the network or the session is back, and warns of leaving too soon. */
function useLeaving(queue: SaveQueue): void {
  const ended = useSessionEnded();
  useEffect(() => {
    if (!ended && queue.read().outage === 'signed-out') queue.resume();
  }, [queue, ended]);
  useEffect(() => {
    const onHidden = (): void => {
      if (document.visibilityState === 'hidden') queue.flush();
    };
    const onOnline = (): void => {
      queue.resume();
    };
    const onUnload = (event: BeforeUnloadEvent): void => {
      queue.flush();
      if (anythingUnsaved()) event.preventDefault();
    };
    document.addEventListener('visibilitychange', onHidden);
    window.addEventListener('online', onOnline);
    window.addEventListener('beforeunload', onUnload);
    return () => {
      queue.flush();
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('online', onOnline);
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [queue]);
}
