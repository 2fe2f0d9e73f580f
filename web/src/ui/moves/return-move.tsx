import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { ConfirmDialog } from '../feedback/confirm-dialog.js';
import { movesTexts } from './moves.texts.js';
import { useReturnMove } from './use-moves.js';

interface ReturnMoveProps {
  readonly assessmentId: string;
  readonly moveId: string;
  /** The version to go back to. */
  readonly number: number;
}

/** The way back, as long as nothing was submitted since. */
export function ReturnMove({ assessmentId, moveId, number }: ReturnMoveProps): ReactNode {
  const { t } = useTranslation(movesTexts);
  const [opened, setOpened] = useState(false);
  const act = useReturnMove();
  return (
    <Allowed action="assessments:move">
      <Button
        size="xs"
        onClick={() => {
          setOpened(true);
        }}
      >
        {t('return', { number })}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t('return.title', { number })}
        confirm={t('return.confirm')}
        act={() => act.mutateAsync({ assessmentId, moveId })}
        onClose={() => {
          setOpened(false);
        }}
      >
        <p>{t('return.text')}</p>
      </ConfirmDialog>
    </Allowed>
  );
}
