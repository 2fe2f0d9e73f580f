import { deriveCompletion, type Completion, type PiecesBeside } from '@probant/shared/answers/completion';
import type { GivenAnswers } from '@probant/shared/answers/given-answer';
import { acceptsAnswers, type AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';

import { useSignedIn } from '../../platform/session/session.js';
import { useSessionEnded } from '../../platform/session/session-end.js';
import { anythingUnsaved, givenIn, queueFor, today } from './answer-queues.js';
import type { QueueState } from './queue-state.js';
import type { SaveQueue } from './save-queue.js';
import type { Sheet } from './use-sheet.js';

export interface Answering {
  readonly sheet: Sheet;
  readonly queue: SaveQueue;
  readonly state: QueueState;
  readonly given: GivenAnswers;
  readonly completion: Completion;
}

/** The answers of a request, live: what the server has, under what is typed here and not yet saved. */
export function useAnswering(sheet: Sheet): Answering {
  const { account, organisation } = useSignedIn();
  const [queue] = useState(() =>
    queueFor({
      accountId: account.id,
      accountName: account.name,
      organisationId: organisation?.id ?? '',
      assessmentId: sheet.state.assessmentId,
      document: sheet.document,
    }),
  );
  const state = useSyncExternalStore(queue.subscribe, queue.read);
  // Also before the first paint, so that a reload does not show a blank sheet first.
  useState(() => {
    adopt(queue, sheet);
  });
  useEffect(() => {
    adopt(queue, sheet);
  }, [queue, sheet]);
  useLeaving(queue);

  const given = useMemo(() => givenIn(state.entries), [state.entries]);
  const completion = useMemo(
    () => deriveCompletion(sheet.document, given, piecesBeside(sheet), today()),
    [sheet, given],
  );
  return { sheet, queue, state, given, completion };
}

/** Answers are taken until the request is submitted or closed, and again once it is returned. */
export function takesAnswers({ sheet, state }: Answering): boolean {
  // The boundary: the API sends one of the statuses of the lifecycle.
  return acceptsAnswers(sheet.state.status as AssessmentStatus) && state.stopped === null;
}

function adopt(queue: SaveQueue, { state }: Sheet): void {
  queue.adopt({ revision: state.revision, lastSavedAt: state.lastSavedAt, answers: state.answers });
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
