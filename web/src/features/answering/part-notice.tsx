import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { api } from '../../platform/api/client.js';
import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { partTexts } from './part.texts.js';
import { takesAnswers, type Answering } from './use-answering.js';

/** Who handed the part over, with what words, by when, and how far it is. */
export function PartNotice({ answering }: { readonly answering: Answering }): ReactNode {
  const { t, language } = useTranslation(partTexts);
  const { assessmentId } = answering.sheet.state;
  const part = useQuery({
    queryKey: ['part', assessmentId],
    queryFn: ({ signal }) => api.get('/api/requests/{assessmentId}/part', { path: { assessmentId }, signal }),
  });
  if (part.data === undefined) return null;
  const { handedOverBy: name, organisationName: organisation, note, dueOn } = part.data;
  const { answered: done, asked: count, piecesMissing } = answering.completion;
  const missing = piecesMissing.length;
  return (
    <section className="pb-ans-notice" aria-label={t('handed-over', { name, organisation })}>
      <p className="pb-medium">{t('handed-over', { name, organisation })}</p>
      {note === '' ? null : <p className="pb-ans-said">{note}</p>}
      <p className="pb-sm pb-soft">
        {[
          t('progress', { done, count }),
          ...(dueOn === null ? [] : [t('due', { day: formatDay(dueOn, language) })]),
        ].join(' · ')}
      </p>
      <p className="pb-sm pb-soft">
        {!takesAnswers(answering)
          ? t('closed.hint')
          : done >= count
            ? missing > 0
              ? t('done.pieces', { name, count: missing })
              : t('done', { name })
            : t('open', { name })}
      </p>
    </section>
  );
}
