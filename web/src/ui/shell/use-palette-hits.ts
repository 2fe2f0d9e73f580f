import { statusNames } from '@probant/shared/assessments/status-names';
import type { Action } from '@probant/shared/permissions';
import { hitAddress } from '@probant/shared/search/hit-address';
import { kindNames } from '@probant/shared/search/kind-names';
import type { SearchKind } from '@probant/shared/search/kinds';
import { useQuery } from '@tanstack/react-query';

import { api, type Reply } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { useSignedIn } from '../../platform/session/session.js';
import { shellTexts } from './shell.texts.js';

export interface Hit {
  readonly path: string;
  readonly label: string;
  /** What tells it apart from another of the same name. */
  readonly description: string;
}

export interface HitGroup {
  readonly title: string;
  readonly hits: readonly Hit[];
}

/** A few of each: the lists themselves show the rest. */
const limit = 4;
/** One letter is in every name. */
const shortest = 2;

/** What has a name, of that which this person may read: a buyer's suppliers and all that hangs on them, a supplier's requests, which stand there before anything is typed; nothing for `null`. */
export function usePaletteHits(text: string | null): readonly HitGroup[] {
  const { t, language } = useTranslation(shellTexts);
  const suppliers = useHits('suppliers:read', text, async (query, signal) =>
    (await api.get('/api/suppliers', { query, signal })).items.map(({ id, name, siren }) => ({
      path: `/suppliers/${id}`,
      label: name,
      description: siren ?? '',
    })),
  );
  const engagements = useHits('engagements:read', text, async (query, signal) =>
    (await api.get('/api/engagements', { query: { ...query, state: 'active' }, signal })).items.map(
      ({ id, name, supplierName }) => ({
        path: `/engagements/${id}`,
        label: name,
        description: supplierName,
      }),
    ),
  );
  const assessments = useHits('assessments:read', text, async (query, signal) =>
    (await api.get('/api/assessments', { query, signal })).items.map(
      ({ id, supplierName, engagementName, status }) => ({
        path: `/assessments/${id}`,
        label: `${supplierName}, ${engagementName}`,
        description: statusNames[status][language],
      }),
    ),
  );
  const questionnaires = useHits('questionnaires:read', text, async (query, signal) =>
    (await api.get('/api/questionnaires', { query, signal })).items.map(({ id, title, code }) => ({
      path: `/questionnaires/${id}`,
      label: title[language],
      description: code,
    })),
  );
  const requests = useHits(
    'requests:read',
    text,
    async (query, signal) =>
      (await api.get('/api/requests', { query, signal })).items.map(({ id, title, buyerName }) => ({
        path: `/requests/${id}`,
        label: title,
        description: buyerName,
      })),
    0,
  );
  const written = useWrittenHits(text);
  return [
    { title: t('palette.requests'), hits: requests },
    { title: t('palette.suppliers'), hits: suppliers },
    { title: t('palette.engagements'), hits: engagements },
    { title: t('palette.assessments'), hits: assessments },
    { title: t('palette.questionnaires'), hits: questionnaires },
    ...written,
  ].filter(({ hits }) => hits.length > 0);
}

/** What the lists above find by name. */
const named: readonly SearchKind[] = ['supplier', 'engagement', 'request'];

/** What has no name of its own is found by its words, with some of them. */
function useWrittenHits(text: string | null): readonly HitGroup[] {
  const { language } = useTranslation(shellTexts);
  const allowed = useCan('search:read');
  const side = useSignedIn().organisation?.kind ?? 'buyer';
  const { data } = useQuery({
    queryKey: ['palette', 'search', text, language],
    enabled: allowed && text !== null && text.length >= shortest,
    queryFn: ({ signal }) => api.get('/api/search', { query: { q: text ?? '', limit }, signal }),
  });
  return (data?.groups ?? [])
    .filter(({ kind }) => !named.includes(kind))
    .map(({ kind, hits }) => ({
      title: kindNames[kind][language],
      hits: hits.map((hit) => ({
        path: hitAddress(side, { ...hit, kind }),
        label: textOf(hit.title),
        description: [hit.context, textOf(hit.excerpt)].filter((part) => part !== '').join(' · '),
      })),
    }));
}

function textOf(segments: Reply<'/api/search'>['groups'][number]['hits'][number]['title']): string {
  return segments.map((segment) => segment.text).join('');
}

type Search = (
  query: { readonly search: string; readonly limit: number },
  signal: AbortSignal,
) => Promise<readonly Hit[]>;

function useHits(action: Action, text: string | null, search: Search, least = shortest): readonly Hit[] {
  const { language } = useTranslation(shellTexts);
  const allowed = useCan(action);
  const { data } = useQuery({
    queryKey: ['palette', action, text, language],
    enabled: allowed && text !== null && text.length >= least,
    queryFn: ({ signal }) => search({ search: text ?? '', limit }, signal),
  });
  return data ?? [];
}
