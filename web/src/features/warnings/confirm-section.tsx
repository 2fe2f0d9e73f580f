import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { useConfirmWarning } from './use-warnings.js';
import { warningTexts } from './warnings.texts.js';

/** The supplier signs what its customer entered. */
export function ConfirmSection({ warningId }: { readonly warningId: string }): ReactNode {
  const { t } = useTranslation(warningTexts);
  const confirm = useConfirmWarning(warningId);
  return (
    <section className="pb-card pb-warning-signatures" aria-label={t('confirm')}>
      <p className="pb-sm">{t('confirm.text')}</p>
      {confirm.isError ? <ProblemNotice error={confirm.error} /> : null}
      <Button
        variant="filled"
        loading={confirm.isPending}
        onClick={() => {
          confirm.mutate();
        }}
      >
        {t('confirm')}
      </Button>
    </section>
  );
}
