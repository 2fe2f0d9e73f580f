import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Question } from '@probant/shared/questionnaires/document';
import type { GivenAnswer } from '@probant/shared/answers/given-answer';
import type { FindingSide } from '@probant/shared/findings/finding';

import { api, type Schema } from '../../platform/api/client.js';
import type { ListQuery } from '../../platform/api/list-query.js';

export type FindingFile = Schema<'FindingFileResponse'>;
export type FollowedFile = Schema<'FollowedFileResponse'>;
export type ListedFinding = Schema<'ListedFindingResponse'>;
export type FollowedFinding = Schema<'FollowedFindingResponse'>;
export type FindingActEntry = Schema<'FindingActResponse'>;
export type Plan = Schema<'PlanResponse'>;
export type PlanBody = Omit<Schema<'ProposePlanRequest'>, 'revision'>;
export type VerificationBody = Omit<Schema<'VerifyFindingRequest'>, 'revision'>;

/** What both sides have of a finding. */
export type AnyFile = FindingFile | FollowedFile;

export function useFindings(query: ListQuery) {
  return useQuery({
    queryKey: ['findings', 'list', query],
    queryFn: ({ signal }) => api.get('/api/findings', { query, signal }),
    placeholderData: (before) => before,
  });
}

export function useFindingFilters() {
  return useQuery({
    queryKey: ['findings', 'filters'],
    queryFn: ({ signal }) => api.get('/api/finding-filters', { signal }),
  });
}

export function useFollowedFindings(query: ListQuery) {
  return useQuery({
    queryKey: ['findings', 'followed', query],
    queryFn: ({ signal }) => api.get('/api/follow-up/findings', { query, signal }),
    placeholderData: (before) => before,
  });
}

const fileKey = (findingId: string) => ['findings', 'one', findingId];

export function useFindingFile(findingId: string) {
  return useQuery({
    queryKey: fileKey(findingId),
    queryFn: ({ signal }) => api.get('/api/findings/{findingId}', { path: { findingId }, signal }),
  });
}

export function useFollowedFile(findingId: string) {
  return useQuery({
    queryKey: fileKey(findingId),
    queryFn: ({ signal }) => api.get('/api/follow-up/findings/{findingId}', { path: { findingId }, signal }),
  });
}

/** openapi.json describes what `shared` defines as any JSON. */
export function questionOf({ question }: FindingFile): Question | null {
  return question as Question | null;
}

export function answerOf({ answer }: FindingFile): GivenAnswer | undefined {
  return (answer as GivenAnswer | null) ?? undefined;
}

function take(client: QueryClient, file: AnyFile): void {
  client.setQueryData(fileKey(file.id), file);
  for (const name of ['findings', 'reviews', 'scores', 'portfolio', 'engagements'])
    void client.invalidateQueries({ queryKey: [name], predicate: ({ queryKey }) => queryKey[1] !== 'one' });
}

type ReasonAct = 'decline' | 'deliver' | 'refuse-proof' | 'close' | 'reopen';

/** The acts of one side on one finding; each takes the place of what is on the screen with what it led to. */
export interface FindingActs {
  readonly propose: (plan: PlanBody) => Promise<void>;
  readonly agree: () => Promise<void>;
  readonly comment: (body: string) => Promise<void>;
  readonly giveReason: (act: ReasonAct, reason: string) => Promise<void>;
  readonly taken: (file: AnyFile) => void;
  /** Reads it again, when the other side was faster. */
  readonly reread: () => Promise<void>;
}

function useTaken(findingId: string): Pick<FindingActs, 'taken' | 'reread'> {
  const client = useQueryClient();
  return {
    taken: (file) => {
      take(client, file);
    },
    reread: () => client.invalidateQueries({ queryKey: fileKey(findingId) }),
  };
}

const buyerPaths = {
  decline: '/api/findings/{findingId}/decline',
  'refuse-proof': '/api/findings/{findingId}/proof-refusal',
  close: '/api/findings/{findingId}/close',
  reopen: '/api/findings/{findingId}/reopen',
} as const;

export interface BuyerActs extends FindingActs {
  readonly verify: (verification: VerificationBody) => Promise<void>;
  readonly askAcceptance: (body: { readonly reason: string; readonly until: string }) => Promise<void>;
  readonly decideAcceptance: (body: { readonly accepted: boolean; readonly reason: string }) => Promise<void>;
}

export function useBuyerActs({ id: findingId, revision }: AnyFile): BuyerActs {
  const { taken, reread } = useTaken(findingId);
  const path = { findingId };
  return {
    taken,
    reread,
    propose: async (plan) => {
      taken(await api.post('/api/findings/{findingId}/plan', { path, body: { ...plan, revision } }));
    },
    agree: async () => {
      taken(await api.post('/api/findings/{findingId}/agree', { path, body: { revision } }));
    },
    comment: async (body) => {
      taken(await api.post('/api/findings/{findingId}/comments', { path, body: { body } }));
    },
    giveReason: async (act, reason) => {
      if (act === 'deliver') return;
      taken(await api.post(buyerPaths[act], { path, body: { reason, revision } }));
    },
    verify: async (body) => {
      taken(await api.post('/api/findings/{findingId}/verification', { path, body: { ...body, revision } }));
    },
    askAcceptance: async (body) => {
      taken(await api.post('/api/findings/{findingId}/acceptance', { path, body: { ...body, revision } }));
    },
    decideAcceptance: async (body) => {
      taken(
        await api.post('/api/findings/{findingId}/acceptance/decision', {
          path,
          body: { ...body, revision },
        }),
      );
    },
  };
}

export function useSupplierActs({ id: findingId, revision }: AnyFile): FindingActs {
  const { taken, reread } = useTaken(findingId);
  const path = { findingId };
  return {
    taken,
    reread,
    propose: async (plan) => {
      taken(
        await api.post('/api/follow-up/findings/{findingId}/plan', { path, body: { ...plan, revision } }),
      );
    },
    agree: async () => {
      taken(await api.post('/api/follow-up/findings/{findingId}/agree', { path, body: { revision } }));
    },
    comment: async (body) => {
      taken(await api.post('/api/follow-up/findings/{findingId}/comments', { path, body: { body } }));
    },
    giveReason: async (act, reason) => {
      const body = { reason, revision };
      if (act === 'decline')
        taken(await api.post('/api/follow-up/findings/{findingId}/decline', { path, body }));
      if (act === 'deliver')
        taken(await api.post('/api/follow-up/findings/{findingId}/delivery', { path, body }));
    },
  };
}

export function pieceAddress(side: FindingSide, findingId: string, evidenceId: string): string {
  const base = side === 'buyer' ? '/api/findings' : '/api/follow-up/findings';
  return `${base}/${findingId}/pieces/${evidenceId}/content`;
}
