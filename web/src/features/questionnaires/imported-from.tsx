import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { questionnaireTexts } from './questionnaires.texts.js';

/** The file that the draft was last made of, and how much of it was guessed. */
export function ImportedFrom({ questionnaireId }: { readonly questionnaireId: string }): ReactNode {
  const { t } = useTranslation(questionnaireTexts);
  const imports = useQuery({
    queryKey: ['questionnaire-imports', 'of', questionnaireId],
    queryFn: async ({ signal }) =>
      (await api.get('/api/questionnaire-imports', { query: { questionnaireId }, signal })).items,
  });
  // A draft is complete without it: whoever asks reads it on the screen of the file.
  const last = imports.data?.[0];
  if (last === undefined || last.saved === null) return null;
  return (
    <p className="pb-sm">
      {t('imported.from', { name: last.fileName, who: last.saved.byName })}{' '}
      {last.guesses === 0 ? null : (
        <span className="pb-tag pb-tag-amber">{t('imported.guesses', { count: last.guesses })}</span>
      )}{' '}
      <Link to={`/questionnaires/import/${last.id}${last.guesses === 0 ? '' : '?show=guessed'}`}>
        {t('imported.open')}
      </Link>
    </p>
  );
}
