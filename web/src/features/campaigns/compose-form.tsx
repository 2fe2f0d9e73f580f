import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';

import { isProblem } from '../../platform/api/problem.js';
import { formatInstantDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { ApiForm, type ApiFormState } from '../../ui/input/api-form.js';
import { campaignTexts } from './campaigns.texts.js';
import { EngagementPicker } from './engagement-picker.js';
import { PreflightTable } from './preflight-table.js';
import { SendBlocked } from './send-blocked.js';
import { type PreflightRequest, type PublishedVersion, usePreflight } from './use-campaigns.js';
import {
  type CampaignValues,
  type Chosen,
  type Composition,
  toItems,
  useComposition,
} from './use-composition.js';

interface ComposeFormProps {
  readonly versions: readonly PublishedVersion[];
}

export function ComposeForm({ versions }: ComposeFormProps): ReactNode {
  const { t } = useTranslation(campaignTexts);
  const composition = useComposition(versions.map(({ id }) => id));
  const { state, chosen, choose } = composition;
  const [versionId, dueOn] = useWatch({ control: state.form.control, name: ['versionId', 'dueOn'] });
  const preflight = usePreflight(toRequest(versionId, dueOn, chosen));
  return (
    <>
      <Resumed composition={composition} />
      <ApiForm
        state={state}
        submitLabel={chosen.size === 0 ? t('compose.send.none') : t('compose.send', { count: chosen.size })}
        aside={<span className="pb-sm pb-muted">{t('compose.send.frozen')}</span>}
        problemText={(problem) =>
          isProblem(problem, 'campaign-preflight-failed') ? (
            <SendBlocked preflight={preflight.data} dueFieldId={state.idOf('dueOn')} />
          ) : (
            <ProblemNotice error={problem} />
          )
        }
      >
        <div className="pb-compose">
          <What state={state} versions={versions} versionId={versionId} />
          <section aria-labelledby="compose-who">
            <h2 id="compose-who">{t('compose.who')}</h2>
            <EngagementPicker chosen={chosen} onChoose={choose} />
          </section>
          <section className="pb-compose-check" aria-labelledby="compose-check">
            <h2 id="compose-check">{t('compose.check')}</h2>
            <PreflightTable
              preflight={preflight}
              chosen={chosen}
              onChoose={choose}
              dueFieldId={state.idOf('dueOn')}
            />
          </section>
        </div>
      </ApiForm>
    </>
  );
}

function Resumed({ composition }: { readonly composition: Composition }): ReactNode {
  const { t } = useTranslation(campaignTexts);
  if (!composition.resumed) return null;
  return (
    <p className="pb-row pb-wrap pb-compose-resumed">
      <StatusLine kind="note">{t('compose.resumed')}</StatusLine>
      <Button size="xs" variant="subtle" onClick={composition.restart}>
        {t('compose.restart')}
      </Button>
    </p>
  );
}

interface WhatProps extends ComposeFormProps {
  readonly state: ApiFormState<CampaignValues>;
  readonly versionId: string;
}

function What({ state, versions, versionId }: WhatProps): ReactNode {
  const { t, language } = useTranslation(campaignTexts);
  const version = versions.find(({ id }) => id === versionId);
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
        <div>
          <NativeSelect
            label={t('compose.version')}
            data={versions.map(({ id, code, number, title }) => ({
              value: id,
              label: t('compose.version.option', { code, number: String(number), title: title[language] }),
            }))}
            {...state.field('versionId', { required: t('compose.version.required') })}
          />
          {version === undefined ? null : (
            <p className="pb-xs pb-muted pb-compose-version" role="status">
              {t('compose.version.chosen', {
                title: version.title[language],
                code: version.code,
                number: String(version.number),
                day: formatInstantDay(version.publishedAt, language),
                count: version.questionCount,
              })}
            </p>
          )}
        </div>
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

function toRequest(versionId: string, dueOn: string, chosen: Chosen): PreflightRequest | null {
  if (versionId === '' || dueOn === '' || chosen.size === 0) return null;
  return { versionId, dueOn, items: toItems(chosen) };
}
