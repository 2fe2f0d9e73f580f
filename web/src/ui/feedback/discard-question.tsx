import './notice.css';

import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { uiTexts } from '../ui.texts.js';

interface DiscardQuestionProps {
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

/** Asked inside the dialog whose content would be lost; the focus stands on the answer that loses nothing. */
export function DiscardQuestion({ onKeep, onDiscard }: DiscardQuestionProps): ReactNode {
  const { t } = useTranslation(uiTexts);
  const title = useId();
  const keep = useRef<HTMLButtonElement>(null);
  // Before the dialog gives the focus back where it came from: the field comes first, the opener last.
  useLayoutEffect(() => {
    const field = document.activeElement;
    keep.current?.focus();
    keep.current?.scrollIntoView({ block: 'nearest' });
    return () => {
      if (field instanceof HTMLElement) field.focus();
    };
  }, []);
  return (
    <div className="pb-notice pb-discard" role="group" aria-labelledby={title}>
      <IconAlertTriangle size={18} aria-hidden />
      <div className="pb-notice-body">
        <p className="pb-medium" id={title}>
          {t('discard.title')}
        </p>
        <div className="pb-row pb-wrap">
          <Button ref={keep} onClick={onKeep}>
            {t('discard.keep')}
          </Button>
          <Button onClick={onDiscard}>{t('discard.confirm')}</Button>
        </div>
      </div>
    </div>
  );
}
