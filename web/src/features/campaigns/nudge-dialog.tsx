import { Textarea } from '@mantine/core';
import { reminderRefusalNames } from '@probant/shared/assessments/stuck-names';
import { maxLengths } from '@probant/shared/limits';
import { languages } from '@probant/shared/questionnaires/document';
import { useDebouncedValue } from '@mantine/hooks';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { controlTexts } from './control.texts.js';
import { type StuckRequest, useNudge, useNudgePreview } from './use-control.js';

interface NudgeDialogProps {
  readonly campaignId: string;
  readonly requests: readonly StuckRequest[];
  readonly onDone: (reminded: number) => void;
  readonly onClose: () => void;
}

const previewAfterMs = 400;

/** The word, and beside it the letter as it will leave. */
export function NudgeDialog({ campaignId, requests, onDone, onClose }: NudgeDialogProps): ReactNode {
  const { t, language } = useTranslation(controlTexts);
  const nudge = useNudge(campaignId);
  const assessmentIds = requests.map(({ assessmentId }) => assessmentId);
  const state = useApiForm({
    keptAs: `campaign-nudge/${campaignId}`,
    defaultValues: { fr: '', en: '' },
    send: async (words) => {
      const { reminded } = await nudge.mutateAsync({ assessmentIds, words });
      onDone(reminded);
      onClose();
    },
  });
  const { fr, en } = state.form.watch();
  const [words] = useDebouncedValue({ fr, en }, previewAfterMs);
  const preview = useNudgePreview(campaignId, { assessmentIds, words });
  const reached = (preview.data?.letters ?? []).reduce((sum, { recipients }) => sum + recipients, 0);
  const spoken = languages.filter((one) => requests.some(({ language }) => language === one));
  return (
    <Dialog title={t('nudge.title')} onClose={onClose}>
      <ApiForm
        state={state}
        submitLabel={t('nudge.send', { count: reached })}
        {...(preview.data !== undefined && reached === 0 ? { closed: t('nudge.none') } : {})}
      >
        {spoken.map((one) => (
          <Textarea
            key={one}
            label={t(`nudge.words.${one}`)}
            description={t('nudge.words.help')}
            autosize
            minRows={2}
            maxLength={maxLengths.longText}
            {...state.field(one)}
          />
        ))}
        {preview.isError ? <ProblemNotice error={preview.error} onRetry={preview.refetch} /> : null}
        {preview.isPending ? <TextSkeleton lines={6} /> : null}
        {(preview.data?.letters ?? []).map(({ language, recipientName, recipients, subject, text }) => (
          <figure className="pb-nudge-letter" key={language} lang={language}>
            <figcaption className="pb-xs pb-muted">
              {t('nudge.preview.of', { name: recipientName, count: recipients })}
            </figcaption>
            <p className="pb-medium pb-sm">{subject}</p>
            <p className="pb-sm pb-nudge-text">{text}</p>
          </figure>
        ))}
        {preview.data === undefined || preview.data.refused.length === 0 ? null : (
          <p className="pb-sm pb-amber">
            {t('nudge.refused')}{' '}
            {preview.data.refused
              .map(
                ({ supplierName, refusal }) => `${supplierName} (${reminderRefusalNames[refusal][language]})`,
              )
              .join(', ')}
          </p>
        )}
      </ApiForm>
    </Dialog>
  );
}
