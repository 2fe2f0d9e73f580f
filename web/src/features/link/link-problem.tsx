import type { ReactNode } from 'react';

import { isProblem } from '../../platform/api/problem.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { Warning } from '../../ui/feedback/warning.js';
import { linkTexts } from './link.texts.js';

interface LinkProblemProps {
  readonly error: unknown;
  readonly onRetry?: () => unknown;
}

/** Why a link or a code did not open, and what is left to do. */
export function LinkProblem({ error, onRetry }: LinkProblemProps): ReactNode {
  const { t } = useTranslation(linkTexts);
  const because = (title: string, text: string): ReactNode => (
    <Warning more={<p className="pb-sm pb-soft">{text}</p>}>{title}</Warning>
  );
  if (isProblem(error, 'link-refused') || isProblem(error, 'invalid-input')) {
    return because(t('link.refused'), t('link.refused.text'));
  }
  const left = triesLeft(error);
  if (left === 0) return because(t('code.spent'), t('code.spent.text'));
  if (left !== null) return because(t('code.refused'), t('code.left', { count: left }));
  return <ProblemNotice error={error} {...(onRetry ? { onRetry } : {})} />;
}

/** How often another code may be typed in; none, and only a new code helps. `null` when no code was refused. */
export function triesLeft(error: unknown): number | null {
  if (!isProblem(error, 'code-refused')) return null;
  const params = error.extensions['params'];
  const left: unknown = typeof params === 'object' && params !== null && Reflect.get(params, 'triesLeft');
  return typeof left === 'number' ? left : 0;
}
