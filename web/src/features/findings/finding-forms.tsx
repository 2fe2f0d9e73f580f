import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { FindingSide } from '@probant/shared/findings/finding';
import { maxLengths } from '@probant/shared/limits';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { actingTexts } from './acting.texts.js';
import type { AnyFile, FindingActs, PlanBody } from './use-findings.js';

export interface ActFormProps {
  readonly file: AnyFile;
  readonly side: FindingSide;
  readonly acts: Pick<FindingActs, 'reread'>;
  readonly onClose: () => void;
}

/** Where what is typed for an act is kept until it is sent. */
export function keptAct({ id }: Pick<AnyFile, 'id'>, act: string): string {
  return `finding/${id}/${act}`;
}

interface CancelProps {
  readonly onCancel: () => void;
}

export function Cancel({ onCancel }: CancelProps): ReactNode {
  const { t } = useTranslation(actingTexts);
  return (
    <Button variant="transparent" onClick={onCancel}>
      {t('form.cancel')}
    </Button>
  );
}

const emptyPlan = (ownerSide: FindingSide): PlanBody => ({
  action: '',
  owner: '',
  ownerSide,
  dueOn: '',
  proof: '',
});

/** What is to be done, by whom, by when, and what will prove it: the same words for both sides. */
export function PlanForm(props: ActFormProps & { readonly propose: FindingActs['propose'] }): ReactNode {
  const { file, side, acts, onClose, propose } = props;
  const { t } = useTranslation(actingTexts);
  const { plan, proposal } = file;
  const before = proposal ?? plan;
  const state = useApiForm<PlanBody>({
    keptAs: keptAct(file, 'propose'),
    reread: acts.reread,
    defaultValues:
      before === null
        ? emptyPlan('supplier')
        : {
            action: before.action,
            owner: before.owner,
            ownerSide: before.ownerSide,
            dueOn: before.dueOn,
            proof: before.proof,
          },
    send: async (values) => {
      await propose(values);
      onClose();
    },
  });
  const required = { required: t('form.required') };
  const cancel = (): void => {
    state.kept.forget();
    onClose();
  };
  return (
    <ApiForm state={state} submitLabel={t('do.propose')} aside={<Cancel onCancel={cancel} />}>
      {'shared' in file && !file.shared ? <p className="pb-sm pb-soft">{t('form.plan.shows')}</p> : null}
      <Textarea
        label={t('form.action')}
        autosize
        minRows={2}
        maxLength={maxLengths.longText}
        {...state.field('action', required)}
      />
      <div className="pb-finding-fields">
        <TextInput
          label={t('form.owner')}
          autoComplete="off"
          maxLength={maxLengths.name}
          {...state.field('owner', required)}
        />
        <NativeSelect
          label={t('form.ownerSide')}
          data={(['supplier', 'buyer'] as const).map((one) => ({
            value: one,
            label: t(`form.ownerSide.${side}.${one}`),
          }))}
          {...state.field('ownerSide')}
        />
        <TextInput label={t('form.dueOn')} type="date" {...state.field('dueOn', required)} />
      </div>
      <Textarea
        label={t('form.proof')}
        description={t('form.proof.help')}
        minRows={1}
        maxLength={maxLengths.longText}
        {...state.field('proof', required)}
      />
    </ApiForm>
  );
}

export type ReasonOf =
  'decline' | 'deliver' | 'refuse-proof' | 'accept' | 'refuse-acceptance' | 'close' | 'reopen';

interface ReasonFormProps extends ActFormProps {
  readonly act: ReasonOf;
  /** Who reads it on the other side. */
  readonly readBy: FindingSide | 'nobody';
  readonly give: (reason: string) => Promise<void>;
}

/** An act that needs nothing but its reason. */
export function ReasonForm({ file, acts, act, readBy, give, onClose }: ReasonFormProps): ReactNode {
  const { t } = useTranslation(actingTexts);
  const state = useApiForm({
    keptAs: keptAct(file, act),
    reread: acts.reread,
    defaultValues: { reason: '' },
    send: async ({ reason }) => {
      await give(reason);
      onClose();
    },
  });
  const cancel = (): void => {
    state.kept.forget();
    onClose();
  };
  return (
    <ApiForm state={state} submitLabel={t(`do.${act}`)} aside={<Cancel onCancel={cancel} />}>
      <Textarea
        label={t(`form.reason.${act}`)}
        description={t(`form.read.${readBy}`)}
        autosize
        minRows={2}
        maxLength={maxLengths.longText}
        {...state.field('reason', { required: t('form.reason.required') })}
      />
    </ApiForm>
  );
}

interface CommentFormProps {
  readonly file: AnyFile;
  readonly side: FindingSide;
  readonly comment: FindingActs['comment'];
}

/** A message to the other side, under what was said before. */
export function CommentForm({ file, side, comment }: CommentFormProps): ReactNode {
  const { t } = useTranslation(actingTexts);
  const state = useApiForm({
    keptAs: keptAct(file, 'comment'),
    defaultValues: { body: '' },
    send: async ({ body }) => {
      await comment(body);
      state.form.reset({ body: '' });
    },
  });
  return (
    <ApiForm state={state} submitLabel={t('do.comment')} quiet>
      <Textarea
        label={t('form.comment')}
        description={t(side === 'buyer' ? 'form.read.supplier' : 'form.read.buyer')}
        autosize
        minRows={2}
        maxLength={maxLengths.longText}
        {...state.field('body', { required: t('form.required') })}
      />
    </ApiForm>
  );
}
