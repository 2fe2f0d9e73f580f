import { Button, NativeSelect, Textarea } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import { evidenceLevels } from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { draftTexts } from './draft.texts.js';
import { type Level, type NoticePiece, useGradePiece } from './use-notices.js';

interface GradeDialogProps {
  readonly noticeId: string;
  readonly piece: NoticePiece;
  readonly onClose: () => void;
}

interface Values {
  level: Level | '';
  reason: string;
}

/** What a piece of the supplier is worth as proof of the cure; the supplier sees it with its reason. */
export function GradeDialog({ noticeId, piece, onClose }: GradeDialogProps): ReactNode {
  const { t } = useTranslation(draftTexts);
  const grade = useGradePiece(noticeId);
  const state = useApiForm<Values>({
    defaultValues: { level: piece.grading === 0 ? 'E2' : (piece.level ?? ''), reason: piece.gradingReason },
    send: async ({ level, reason }) => {
      await grade.mutateAsync({
        noticePieceId: piece.id,
        level: level === '' ? null : level,
        reason,
        number: piece.grading,
      });
      onClose();
    },
  });
  return (
    <Dialog title={t('grade.title', { name: piece.name })} onClose={onClose}>
      <ApiForm
        state={state}
        submitLabel={t('grade.save')}
        aside={
          <Button variant="transparent" onClick={onClose}>
            {t('cancel')}
          </Button>
        }
      >
        <NativeSelect
          label={t('grade.level')}
          data={[
            { value: '', label: t('grade.refused') },
            ...evidenceLevels.map((value) => ({ value, label: t(`level.${value}`) })),
          ]}
          {...state.field('level')}
        />
        <Textarea
          label={t('grade.reason')}
          minRows={2}
          autosize
          maxLength={maxLengths.longText}
          {...state.field('reason')}
        />
      </ApiForm>
    </Dialog>
  );
}
