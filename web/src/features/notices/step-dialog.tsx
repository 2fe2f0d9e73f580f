import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import { noticeStepNames, ruleOf, type NoticeStep } from '@probant/shared/notices/lifecycle';
import type { ReactNode } from 'react';
import { Controller } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, type ApiFormState, useApiForm } from '../../ui/input/api-form.js';
import { useHasKept } from '../../ui/input/kept-values.js';
import { keptDraft } from './draft-values.js';
import { noticeTexts } from './notices.texts.js';
import { type Notice, useNotice, useTakeStep } from './use-notices.js';

interface StepDialogProps {
  readonly notice: Notice;
  readonly step: NoticeStep;
  readonly onClose: () => void;
}

interface Values {
  on: string;
  note: string;
  reference: string;
  counsel: string;
  effectiveOn: string;
  /** As checkboxes hold them. */
  remaining: string[];
}

const posting: readonly NoticeStep[] = ['send', 'send-again', 'terminate'];
const shown: readonly NoticeStep[] = [
  'cure',
  'cure-partly',
  'fail',
  'withdraw',
  'take-effect',
  'return-data',
];
const explained = ['ask-counsel', 'send', 'terminate', 'withdraw'] as const;

/** What one step asks for; what it refuses stands at its field. */
export function StepDialog({ notice, step, onClose }: StepDialogProps): ReactNode {
  const { t, language } = useTranslation(noticeTexts);
  const take = useTakeStep(notice.id);
  const again = useNotice(notice.id);
  const state = useApiForm<Values>({
    revision: notice.revision,
    reread: again.refetch,
    defaultValues: {
      ...{ on: '', note: '', reference: '', counsel: '', effectiveOn: '' },
      remaining: step === 'terminate' ? notice.draft.breaches.map((_, index) => String(index + 1)) : [],
    },
    send: async ({ on, effectiveOn, remaining, ...values }) => {
      await take.mutateAsync({
        ...values,
        step,
        on: on === '' ? null : on,
        effectiveOn: effectiveOn === '' ? null : effectiveOn,
        remaining: remaining.map(Number),
        revision: state.kept.revision,
      });
      onClose();
    },
  });
  const unsaved = useHasKept()(keptDraft(notice.id));
  const text = explained.find((one) => one === step);
  return (
    <Dialog title={noticeStepNames[step][language]} onClose={onClose}>
      <ApiForm
        state={state}
        submitLabel={noticeStepNames[step][language]}
        closed={step === 'ask-counsel' && unsaved ? t('step.unsaved') : undefined}
        aside={
          <Button variant="transparent" onClick={onClose}>
            {t('cancel')}
          </Button>
        }
      >
        {text === undefined ? null : <p className="pb-sm pb-soft">{t(`step.${text}.text`)}</p>}
        <StepFields state={state} notice={notice} step={step} />
      </ApiForm>
    </Dialog>
  );
}

interface StepFieldsProps extends Omit<StepDialogProps, 'onClose'> {
  readonly state: ApiFormState<Values>;
}

function StepFields({ state, notice, step }: StepFieldsProps): ReactNode {
  const { t } = useTranslation(noticeTexts);
  const { dated, needsNote, needsCounsel } = ruleOf(step);
  const required = { required: t('required') };
  return (
    <>
      {dated ? (
        <TextInput
          type="date"
          label={t(
            posting.includes(step) ? 'step.on.send' : step === 'receive' ? 'step.on.receive' : 'step.on',
          )}
          {...state.field('on', required)}
        />
      ) : null}
      {posting.includes(step) ? (
        <TextInput
          label={t('step.reference')}
          maxLength={maxLengths.title}
          {...state.field('reference', required)}
        />
      ) : null}
      {needsCounsel ? (
        <TextInput
          label={t('step.counsel')}
          maxLength={maxLengths.title}
          {...state.field('counsel', required)}
        />
      ) : null}
      {step === 'terminate' ? <TerminationFields state={state} notice={notice} /> : null}
      <Textarea
        label={t(
          step === 'terminate'
            ? 'step.note.terminate'
            : shown.includes(step)
              ? 'step.note.shown'
              : 'step.note',
        )}
        minRows={2}
        autosize
        maxLength={maxLengths.longText}
        {...state.field('note', needsNote ? required : {})}
      />
    </>
  );
}

function TerminationFields({ state, notice }: Omit<StepFieldsProps, 'step'>): ReactNode {
  const { t } = useTranslation(noticeTexts);
  return (
    <>
      <TextInput
        type="date"
        label={t('step.effective')}
        {...state.field('effectiveOn', { required: t('required') })}
      />
      <Controller
        control={state.form.control}
        name="remaining"
        rules={{ validate: (value) => value.length > 0 || t('step.remaining.required') }}
        render={({ field }) => (
          <Checkbox.Group
            id={state.idOf('remaining')}
            label={t('step.remaining')}
            value={field.value}
            onChange={field.onChange}
            error={state.errorOf('remaining')}
          >
            <div className="pb-stack">
              {notice.draft.breaches.map(({ obligation }, index) => (
                <Checkbox
                  key={index}
                  value={String(index + 1)}
                  label={t('step.breach', { number: index + 1, obligation })}
                />
              ))}
            </div>
          </Checkbox.Group>
        )}
      />
    </>
  );
}
