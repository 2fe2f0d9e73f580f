import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { CaseAnswer, ReplayCase } from '@probant/shared/library/case';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';

import { api, type Schema } from '../../platform/api/client.js';

export type CaseSummary = Schema<'CaseSummaryResponse'>;
type CaseBody = Schema<'CaseResponse'>;

/** Published terms on the points of a ruling. */
export interface Beside {
  readonly summary: CaseSummary;
  readonly answers: readonly CaseAnswer[];
}

/** All that it takes to replay a case here; the library itself stands in no file of the web. */
export interface CaseFile {
  readonly replay: ReplayCase;
  readonly document: QuestionnaireDocument;
  readonly source: CaseBody['source'];
  readonly quotes: ReadonlyMap<string, string>;
  readonly beside: readonly Beside[];
  /** Award over claim of the model case. */
  readonly awardToClaim: number;
}

export function useCases(): UseQueryResult<readonly CaseSummary[]> {
  return useQuery({
    queryKey: ['cases'],
    staleTime: Infinity,
    queryFn: async ({ signal }) => (await api.get('/api/cases', { signal })).items,
  });
}

export function useCase(key: string): UseQueryResult<CaseFile> {
  return useQuery({
    queryKey: ['cases', key],
    staleTime: Infinity,
    queryFn: async ({ signal }) =>
      toCaseFile(await api.get('/api/cases/{caseKey}', { path: { caseKey: key }, signal })),
  });
}

/** openapi.json describes what `shared` defines as any JSON; it was checked when the library was built. */
function toCaseFile(body: CaseBody): CaseFile {
  return {
    replay: body.case as unknown as ReplayCase,
    document: body.document as unknown as QuestionnaireDocument,
    source: body.source,
    awardToClaim: body.awardToClaim,
    quotes: new Map(body.lessons.flatMap(({ id, quote }) => (quote === null ? [] : [[id, quote]]))),
    beside: body.beside.map(({ summary, answers }) => ({
      summary,
      answers: answers as unknown as readonly CaseAnswer[],
    })),
  };
}
