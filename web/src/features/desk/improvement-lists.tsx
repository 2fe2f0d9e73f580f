import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DateText } from '../../ui/format/date-text.js';
import { deskTexts } from './desk.texts.js';
import type { DeskView } from './use-desk.js';

/** What would help each score most, in the order and the three steps that the buyer's review gave. */
export function ImprovementLists({ lists }: { readonly lists: DeskView['improvements'] }): ReactNode {
  const { t, language } = useTranslation(deskTexts);
  return (
    <section>
      <h2>{t('help')}</h2>
      <p className="pb-sm pb-muted">{lists.length === 0 ? t('help.none') : t('help.hint')}</p>
      {lists.map(({ assessmentId, buyerName, title, at, items }) => (
        <div className="pb-desk-help" key={assessmentId}>
          <h3>
            <Link to={`/requests/${assessmentId}/receipt`}>{t('help.of', { buyer: buyerName, title })}</Link>{' '}
            <span className="pb-xs pb-muted">
              <DateText value={at} as="day" />
            </span>
          </h3>
          <ol>
            {items.map(({ questionId, label, step }) => (
              <li key={questionId}>
                <span>{label[language]}</span>
                <span className={`pb-tag ${step === 'changes-grade' ? 'pb-tag-blue' : ''}`}>
                  {t(`step.${step}`)}
                </span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
