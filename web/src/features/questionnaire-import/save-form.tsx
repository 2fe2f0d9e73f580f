import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { matchKeys } from '@probant/shared/imports/draft/merge-document';
import { maxCounts, maxLengths, maxWeight } from '@probant/shared/limits';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { Warning } from '../../ui/feedback/warning.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { keptKeys } from './item-edits.js';
import { saveImportTexts } from './save-import.texts.js';
import { type Import, type ImportItem, useSave, useStanding } from './use-imports.js';
import type { WishState } from './use-wish.js';

interface SaveFormProps {
  readonly read: Import;
  readonly items: readonly ImportItem[];
  readonly wish: WishState;
}

/** Saves what is kept of the file as a new questionnaire, or as a new draft of one that is there. */
export function SaveForm({ read, items, wish }: SaveFormProps): ReactNode {
  const { t, language } = useTranslation(saveImportTexts);
  const navigate = useNavigate();
  const save = useSave(read);
  const questionnaires = useQuery({
    queryKey: ['questionnaires', 'list', 'targets'],
    queryFn: async ({ signal }) =>
      (await api.get('/api/questionnaires', { query: { limit: maxCounts.pageSize }, signal })).items,
  });
  const { fr, en } = read.title ?? {};
  const keys = keptKeys(items, wish.edits);
  const state = useApiForm({
    keptAs: `questionnaire-import-${read.id}`,
    defaultValues: {
      target: '',
      keepOthers: true,
      title: { fr: fr ?? en ?? '', en: en ?? fr ?? '' },
    },
    send: async ({ target, keepOthers, title }) => {
      const standing =
        target === '' || standingDraft.data === undefined
          ? {}
          : { standing: { questionnaireId: target, revision: standingDraft.data.revision, keepOthers } };
      const { questionnaireId } = await save.mutateAsync({ revision: read.revision, title, ...standing });
      await navigate(`/questionnaires/${questionnaireId}`);
    },
  });
  const target = useWatch({ control: state.form.control, name: 'target' });
  const standingDraft = useStanding(target === '' ? null : target);
  const over = keys.length - maxCounts.questionsPerVersion;
  const required = { required: t('required') };
  return (
    <section className="pb-narrow pb-stack" aria-labelledby="save-title">
      <h2 id="save-title">{t('save.title')}</h2>
      <p className="pb-soft">{t('save.text')}</p>
      {questionnaires.isError ? (
        <ProblemNotice error={questionnaires.error} onRetry={questionnaires.refetch} />
      ) : null}
      <ApiForm state={state} submitLabel={t('save.count', { count: keys.length })}>
        <NativeSelect
          label={t('save.target')}
          data={[
            { value: '', label: t('save.new') },
            ...(questionnaires.data ?? []).map(({ id, title }) => ({
              value: id,
              label: t('save.into', { title: title[language] }),
            })),
          ]}
          {...state.field('target')}
        />
        {standingDraft.isError ? (
          <ProblemNotice error={standingDraft.error} onRetry={standingDraft.refetch} />
        ) : null}
        {target === '' || standingDraft.data === undefined ? null : (
          <>
            <p className="pb-sm">
              {t('save.match', { ...matchKeys(keys, standingDraft.data.document) })} {t('save.replaces')}
            </p>
            <Checkbox label={t('save.keepOthers')} {...state.field('keepOthers')} />
          </>
        )}
        <TextInput
          label={t('save.title.fr')}
          maxLength={maxLengths.title}
          {...state.field('title.fr', required)}
        />
        <TextInput
          label={t('save.title.en')}
          maxLength={maxLengths.title}
          {...state.field('title.en', required)}
        />
        <Weights wish={wish} />
        {over > 0 ? (
          <Warning>{t('save.tooMany', { max: maxCounts.questionsPerVersion, over })}</Warning>
        ) : null}
      </ApiForm>
    </section>
  );
}

function Weights({ wish: { given, give } }: Pick<SaveFormProps, 'wish'>): ReactNode {
  const { t } = useTranslation(saveImportTexts);
  return (
    <div className="pb-qimport-fields">
      {(['question', 'section'] as const).map((name) => (
        <NumberInput
          key={name}
          label={t(`save.weight.${name}`)}
          description={t('save.weight.none')}
          value={given[name] ?? ''}
          min={0}
          max={maxWeight}
          hideControls
          onChange={(value) => {
            const rest = Object.fromEntries(Object.entries(given).filter(([field]) => field !== name));
            give(typeof value === 'number' ? { ...rest, [name]: value } : rest);
          }}
        />
      ))}
    </div>
  );
}
