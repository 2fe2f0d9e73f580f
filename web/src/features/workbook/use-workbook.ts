import { maxCounts } from '@probant/shared/limits';
import type { Language } from '@probant/shared/questionnaires/document';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';

import type { Schema } from '../../platform/api/client.js';
import { isProblem } from '../../platform/api/problem.js';
import { request } from '../../platform/api/request.js';
import { useOneRun } from '../../ui/import/use-one-run.js';

export type WorkbookPreview = Schema<'WorkbookPreviewResponse'>;
export type WorkbookRow = Schema<'WorkbookRowResponse'>;

/** A row that would change an answer. */
export function isChange({ change }: WorkbookRow): boolean {
  return change === 'new' || change === 'changed';
}

export interface Workbook {
  readonly preview: WorkbookPreview | null;
  readonly busy: 'reading' | 'saving' | null;
  readonly error: unknown;
  /** How many answers were saved; null before. */
  readonly saved: number | null;
  /** Answers had changed when they were to be saved, and the preview was made anew. */
  readonly moved: boolean;
  /** Questions that are not to be saved. */
  readonly left: ReadonlySet<string>;
  readonly read: (file: File) => void;
  readonly stop: () => void;
  readonly toggle: (questionId: string) => void;
  readonly save: () => void;
  readonly reset: () => void;
}

/** A filled workbook: read by the server, shown, then saved by the route that saves any answer. */
export function useWorkbook(assessmentId: string, language: Language): Workbook {
  const queries = useQueryClient();
  const [preview, setPreview] = useState<WorkbookPreview | null>(null);
  const { busy, error, run, stop, reset } = useOneRun<'reading' | 'saving'>();
  const [saved, setSaved] = useState<number | null>(null);
  const [moved, setMoved] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const file = useRef<File>(undefined);

  const read = (chosen: File, isMoved: boolean): void => {
    file.current = chosen;
    setSaved(null);
    setMoved(isMoved);
    void run('reading', async (signal) => {
      setPreview(await readWorkbook(assessmentId, chosen, language, signal));
    });
  };

  return {
    preview,
    busy,
    error,
    saved,
    left,
    moved,
    read: (chosen) => {
      setLeft(new Set());
      setPreview(null);
      read(chosen, false);
    },
    stop,
    toggle: (questionId) => {
      const next = new Set(left);
      if (!next.delete(questionId)) next.add(questionId);
      setLeft(next);
    },
    save: () => {
      if (preview === null || busy !== null) return;
      const chosen = preview.rows.filter((row) => isChange(row) && !left.has(row.questionId));
      void run('saving', async (signal) => {
        try {
          await saveRows(assessmentId, chosen, signal);
        } catch (caught) {
          if (!isProblem(caught, 'stale-revision') || file.current === undefined) throw caught;
          // Somebody was faster: the same workbook is compared with what stands now.
          read(file.current, true);
          return;
        }
        setSaved(chosen.length);
        setPreview(null);
        await queries.invalidateQueries();
      });
    },
    reset: () => {
      reset();
      setPreview(null);
      setSaved(null);
      setMoved(false);
    },
  };
}

async function readWorkbook(
  assessmentId: string,
  file: File,
  language: Language,
  signal: AbortSignal,
): Promise<WorkbookPreview> {
  const body = new FormData();
  body.append('language', language);
  body.append('file', file, file.name);
  const reply = await request('post', `/api/requests/${assessmentId}/workbook`, { body, signal });
  // The boundary: openapi.json describes this reply.
  return reply as WorkbookPreview;
}

/** In the order of the questionnaire, as many at once as the server takes. */
async function saveRows(
  assessmentId: string,
  rows: readonly WorkbookRow[],
  signal: AbortSignal,
): Promise<void> {
  for (let from = 0; from < rows.length; from += maxCounts.answersPerSave) {
    const answers = rows
      .slice(from, from + maxCounts.answersPerSave)
      .map(({ questionId, revision, answer }) => ({
        questionId,
        revision,
        clientKey: crypto.randomUUID(),
        ...toSaved(answer),
      }));
    await request('put', `/api/requests/${assessmentId}/answers`, { body: { answers }, signal });
  }
}

function toSaved(answer: WorkbookRow['answer']): object {
  if (answer === null) return {};
  const { state, value, comment, justification } = answer;
  return {
    state,
    ...(state === 'answered' ? { value } : {}),
    ...(state === 'na' ? { justification } : {}),
    ...(comment === '' ? {} : { comment }),
  };
}
