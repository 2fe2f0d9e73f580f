import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';
import type { ListQuery } from '../../platform/api/list-query.js';
import { useAct } from '../../platform/api/use-act.js';

export type Certification = Schema<'CertificationResponse'>;
export type ChainBody = Schema<'StateChainRequest'>;
export type ChainActor = Certification['chain']['actors'][number];
export type Performance = Certification['chain']['performances'][number];
export type Covered = Certification['coverage'][number]['performers'][number];
export type CoverageState = Certification['coverage'][number]['state'];
export type Certificate = Schema<'CertificateResponse'>;
export type CertificateBody = Schema<'RecordCertificateRequest'>;
export type LossProcedure = Schema<'LossProcedureResponse'>;
export type Watched = Schema<'CertificatesResponse'>;

const keyOf = (engagementId: string) => ['engagements', 'certification', engagementId];

/** As of a day; today's when none is named. */
export function useCertification(engagementId: string, on: string): UseQueryResult<Certification> {
  return useQuery({
    queryKey: [...keyOf(engagementId), on],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.get('/api/engagements/{engagementId}/certification', {
        path: { engagementId },
        query: on === '' ? {} : { on },
        signal,
      }),
  });
}

/** Everything that shows chains or certificates. */
export function useRefreshCertifications(): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['engagements', 'certification'] }),
      client.invalidateQueries({ queryKey: ['certificates'] }),
    ]);
}

/** The next version of the chain over the one that was read. */
export function useStateChain(engagementId: string) {
  const refresh = useRefreshCertifications();
  return useAct({
    mutationFn: (body: ChainBody) =>
      api.put('/api/engagements/{engagementId}/certification', { path: { engagementId }, body }),
    onSuccess: refresh,
  });
}

export function useCertificates(query: ListQuery): UseQueryResult<Watched> {
  return useQuery({
    queryKey: ['certificates', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get('/api/certificates', { query, signal }),
  });
}

export function useRemoveCertificate() {
  const refresh = useRefreshCertifications();
  return useAct({
    mutationFn: (certificateId: string) =>
      api.delete('/api/certificates/{certificateId}', { path: { certificateId } }),
    onSuccess: refresh,
  });
}

/** The chain as it is sent: what the response adds to its actors stays behind. */
export function toChainBody({ chain, revision }: Pick<Certification, 'chain' | 'revision'>): ChainBody {
  return {
    revision,
    actors: chain.actors.map(({ id, name, siren, country = null }) => ({ id, name, siren, country })),
    contracts: chain.contracts,
    performances: chain.performances,
    notPerformed: chain.notPerformed,
  };
}
