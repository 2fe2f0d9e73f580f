import { useQuery } from '@tanstack/react-query';

import { api } from '../../platform/api/client.js';

/** The number and the title of a version, from its questionnaire. */
export function useVersionName(questionnaireId: string, versionId: string) {
  return useQuery({
    queryKey: ['questionnaires', 'version-name', versionId],
    queryFn: async ({ signal }) => {
      const path = { questionnaireId, versionId };
      const { number, title } = await api.get('/api/questionnaires/{questionnaireId}/versions/{versionId}', {
        path,
        signal,
      });
      return { number, title };
    },
  });
}
