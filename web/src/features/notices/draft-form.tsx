import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { parisDay } from '@probant/shared/calendar';
import { maxCounts, maxLengths } from '@probant/shared/limits';
import { noticeBases, noticeChannels } from '@probant/shared/notices/draft';
import { composeNotice } from '@probant/shared/notices/letter';
import type { ReactNode } from 'react';
import { useFieldArray, useWatch } from 'react-hook-form';

import { formatInstant } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { useNow } from '../../ui/format/use-now.js';
import { ApiForm, type ApiFormState, useApiForm } from '../../ui/input/api-form.js';
import { BreachFields } from './breach-fields.js';
import { draftTexts } from './draft.texts.js';
import { type DraftValues, emptyBreach, keptDraft, isDays, toDraft, toValues } from './draft-values.js';
import { LetterView } from './letter-view.js';
import { noticeTexts } from './notices.texts.js';
import { type Notice, useNotice, useSaveDraft } from './use-notices.js';

export interface DraftFieldsProps {
  readonly state: ApiFormState<DraftValues>;
  readonly notice: Notice;
}

/** The draft of a letter, kept on the server when it is saved and in the tab until then, with the letter that it makes. */
export function DraftForm({ notice }: { readonly notice: Notice }): ReactNode {
  const { t, language } = useTranslation(draftTexts);
  const save = useSaveDraft(notice.id);
  const again = useNotice(notice.id);
  const state = useApiForm<DraftValues>({
    keptAs: keptDraft(notice.id),
    revision: notice.revision,
    reread: again.refetch,
    defaultValues: toValues(notice.draft),
    send: async (values) => {
      const saved = await save.mutateAsync({ draft: toDraft(values), revision: state.kept.revision });
      state.kept.startFrom(toValues(saved.draft), saved.revision, values);
    },
  });
  return (
    <>
      <ApiForm
        state={state}
        submitLabel={t('save')}
        aside={
          <StatusLine kind="note" live={false}>
            {t('saved', { name: notice.updatedByName, at: formatInstant(notice.updatedAt, language) })}
          </StatusLine>
        }
      >
        <PartyFields state={state} />
        <BreachList state={state} notice={notice} />
        <EndingFields state={state} notice={notice} />
      </ApiForm>
      <Preview state={state} notice={notice} />
    </>
  );
}

function PartyFields({ state }: Pick<DraftFieldsProps, 'state'>): ReactNode {
  const { t } = useTranslation(draftTexts);
  const title = { maxLength: maxLengths.title };
  const address = { minRows: 2, autosize: true, maxLength: maxLengths.address };
  return (
    <fieldset className="pb-section">
      <legend>
        <h2>{t('parties')}</h2>
      </legend>
      <div className="pb-notice-fields">
        <Textarea label={t('sender.address')} {...address} {...state.field('draft.senderAddress')} />
        <Textarea label={t('recipient.address')} {...address} {...state.field('draft.recipientAddress')} />
        <TextInput label={t('recipient.name')} {...title} {...state.field('draft.recipientName')} />
        <TextInput label={t('signatory')} {...title} {...state.field('draft.signatory')} />
        <TextInput label={t('contract.title')} {...title} {...state.field('draft.contractTitle')} />
        <TextInput type="date" label={t('contract.signed')} {...state.field('draft.contractSignedOn')} />
        <TextInput label={t('place')} {...title} {...state.field('draft.place')} />
        <NativeSelect
          label={t('channel')}
          data={noticeChannels.map((value) => ({ value, label: t(`channel.${value}`) }))}
          {...state.field('draft.channel')}
        />
      </div>
    </fieldset>
  );
}

