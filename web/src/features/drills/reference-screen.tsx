import { douaiEpisode } from '@probant/shared/drills/douai-episode';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { LessonLink } from '../../ui/law/lesson-link.js';
import { Quote } from '../../ui/law/quote.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { DrillView } from './drill-view.js';
import { referenceTexts } from './reference.texts.js';

const readings = [
  {
    key: 'detected',
    questions: 'EIC-01, EIC-03',
    lessonId: 'D-07',
    quote: 'Aucune inefficacité de la protection antivirale ne peut donc être reprochée à [l’hébergeur]',
  },
  {
    key: 'told',
    questions: 'EIC-04',
    lessonId: 'D-08',
    quote:
      'elle ne rapporte pas la preuve de l’existence de cette obligation contractuellement prévue entre les parties',
  },
  {
    key: 'investigated',
    questions: 'EIC-05',
    lessonId: 'D-09',
    quote:
      'L’obligation d’investigation sur chaque incident détecté dont se prévaut [le client] n’est établie par aucun document contractuel',
  },
] as const;

/** The episode of Douai as a drill: what was measured, and what the court made of it. */
export function ReferenceDrillScreen(): ReactNode {
  const { t } = useTranslation(referenceTexts);
  return (
    <Main>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        breadcrumbs={[
          { title: t('cases'), path: '/cases' },
          { title: t('case'), path: '/cases/douai' },
        ]}
      />
      <div className="pb-page pb-drills">
        <DrillView drill={douaiEpisode} simulates level={2} />
        <div className="pb-drill-law">
          {readings.map(({ key, questions, lessonId, quote }) => (
            <section key={key}>
              <h2>
                {t(key)}
                <span className="pb-mono pb-xs pb-muted">{questions}</span>
              </h2>
              <Quote size="small" source={<LessonLink lessonId={lessonId} />}>
                {quote}
              </Quote>
            </section>
          ))}
        </div>
        <p className="pb-legal">{t('legal')}</p>
      </div>
    </Main>
  );
}
