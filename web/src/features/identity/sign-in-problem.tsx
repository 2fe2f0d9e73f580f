import type { ReactNode } from 'react';

import { isProblem } from '../../platform/api/problem.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { Warning } from '../../ui/feedback/warning.js';
import { identityTexts } from './identity.texts.js';

/** A refused sign-in says what to check, not which of the two was wrong. */
export function SignInProblem({ problem }: { readonly problem: unknown }): ReactNode {
  const { t } = useTranslation(identityTexts);
  const refused = isProblem(problem) && problem.status === 401;
  return refused ? <Warning>{t('signIn.refused')}</Warning> : <ProblemNotice error={problem} />;
}