function BreachList({ state, notice }: DraftFieldsProps): ReactNode {
  const { t } = useTranslation(draftTexts);
  const breaches = useFieldArray({ control: state.form.control, name: 'draft.breaches' });
  const listed = notice.contract.substantialWording !== '';
  return (
    <fieldset className="pb-section">
      <legend>
        <h2>{t('breaches')}</h2>
      </legend>
      {breaches.fields.length === 0 ? <p className="pb-soft">{t('breaches.none')}</p> : null}
      {breaches.fields.map(({ id }, index) => (
        <BreachFields
          key={id}
          state={state}
          notice={notice}
          index={index}
          onRemove={() => {
            breaches.remove(index);
          }}
        />
      ))}
      <Button
        mt="sm"
        disabled={breaches.fields.length >= maxCounts.breaches}
        onClick={() => {
          breaches.append(emptyBreach(listed));
        }}
      >
        {t('breach.add')}
      </Button>
    </fieldset>
  );
}

function EndingFields({ state, notice }: DraftFieldsProps): ReactNode {
  const { t } = useTranslation(draftTexts);
  const basis = useWatch({ control: state.form.control, name: 'draft.basis' });
  const { cureDays, clauseArticle, clauseWording } = notice.contract;
  return (
    <fieldset className="pb-section">
      <legend>
        <h2>{t('ending')}</h2>
      </legend>
      <div className="pb-notice-fields">
        <Textarea
          className="pb-notice-wide"
          label={t('demand')}
          minRows={3}
          autosize
          maxLength={maxLengths.longText}
          {...state.field('draft.demand')}
        />
        <TextInput
          label={t('days')}
          description={cureDays === null ? t('days.free') : t('days.agreed', { days: cureDays })}
          inputMode="numeric"
          autoComplete="off"
          {...state.field('draft.cureDays', {
            validate: (value) => (typeof value === 'string' && isDays(value)) || t('not-whole'),
          })}
        />
        <NativeSelect
          label={t('basis')}
          data={noticeBases.map((value) => ({ value, label: t(`basis.${value}`) }))}
          {...state.field('draft.basis')}
        />
        {basis === 'art-1226' ? (
          <p className="pb-sm pb-amber pb-notice-wide">{t('basis.1226.text')}</p>
        ) : (
          <>
            <TextInput
              label={t('clause.article')}
              maxLength={maxLengths.title}
              {...state.field('draft.clauseArticle')}
            />
            <Textarea
              className="pb-notice-wide"
              label={t('clause.wording')}
              minRows={3}
              autosize
              maxLength={maxLengths.longText}
              {...state.field('draft.clauseWording')}
            />
            {clauseWording === '' ? null : (
              <div className="pb-notice-wide">
                <Button
                  size="xs"
                  variant="subtle"
                  onClick={() => {
                    state.form.setValue('draft.clauseArticle', clauseArticle, { shouldDirty: true });
                    state.form.setValue('draft.clauseWording', clauseWording, { shouldDirty: true });
                  }}
                >
                  {t('clause.take')}
                </Button>
              </div>
            )}
          </>
        )}
      </div>
    </fieldset>
  );
}

/** The same function composes it that will compose the letter which is kept. */
function Preview({ state, notice }: DraftFieldsProps): ReactNode {
  const { t } = useTranslation(noticeTexts);
  const values = useWatch({ control: state.form.control }) as DraftValues;
  const today = parisDay(useNow().toISOString());
  const pieces = [...notice.pieces.filter(({ role }) => role === 'breach'), ...notice.submitted];
  const letter = composeNotice(toDraft(values), { senderName: notice.buyerName, on: today, pieces });
  return (
    <section className="pb-stack" aria-labelledby="letter-preview">
      <div className="pb-between pb-wrap">
        <h2 id="letter-preview">{t('letter.preview')}</h2>
        <a href={`/api/notices/${notice.id}/letters/formal-notice`} download>
          {t('letter.pdf.draft')}
        </a>
      </div>
      <p className="pb-sm pb-soft">{t('letter.preview.text')}</p>
      <LetterView letter={letter} />
    </section>
  );
}
