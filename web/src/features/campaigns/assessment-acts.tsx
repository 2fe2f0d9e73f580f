import { Button } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';

import { api } from '../../platform/api/client.js';
import { formatDay, formatTime } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { DueDateDialog, ReasonDialog, ReplaceDialog } from './assessment-dialogs.js';
import { assessmentTexts } from './assessments.texts.js';
import { type Assessment, useTakeAssessment } from './use-campaigns.js';

/** Acts that need a confirmation only, and those that ask for something. */
const confirmed = ['remind', 'resend', 'revoke'] as const;
const asked = ['change-due-date', 'replace', 'cancel', 'reopen'] as const;
type Confirmed = (typeof confirmed)[number];
type Act = Confirmed | (typeof asked)[number];

const labels = {
  remind: 'act.remind',
  resend: 'act.resend',
  revoke: 'act.revoke',
  'change-due-date': 'act.due',
  replace: 'act.replace',
  cancel: 'act.cancel',
  reopen: 'act.reopen',
} as const;

/** What may be done now, as the API says. */
export function AssessmentActs({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const { t, language } = useTranslation(assessmentTexts);
  const [open, setOpen] = useState<Act | null>(null);
  const [doneAt, setDoneAt] = useState<string | null>(null);
  const take = useTakeAssessment();
  const possible: readonly string[] = assessment.possible;
  const noteId = useId();
  const note = useReminderNote(assessment.reminder);
  const closedBy = { 'aria-disabled': true, 'data-disabled': true, 'aria-describedby': noteId };
  const finish = async (next: Assessment): Promise<void> => {
    await take(next);
    setDoneAt(new Date().toISOString());
    setOpen(null);
  };
  const close = (): void => {
    setOpen(null);
  };
  const dialog = { assessment, onDone: finish, onClose: close };
  return (
    <>
      <div className="pb-assessment-acts">
        {[...confirmed, ...asked]
          .filter((act) => possible.includes(act))
          .map((act) => (
            <Button
              key={act}
              // It keeps the focus after the letter that ends it for today.
              {...(act === 'remind' && note !== null ? closedBy : {})}
              onClick={() => {
                if (act !== 'remind' || note === null) setOpen(act);
              }}
            >
              {t(labels[act])}
            </Button>
          ))}
      </div>
      {note !== null && possible.includes('remind') ? (
        <p className="pb-sm pb-muted" id={noteId} style={{ marginTop: 'var(--pb-3)' }}>
          {note}
        </p>
      ) : null}
      {doneAt === null ? null : (
        <p style={{ marginTop: 'var(--pb-3)' }}>
          <StatusLine kind="done">{t('done', { time: formatTime(doneAt, language) })}</StatusLine>
        </p>
      )}
      {confirmed.map((act) => (
        <Confirmation key={act} act={act} opened={open === act} {...dialog} />
      ))}
      {open === 'change-due-date' ? <DueDateDialog {...dialog} /> : null}
      {open === 'replace' ? <ReplaceDialog {...dialog} /> : null}
      {open === 'cancel' || open === 'reopen' ? <ReasonDialog act={open} {...dialog} /> : null}
    </>
  );
}

/** Why no reminder may leave by hand, and when the next may. */
function useReminderNote({ refusal, nextOn }: Assessment['reminder']): string | null {
  const { t, language } = useTranslation(assessmentTexts);
  if (refusal === 'bounced') return t('remind.bounced');
  return refusal === 'today' && nextOn !== null
    ? t('remind.today', { day: formatDay(nextOn, language, 'long') })
    : null;
}

export interface ActProps {
  readonly assessment: Assessment;
  readonly onDone: (assessment: Assessment) => Promise<void>;
  readonly onClose: () => void;
}

interface ConfirmationProps extends ActProps {
  readonly act: Confirmed;
  readonly opened: boolean;
}

function Confirmation({ act, opened, assessment, onDone, onClose }: ConfirmationProps): ReactNode {
  const { t } = useTranslation(assessmentTexts);
  return (
    <ConfirmDialog
      opened={opened}
      title={t(`act.${act}`)}
      confirm={t(`act.${act}`)}
      act={async () => {
        await onDone(
          await api.post(`/api/assessments/{assessmentId}/${act}`, { path: { assessmentId: assessment.id } }),
        );
      }}
      onClose={onClose}
    >
      {t(`act.${act}.text`)}
    </ConfirmDialog>
  );
}
