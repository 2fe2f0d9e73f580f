import { useEffect, useRef, useState } from 'react';

import { useTranslation } from '../../../platform/i18n/use-translation.js';
import type { DraftDesk } from './draft-desk.js';
import type { DeskState, NamedSteps } from './desk-state.js';
import { studioTexts } from './studio.texts.js';

export interface UndoInUse {
  readonly undo: () => void;
  readonly redo: () => void;
  /** "Annuler : déplacement de BKP-04"; null where there is nothing to undo. */
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  /** What was undone or done again last. */
  readonly told: string;
}

/** Undo and redo of the draft, by button and by ⌘Z and ⇧⌘Z: in a field as well, where the browser's own would know of the field alone. */
export function useUndo(desk: DraftDesk, { done, undone }: DeskState, enabled: boolean): UndoInUse {
  const { t } = useTranslation(studioTexts);
  const [told, setTold] = useState('');
  const nameOf = ({ act, subject }: NamedSteps): string => t(`act.${act}`, { subject });
  const undo = (): void => {
    const act = desk.undo();
    if (act !== undefined) setTold(t('undone.what', { what: nameOf(act) }));
  };
  const redo = (): void => {
    const act = desk.redo();
    if (act !== undefined) setTold(t('redone.what', { what: nameOf(act) }));
  };
  useUndoKeys(enabled, { undo, redo });
  const [last, next] = [done.at(-1), undone.at(-1)];
  return {
    undo,
    redo,
    undoLabel: last === undefined ? null : t('undo.what', { what: nameOf(last) }),
    redoLabel: next === undefined ? null : t('redo.what', { what: nameOf(next) }),
    told,
  };
}

interface UndoActs {
  readonly undo: () => void;
  readonly redo: () => void;
}

function useUndoKeys(enabled: boolean, acts: UndoActs): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      const way = wayOf(event);
      if (way === null || belongsElsewhere(event.target)) return;
      event.preventDefault();
      latest.current[way]();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [enabled]);
}

function wayOf(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.metaKey || event.ctrlKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !event.metaKey ? 'redo' : null;
}

/** A dialog and the search have an undo of their own. */
function belongsElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [data-own-undo]') !== null;
}
