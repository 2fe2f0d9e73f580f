import './campaigns.css';

import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { proposeDueDay } from '@probant/shared/assessments/preflight';
import { parisDay } from '@probant/shared/calendar';
import { maxLengths } from '@probant/shared/limits';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { Link, useNavigate, useSearchParams } from 'react-router';

import { api } from '../../platform/api/client.js';
import { Problem } from '../../platform/api/problem.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { PageSkeleton } from '../../ui/feedback/skeletons.js';
import { ApiForm, type ApiFormState, useApiForm } from '../../ui/input/api-form.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { campaignTexts } from './campaigns.texts.js';
import { EngagementPicker } from './engagement-picker.js';
import { PreflightTable } from './preflight-table.js';
import { type PreflightRequest, usePreflight, usePublished } from './use-campaigns.js';

interface Campaign {
  name: string;
  versionId: string;
  dueOn: string;
  message: string;
}

/** Which engagements, and the contact of each where the first one is not the right one. */
export type Chosen = ReadonlyMap<string, string | undefined>;

interface PublishedVersion {
  readonly id: string;
  readonly label: string;
}

/** A new campaign on one page: what is asked, to whom, and what would go wrong, before anything leaves. */
export function ComposeScreen(): ReactNode {
  const { t, language } = useTranslation(campaignTexts);
  const published = usePublished();
  const versions = (published.data?.items ?? []).flatMap(({ title, published: version, archived }) =>
    version === null || archived
      ? []
      : [
          {
            id: version.id,
            label: `${title[language]}, ${t('version', { number: String(version.number) })}`,
          },
        ],
  );
  return (
    <Main>
      <PageHeader title={t('compose.title')} breadcrumbs={[{ title: t('list.title'), path: '/campaigns' }]} />
      <div className="pb-page">
        {published.isPending ? <PageSkeleton /> : null}
        {published.isError ? <ProblemNotice error={published.error} onRetry={published.refetch} /> : null}
        {published.data && versions.length === 0 ? (
          <EmptyState
            title={t('compose.version.none')}
            action={
              <Button component={Link} to="/questionnaires" variant="filled">
                {t('compose.version.open')}
              </Button>
            }
          >
            {t('compose.version.none.text')}
          </EmptyState>
        ) : null}
        {versions.length > 0 ? <ComposeForm versions={versions} /> : null}
      </div>
    </Main>
  );
}

function ComposeForm({ versions }: { readonly versions: readonly PublishedVersion[] }): ReactNode {
  const { t } = useTranslation(campaignTexts);
  const [params] = useSearchParams();
  const [chosen, setChosen] = useState<Chosen>(
    () => new Map(params.getAll('engagement').map((id) => [id, undefined])),
  );
  const state = useComposition(versions[0]?.id ?? '', chosen);
  const [versionId, dueOn] = useWatch({ control: state.form.control, name: ['versionId', 'dueOn'] });
  const preflight = usePreflight(toRequest(versionId, dueOn, chosen));
  return (
    <ApiForm
      state={state}
      submitLabel={chosen.size === 0 ? t('compose.send.none') : t('compose.send', { count: chosen.size })}
      aside={<span className="pb-sm pb-muted">{t('compose.send.frozen')}</span>}
    >
      <div className="pb-compose">
        <What state={state} versions={versions} />
        <section aria-labelledby="compose-who">
          <h2 id="compose-who">{t('compose.who')}</h2>
          <EngagementPicker chosen={chosen} onChoose={setChosen} />
        </section>
        <section className="pb-compose-check" aria-labelledby="compose-check">
          <h2 id="compose-check">{t('compose.check')}</h2>
          <PreflightTable preflight={preflight} chosen={chosen} onChoose={setChosen} />
        </section>
      </div>
    </ApiForm>
  );
}

function useComposition(versionId: string, chosen: Chosen): ApiFormState<Campaign> {
  const { t } = useTranslation(campaignTexts);
  const navigate = useNavigate();
  const client = useQueryClient();
  return useApiForm<Campaign>({
    defaultValues: {
      name: '',
      versionId,
      dueOn: proposeDueDay(parisDay(new Date().toISOString())),
      message: '',
    },
    send: async (values) => {
      if (chosen.size === 0) {
        throw new Problem({ status: 422, code: 'invalid-input', title: t('compose.nothing') });
      }
      const campaign = await api.post('/api/campaigns', {
        body: { ...values, items: toItems(chosen) },
      });
      void client.invalidateQueries();
      await navigate(`/campaigns/${campaign.id}`);
    },
  });
}

function What({
  state,
  versions,
}: {
  readonly state: ApiFormState<Campaign>;
  readonly versions: readonly PublishedVersion[];
}): ReactNode {
  const { t } = useTranslation(campaignTexts);
  return (
    <section aria-labelledby="compose-what">
      <h2 id="compose-what">{t('compose.what')}</h2>
      <div className="pb-form">
        <TextInput
          label={t('compose.name')}
          maxLength={maxLengths.name}
          autoComplete="off"
          {...state.field('name', { required: t('compose.name.required') })}
        />
        <NativeSelect
          label={t('compose.version')}
          data={versions.map(({ id, label }) => ({ value: id, label }))}
          {...state.field('versionId', { required: t('compose.version.required') })}
        />
        <TextInput
          label={t('compose.due')}
          type="date"
          {...state.field('dueOn', { required: t('compose.due.required') })}
        />
        <Textarea
          label={t('compose.message')}
          description={t('compose.message.help')}
          minRows={3}
          maxLength={maxLengths.longText}
          {...state.field('message')}
        />
      </div>
    </section>
  );
}

function toItems(chosen: Chosen): PreflightRequest['items'] {
  return [...chosen].map(([engagementId, contactId]) =>
    contactId === undefined ? { engagementId } : { engagementId, contactId },
  );
}

function toRequest(versionId: string, dueOn: string, chosen: Chosen): PreflightRequest | null {
  if (versionId === '' || dueOn === '' || chosen.size === 0) return null;
  return { versionId, dueOn, items: toItems(chosen) };
}
