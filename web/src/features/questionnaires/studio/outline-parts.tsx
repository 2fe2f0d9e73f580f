import { IconAlertTriangle, IconGripVertical } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';

import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { useCan } from '../../../platform/session/allowed.js';
import { studioTexts } from './studio.texts.js';
import type { Drag, Dragged, DropPoint } from './use-drag.js';

interface GripProps {
  readonly dragged: Dragged;
  readonly drag: Drag;
  readonly nudge: (dragged: Dragged, step: -1 | 1) => void;
}

/** Moves its row, by dragging or by the arrows. */
export function Grip({ dragged, drag, nudge }: GripProps): ReactNode {
  const { t } = useTranslation(studioTexts);
  const mayEdit = useCan('questionnaires:edit');
  if (!mayEdit) return null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    nudge(dragged, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <button
      type="button"
      id={gripId(dragged)}
      className="pb-st-grip"
      aria-label={t('grip', { what: dragged.key })}
      aria-describedby="grip-help"
      onKeyDown={onKeyDown}
      {...drag.grip(dragged)}
    >
      <IconGripVertical size={14} aria-hidden />
    </button>
  );
}

/** That something of the row is to be corrected. */
export function Mark({ count }: { readonly count: number }): ReactNode {
  const { t } = useTranslation(studioTexts);
  if (count === 0) return null;
  const words = t('outline.problems', { count });
  return <IconAlertTriangle size={14} className="pb-amber" role="img" aria-label={words} />;
}

export function gripId({ kind, key }: Dragged): string {
  return `grip-${kind}-${key}`;
}

export function dropSide({ dragged, over }: Drag, key: string): DropPoint['side'] | 'inside' | undefined {
  if (dragged === null || over?.key !== key) return undefined;
  return dragged.kind === 'question' && over.kind === 'theme' ? 'inside' : over.side;
}
