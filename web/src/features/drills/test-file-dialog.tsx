import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { useAct } from '../../platform/api/use-act.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { bookTexts } from './book.texts.js';
import { takeTestFile } from './use-drills.js';

interface TestFileDialogProps {
  readonly engagementId: string;
  readonly drillId: string;
  readonly onClose: () => void;
}

/** Hands out the test file, each time under a name of its own. */
export function TestFileDialog({ engagementId, drillId, onClose }: TestFileDialogProps): ReactNode {
  const { t } = useTranslation(bookTexts);
  const client = useQueryClient();
  const take = useAct({
    mutationFn: (extension: 'com' | 'txt') => takeTestFile(engagementId, drillId, extension),
    onSuccess: () => client.invalidateQueries({ queryKey: ['engagements', 'drills', engagementId] }),
  });
  return (
    <Dialog title={t('file.take')} onClose={onClose} keepsNothing>
      <div className="pb-stack">
        <p className="pb-soft">{t('file.take.text')}</p>
        {take.isError ? <ProblemNotice error={take.error} /> : null}
        <div className="pb-row pb-wrap">
          {(['com', 'txt'] as const).map((extension) => (
            <Button
              key={extension}
              variant={extension === 'com' ? 'filled' : 'default'}
              loading={take.isPending}
              onClick={() => {
                take.mutate(extension);
              }}
            >
              {t(`file.${extension}`)}
            </Button>
          ))}
        </div>
        <p className="pb-sm pb-mono" role="status">
          {take.isSuccess ? t('file.taken', { name: take.data }) : ''}
        </p>
      </div>
    </Dialog>
  );
}
