import { fieldSentence } from '@probant/shared/field-problems';
import { useEffect, useState, useSyncExternalStore } from 'react';

import { isProblem } from '../../platform/api/problem.js';
import { useLanguage } from '../../platform/i18n/language.js';
import type { KeptFields } from './kept-fields.js';
import { outageOf } from './outage.js';
import { isStale, PieceSaver, type PieceFields, type PieceSaverState } from './piece-saver.js';
import type { PieceActs } from './use-pieces.js';
import { useReloadSheet, type SheetPiece } from './use-sheet.js';

interface PieceFieldsPorts {
  readonly assessmentId: string;
  readonly piece: SheetPiece;
  readonly kept: KeptFields;
  readonly acts: PieceActs;
}

export interface PieceFieldsInUse {
  readonly saver: PieceSaver;
  readonly state: PieceSaverState;
  /** What is wrong with a field, in words. */
  readonly errorOf: (name: keyof PieceFields) => string | undefined;
}

/** The fields of one piece while they are shown; what was kept from before goes out first, what is typed last at leaving. */
export function usePieceFields({ assessmentId, piece, kept, acts }: PieceFieldsPorts): PieceFieldsInUse {
  const language = useLanguage();
  const reload = useReloadSheet(assessmentId);
  const { mutateAsync } = acts.change;
  const { evidenceId } = piece;
  const [saver] = useState(
    () => new PieceSaver(piece, kept, (change) => mutateAsync({ evidenceId, ...change })),
  );
  const state = useSyncExternalStore(saver.subscribe, saver.read);
  useEffect(() => {
    saver.adopt(piece);
  }, [saver, piece]);
  useEffect(() => {
    const retry = (): void => {
      if (outageOf(saver.read().problem) !== null) saver.save();
    };
    saver.save();
    window.addEventListener('online', retry);
    return () => {
      window.removeEventListener('online', retry);
      saver.save();
    };
  }, [saver]);
  const stale = isStale(state);
  useEffect(() => {
    // What they made of it is shown beside what stands here.
    if (stale) void reload();
  }, [stale, reload]);
  const errorOf = (name: keyof PieceFields): string | undefined => {
    const own = state.refusals.find(({ pointer }) => pointer === `/${name}`);
    if (own !== undefined) return fieldSentence(own.code, language);
    const fields = isProblem(state.problem) ? state.problem.fields : [];
    const told = fields.find(({ pointer }) => pointer === `/${name}`);
    return told?.detail ?? told?.code;
  };
  return { saver, state, errorOf };
}
