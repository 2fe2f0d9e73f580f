import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { exposureTexts } from './exposure.texts.js';
import { useAcceptNotice, type Exposure } from './use-exposure.js';

/** What one has to know before any amount shows; accepted once. */
export function ExposureNotice({ notice }: { readonly notice: Exposure['notice'] }): ReactNode {
  const { t, language } = useTranslation(exposureTexts);
  const accept = useAcceptNotice();
  return (
    <section className="pb-card pb-exposure-notice pb-stack" aria-labelledby="exposure-notice">
      <h2 id="exposure-notice">{t('notice.title')}</h2>
      {notice.text.map((paragraph) => (
        <p key={paragraph.fr}>{paragraph[language]}</p>
      ))}
      {accept.isError ? <ProblemNotice error={accept.error} /> : null}
      <div className="pb-row pb-wrap">
        <Button
          variant="filled"
          loading={accept.isPending}
          onClick={() => {
            accept.mutate(notice.number);
          }}
        >
          {t('notice.accept')}
        </Button>
        <span className="pb-xs pb-muted">{t('notice.remembered')}</span>
      </div>
    </section>
  );
}
