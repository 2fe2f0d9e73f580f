import { maxCounts } from '@probant/shared/limits';
import type { Localised, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import type { Equivalence } from '@probant/shared/questionnaires/propose-equivalence';
import type { EquivalenceLink } from '@probant/shared/questionnaires/decide-equivalence';
import { useQuery, useQueryClient } from '@tanstack/react-query';

import { api, type Reply, type Schema } from '../../platform/api/client.js';
import type { ListQuery } from '../../platform/api/list-query.js';
import { type ActResult, oneLane, useAct } from '../../platform/api/use-act.js';

export type QuestionnaireSummary = Schema<'QuestionnaireSummaryResponse'>;
export type VersionSummary = Schema<'VersionSummaryResponse'>;
export type LeftOut = Schema<'LeftOutResponse'>;
export type PublishProblem = Schema<'PublishProblemResponse'>;
export type EditBody = Schema<'EditQuestionnaireRequest'>;
/** One act on the draft; the revision is that of the draft on the screen. */
export type Edit = Omit<EditBody, 'revision'>;

export interface Questionnaire extends Omit<Schema<'QuestionnaireResponse'>, 'document' | 'draft'> {
  /** As it would be published. */
  readonly document: QuestionnaireDocument;
  /** As it is kept, with the rules that wait for questions left out. */
  readonly draft: QuestionnaireDocument;
}

export const questionnaireKey = (id: string) => ['questionnaires', 'one', id];

/** The boundary: openapi.json calls the document an object, and the API sends what shared describes. */
export function toQuestionnaire(reply: Schema<'QuestionnaireResponse'>): Questionnaire {
  return {
    ...reply,
    document: reply.document as unknown as QuestionnaireDocument,
    draft: reply.draft as unknown as QuestionnaireDocument,
  };
}

export function useQuestionnaires(query: ListQuery) {
  return useQuery({
    queryKey: ['questionnaires', 'list', query],
    queryFn: ({ signal }) => api.get('/api/questionnaires', { query, signal }),
  });
}

interface Titles {
  readonly library: Localised;
  readonly taken: readonly Localised[];
}

/** The titles that a copy must not take, and that of the library. */
export function useTitles(enabled: boolean) {
  return useQuery({
    queryKey: ['questionnaires', 'list', 'titles'],
    enabled,
    queryFn: async ({ signal }): Promise<Titles> => {
      const query = { limit: maxCounts.pageSize };
      const { items, libraryTitle } = await api.get('/api/questionnaires', { query, signal });
      return { library: libraryTitle, taken: items.map(({ title }) => title) };
    },
  });
}

export function useQuestionnaire(id: string) {
  return useQuery({
    queryKey: questionnaireKey(id),
    queryFn: async ({ signal }) =>
      toQuestionnaire(
        await api.get('/api/questionnaires/{questionnaireId}', { path: { questionnaireId: id }, signal }),
      ),
  });
}

/** Every act answers with the questionnaire as it then is: the screen shows that, and lists are asked again. */
function useQuestionnaireAct<Input>(
  id: string | null,
  act: (input: Input) => Promise<Schema<'QuestionnaireResponse'>>,
): ActResult<Questionnaire, Input> {
  const client = useQueryClient();
  return useAct({
    // One draft, one revision: what stands under the second click of two is another question by then.
    lane: oneLane,
    mutationFn: async (input: Input) => toQuestionnaire(await act(input)),
    onSuccess: (questionnaire) => {
      client.setQueryData(questionnaireKey(id ?? questionnaire.id), questionnaire);
      void client.invalidateQueries({ queryKey: ['questionnaires', 'list'] });
    },
  });
}

export function useCreateQuestionnaire() {
  return useQuestionnaireAct(null, (body: Schema<'CreateQuestionnaireRequest'>) =>
    api.post('/api/questionnaires', { body }),
  );
}

/** An act on the draft at a revision, for those who know how to go on where it is stale. */
export function useEditAt(id: string): (edit: EditBody) => Promise<Questionnaire> {
  const { mutateAsync } = useQuestionnaireAct(id, (edit: EditBody) =>
    api.post('/api/questionnaires/{questionnaireId}/edits', { path: { questionnaireId: id }, body: edit }),
  );
  return mutateAsync;
}

export function usePublish({ id, revision }: Questionnaire) {
  return useQuestionnaireAct(id, (equivalence?: readonly EquivalenceLink[]) =>
    api.post('/api/questionnaires/{questionnaireId}/versions', {
      path: { questionnaireId: id },
      body: { revision, ...(equivalence === undefined ? {} : { equivalence: equivalence.map(toBody) }) },
    }),
  );
}

function toBody({ kind, from, to, reconfirm }: EquivalenceLink): Schema<'EquivalenceLinkRequest'> {
  return { kind, from: [...from], to: [...to], ...(reconfirm === true ? { reconfirm } : {}) };
}

export function useArchive(id: string) {
  return useQuestionnaireAct(id, (body: Schema<'ArchiveQuestionnaireRequest'>) =>
    api.put('/api/questionnaires/{questionnaireId}/archived', { path: { questionnaireId: id }, body }),
  );
}

export interface Version extends VersionSummary {
  readonly document: QuestionnaireDocument;
}

export function useVersion(questionnaireId: string, versionId: string, enabled = true) {
  return useQuery({
    enabled,
    queryKey: ['questionnaires', 'version', versionId],
    // A published version never changes.
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<Version> => {
      const { documentText, ...version } = await api.get(
        '/api/questionnaires/{questionnaireId}/versions/{versionId}',
        { path: { questionnaireId, versionId }, signal },
      );
      return { ...version, document: JSON.parse(documentText) as QuestionnaireDocument };
    },
  });
}

export type Verification = Reply<'/api/questionnaires/{questionnaireId}/versions/{versionId}/verification'>;

export function useVerify(questionnaireId: string, versionId: string) {
  return useAct({
    mutationFn: () =>
      api.get('/api/questionnaires/{questionnaireId}/versions/{versionId}/verification', {
        path: { questionnaireId, versionId },
      }),
  });
}

export interface KeptEquivalence extends Omit<Schema<'EquivalenceResponse'>, 'equivalences'> {
  readonly equivalences: readonly Equivalence[];
}

/** What the questions of the version before became, as it was stated when the version was published. */
export function useEquivalence(questionnaireId: string, versionId: string, enabled = true) {
  return useQuery({
    enabled,
    queryKey: ['questionnaires', 'equivalence', versionId],
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<KeptEquivalence> => {
      const reply = await api.get('/api/questionnaires/{questionnaireId}/versions/{versionId}/equivalence', {
        path: { questionnaireId, versionId },
        signal,
      });
      // The boundary: openapi.json calls them objects, and the API sends what shared describes.
      return { ...reply, equivalences: reply.equivalences as unknown as readonly Equivalence[] };
    },
  });
}

export type Correction = Schema<'CorrectionResponse'>;

export function useVersionCorrections(questionnaireId: string, versionId: string) {
  return useQuery({
    queryKey: ['questionnaires', 'corrections', versionId],
    queryFn: async ({ signal }) =>
      (
        await api.get('/api/questionnaires/{questionnaireId}/versions/{versionId}/corrections', {
          path: { questionnaireId, versionId },
          signal,
        })
      ).items,
  });
}

export function useCorrectWording(questionnaireId: string, versionId: string) {
  const client = useQueryClient();
  return useAct({
    mutationFn: (body: Schema<'CorrectWordingRequest'>) =>
      api.post('/api/questionnaires/{questionnaireId}/versions/{versionId}/corrections', {
        path: { questionnaireId, versionId },
        body,
      }),
    onSuccess: ({ items }) => {
      client.setQueryData(['questionnaires', 'corrections', versionId], items);
    },
  });
}

export function useRetireVersion(questionnaireId: string, versionId: string) {
  const client = useQueryClient();
  return useAct({
    lane: oneLane,
    mutationFn: (body: Schema<'RetireVersionRequest'>) =>
      api.put('/api/questionnaires/{questionnaireId}/versions/{versionId}/retired', {
        path: { questionnaireId, versionId },
        body,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['questionnaires'] }),
  });
}
