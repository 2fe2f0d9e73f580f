import { proposeDueDay } from '@probant/shared/assessments/preflight';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';

import { today } from '../../platform/today.js';
import { api } from '../../platform/api/client.js';
import { Problem } from '../../platform/api/problem.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useSignedIn } from '../../platform/session/session.js';
import { type ApiFormState, useApiForm } from '../../ui/input/api-form.js';
import { campaignTexts } from './campaigns.texts.js';
import { type Draft, draftKey, dropDraft, keepDraft, readDraft } from './compose-draft.js';
import type { PreflightRequest } from './use-campaigns.js';

export interface CampaignValues {
  name: string;
  versionId: string;
  dueOn: string;
  message: string;
}

/** Which engagements, and the contact of each where the first one is not the right one. */
export type Chosen = ReadonlyMap<string, string | undefined>;

export interface Composition {
  readonly state: ApiFormState<CampaignValues>;
  readonly chosen: Chosen;
  readonly choose: (chosen: Chosen) => void;
  /** What is shown was composed before, on this page or before a reload. */
  readonly resumed: boolean;
  readonly restart: () => void;
}

/** What is being composed; kept in this tab until it is sent. */
export function useComposition(versionIds: readonly string[]): Composition {
  const { t } = useTranslation(campaignTexts);
  const navigate = useNavigate();
  const client = useQueryClient();
  const { account, organisation } = useSignedIn();
  const [params] = useSearchParams();
  const [beginning] = useState(() => params.getAll('engagement'));
  const [fresh] = useState(() => freshStart(versionIds[0] ?? '', beginning));
  const key = draftKey(organisation?.id ?? '', account.id, beginning);
  const [kept, setKept] = useState(() => readDraft(key));
  const [chosen, choose] = useState(() => toChosen((kept ?? fresh).chosen));
  const state = useApiForm<CampaignValues>({
    defaultValues: valuesOf(kept === null ? fresh : withKnownVersion(kept, versionIds)),
    send: async (values) => {
      if (chosen.size === 0) {
        throw new Problem({ status: 422, code: 'invalid-input', title: t('compose.nothing') });
      }
      try {
        const campaign = await api.post('/api/campaigns', { body: { ...values, items: toItems(chosen) } });
        dropDraft(key);
        void client.invalidateQueries();
        await navigate(`/campaigns/${campaign.id}`);
      } catch (error) {
        // What stops the send was not there when it was last checked.
        void client.invalidateQueries({ queryKey: ['campaigns', 'preflight'] });
        throw error;
      }
    },
  });

  const now = JSON.stringify(toDraft(state.form.watch(), chosen));
  const isFresh = now === JSON.stringify(fresh);
  useEffect(() => {
    if (isFresh) dropDraft(key);
    else keepDraft(key, JSON.parse(now) as Draft);
  }, [key, now, isFresh]);

  return {
    state,
    chosen,
    choose,
    resumed: kept !== null,
    restart: () => {
      state.form.reset(valuesOf(fresh));
      choose(toChosen(fresh.chosen));
      setKept(null);
    },
  };
}

export function toItems(chosen: Chosen): PreflightRequest['items'] {
  return [...chosen].map(([engagementId, contactId]) =>
    contactId === undefined ? { engagementId } : { engagementId, contactId },
  );
}

function freshStart(versionId: string, beginning: readonly string[]): Draft {
  const chosen = beginning.map((id) => [id, null] as const);
  return {
    name: '',
    versionId,
    dueOn: proposeDueDay(today()),
    message: '',
    chosen,
  };
}

function toDraft({ name, versionId, dueOn, message }: CampaignValues, chosen: Chosen): Draft {
  return {
    name,
    versionId,
    dueOn,
    message,
    chosen: [...chosen].map(([id, contact]) => [id, contact ?? null]),
  };
}

function toChosen(chosen: Draft['chosen']): Chosen {
  return new Map(chosen.map(([id, contact]) => [id, contact ?? undefined]));
}

function valuesOf({ name, versionId, dueOn, message }: Draft): CampaignValues {
  return { name, versionId, dueOn, message };
}

/** A newer version may have been published since: it is the one that can be sent now. */
function withKnownVersion(draft: Draft, versionIds: readonly string[]): Draft {
  const [first = ''] = versionIds;
  return versionIds.includes(draft.versionId) ? draft : { ...draft, versionId: first };
}
