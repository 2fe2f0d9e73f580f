import './notice.css';

import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { uiTexts } from '../ui.texts.js';

export interface FieldError {
  /** The id of the field to go to; without one the line is only text. */
  readonly fieldId?: string;
  readonly message: string;
}

interface ErrorSummaryProps {
  readonly errors: readonly FieldError[];
  /** Changes at each attempt to send, so that the summary takes the focus again. */
  readonly attempt: number;
}

/** Every refused field in one place above the form, each a link to its field; takes the focus after a refused attempt. */
export function ErrorSummary({ errors, attempt }: ErrorSummaryProps): ReactNode {
  const { t } = useTranslation(uiTexts);
  const box = useRef<HTMLDivElement>(null);
  const any = errors.length > 0;
  useEffect(() => {
    if (any && attempt > 0) box.current?.focus();
  }, [any, attempt]);
  if (!any) return null;
  return (
    <div ref={box} className="pb-notice" role="alert" tabIndex={-1}>
      <IconAlertTriangle size={18} aria-hidden />
      <div className="pb-notice-body">
        <p className="pb-medium">{t('errors.title', { count: errors.length })}</p>
        <ul>
          {errors.map(({ fieldId, message }) => (
            <li key={`${fieldId ?? ''}${message}`}>
              {fieldId ? (
                <a href={`#${fieldId}`} onClick={toField(fieldId)}>
                  {message}
                </a>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function toField(fieldId: string) {
  return (event: { preventDefault: () => void }): void => {
    event.preventDefault();
    const field = document.getElementById(fieldId);
    field?.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
  };
}
