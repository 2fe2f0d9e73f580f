import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

import { api, type Schema } from '../../platform/api/client.js';
import { isProblem } from '../../platform/api/problem.js';
import type { KeptOwner } from '../../platform/kept/kept-owner.js';
import { forgetSheet, keepSheet, readSheet } from '../../platform/kept/kept-sheets.js';
import { sessionQuery } from '../../platform/session/session.js';
import { outageOf } from './outage.js';

export type SheetState = Schema<'SheetStateResponse'>;
export type SheetPiece = Schema<'SheetPieceResponse'>;
export type SheetThread = Schema<'SheetThreadResponse'>;

/** A request to answer: the questionnaire as it was sent, and how far the answers are. */
export interface Sheet {
  readonly document: SupplierQuestionnaire;
  readonly state: SheetState;
  /** As this browser kept it: the server does not answer. */
  readonly isCopy: boolean;
}

/** The boundary: openapi.json calls the document an object, and the API sends what shared describes. */
function toSheet({ document, sheet }: Schema<'SheetResponse'>, isCopy: boolean): Sheet {
  return { document: document as unknown as SupplierQuestionnaire, state: sheet, isCopy };
}

const copyAfterMs = 8_000;
const askAgainMs = 10_000;

export function sheetQuery(assessmentId: string) {
  return queryOptions({
    queryKey: ['sheet', assessmentId],
    queryFn: ({ client, signal }): Promise<Sheet> => {
      const session = client.getQueryData(sessionQuery.queryKey);
      const accountId = session?.account.id ?? '';
      return readOrRecall(
        { accountId, organisationId: session?.organisation?.id ?? '', assessmentId },
        signal,
      );
    },
    refetchInterval: ({ state }) => (state.data?.isCopy === true ? askAgainMs : false),
  });
}

/** From the server; where it does not answer, from what this browser has kept of it. */
async function readOrRecall(owner: KeptOwner, signal: AbortSignal): Promise<Sheet> {
  const { assessmentId } = owner;
  const copy = readSheet(owner).catch(() => undefined);
  const patience = (await copy) === undefined ? signal : within(copyAfterMs, signal);
  try {
    const options = { path: { assessmentId }, signal: patience };
    const reply = await api.get('/api/requests/{assessmentId}/sheet', options);
    // Once what was read stands on the screen.
    setTimeout(() => void keepSheet(owner, reply).catch(() => undefined));
    return toSheet(reply, false);
  } catch (error) {
    if (signal.aborted || !isProblem(error)) throw error;
    if (error.status === 403 || error.status === 404) void forgetSheet(owner).catch(() => undefined);
    const kept = await copy;
    const isOut = error.code === 'network' || outageOf(error) === 'unavailable';
    if (kept === undefined || !isOut) throw error;
    return toSheet(kept, true);
  }
}

/** `AbortSignal.any` is younger than the browsers that are supported. */
function within(milliseconds: number, signal: AbortSignal): AbortSignal {
  const limited = new AbortController();
  const timer = setTimeout(() => {
    limited.abort(new DOMException('no answer', 'TimeoutError'));
  }, milliseconds);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    limited.abort(signal.reason);
  });
  return limited.signal;
}

export function useSheet(assessmentId: string) {
  return useQuery(sheetQuery(assessmentId));
}

/** Reads the sheet again after something other than an answer has changed it. */
export function useReloadSheet(assessmentId: string): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    () => client.invalidateQueries({ queryKey: sheetQuery(assessmentId).queryKey }),
    [client, assessmentId],
  );
}
