import './notice.css';

import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { isProblem } from '../../platform/api/problem.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { uiTexts } from '../ui.texts.js';
import { mayEndOtherwise, problemWords } from './problem-words.js';

interface ProblemNoticeProps {
  readonly error: unknown;
  /** Shows a button that asks again, where that may end otherwise. */
  readonly onRetry?: () => unknown;
  /** What to do about it here, where the screen knows better than the code of the refusal. */
  readonly hint?: string | undefined;
}

/** What went wrong and what to do about it, where the content would have been. */
export function ProblemNotice({ error, onRetry, hint }: ProblemNoticeProps): ReactNode {
  const { t } = useTranslation(uiTexts);
  const words = problemWords(error, t);
  const todo = hint ?? words.hint;
  return (
    <div className="pb-notice" role="alert">
      <IconAlertTriangle size={18} aria-hidden />
      <div className="pb-notice-body">
        <p className="pb-medium">{words.title}</p>
        <Refused error={error} />
        {todo ? <p className="pb-sm pb-soft">{todo}</p> : null}
        {onRetry && mayEndOtherwise(error) ? (
          <Button onClick={() => void onRetry()}>{t('retry')}</Button>
        ) : null}
      </div>
    </div>
  );
}

/** What the API refused one by one, where no field of a form says it. */
function Refused({ error }: { readonly error: unknown }): ReactNode {
  const details = isProblem(error) ? error.fields.flatMap(({ detail }) => detail ?? []) : [];
  if (details.length === 0) return null;
  return (
    <ul>
      {[...new Set(details)].map((detail) => (
        <li key={detail}>{detail}</li>
      ))}
    </ul>
  );
}
