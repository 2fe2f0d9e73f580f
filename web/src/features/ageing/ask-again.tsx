import { Button, Textarea } from '@mantine/core';
import { reconfirmText, type QuestionToReconfirm } from '@probant/shared/ageing/reconfirm';
import { maxLengths } from '@probant/shared/limits';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';

import { api } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';
import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import type { AgeingFacts, ForecastLapse } from '../../ui/ageing/use-ageing.js';
import type { Engagement } from '../../ui/engagement/engagement-file.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { uiTexts } from '../../ui/ui.texts.js';
import { ageingPartTexts } from './ageing-part.texts.js';

interface AskAgainProps {
  readonly engagement: Engagement;
  readonly ageing: AgeingFacts;
  readonly now: NonNullable<AgeingFacts['now']>;
  /** What the message asks about. */
  readonly lapses: readonly ForecastLapse[];
}

/** One message that names every question; where the assessment is closed, the next request instead. */
export function AskAgain({ engagement, ageing, now, lapses }: AskAgainProps): ReactNode {
  const { t } = useTranslation(ageingPartTexts);
  const [asking, setAsking] = useState(false);
  const [sent, setSent] = useState(false);
  if (lapses.length === 0 || engagement.archived || engagement.supplierArchived) return null;
  if (!now.open) {
    return (
      <Allowed action="campaigns:send">
        <Button component={Link} to={`/campaigns/new?engagement=${engagement.id}`} title={t('ask.closed')}>
          {t('ask.again')}
        </Button>
      </Allowed>
    );
  }
  return (
    <Allowed action="clarifications:write">
      {sent ? <StatusLine kind="done">{t('ask.sent')}</StatusLine> : null}
      <Button
        variant="filled"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('ask')}
      </Button>
      {asking ? (
        <AskDialog
          ageing={ageing}
          assessmentId={now.assessmentId}
          lapses={lapses}
          onSent={() => {
            setSent(true);
          }}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : null}
    </Allowed>
  );
}

interface AskDialogProps extends Pick<AskAgainProps, 'ageing' | 'lapses'> {
  readonly assessmentId: string;
  readonly onSent: () => void;
  readonly onClose: () => void;
}

function AskDialog({ ageing, assessmentId, lapses, onSent, onClose }: AskDialogProps): ReactNode {
  const { t, language } = useTranslation(ageingPartTexts);
  const { t: ui } = useTranslation(uiTexts);
  const client = useQueryClient();
  const post = useAct({
    mutationFn: (body: string) =>
      api.post('/api/assessments/{assessmentId}/clarifications', {
        path: { assessmentId },
        body: { questionId: '', body },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['reviews', assessmentId] }),
  });
  const asked = ageing.questions.flatMap(({ id, label }): QuestionToReconfirm[] => {
    const beside = lapses.filter(({ questions }) => questions.includes(id));
    const named = beside.find(({ name }) => name !== '');
    if (beside.length === 0) return [];
    const lapsing =
      named === undefined
        ? {}
        : { lapsing: t('piece-until', { name: named.name, day: formatDay(named.lastOn, language) }) };
    return [{ id, label: label[language], ...lapsing }];
  });
  const state = useApiForm({
    defaultValues: { body: reconfirmText(asked, language) },
    send: async ({ body }) => {
      await post.mutateAsync(body);
      onSent();
      onClose();
    },
  });
  return (
    <Dialog size="lg" onClose={onClose} title={t('ask.title')}>
      <div className="pb-stack">
        <p className="pb-soft">{t('ask.text')}</p>
        <ApiForm
          state={state}
          submitLabel={t('ask.send')}
          aside={<Button onClick={onClose}>{ui('cancel')}</Button>}
        >
          <Textarea
            label={t('ask.body')}
            autosize
            minRows={6}
            maxRows={16}
            maxLength={maxLengths.longText}
            data-autofocus
            {...state.field('body', { required: t('ask.required') })}
          />
        </ApiForm>
      </div>
    </Dialog>
  );
}
