import { parisDay } from '@probant/shared/calendar';
import { dueInWords } from '@probant/shared/obligations/due-words';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { useNow } from '../../ui/format/use-now.js';
import { useRegulations, type Regulation } from './use-calendar.js';
import { watchTexts } from './watch.texts.js';

/** The texts in the order of their days, with what each asks and how many contracts it found without the clause. */
export function WatchedTexts(): ReactNode {
  const { t } = useTranslation(watchTexts);
  const texts = useRegulations();
  return (
    <section aria-labelledby="watch-texts">
      <h2 id="watch-texts">{t('texts')}</h2>
      {texts.isPending ? <ListSkeleton rows={4} /> : null}
      {texts.isError ? <ProblemNotice error={texts.error} onRetry={texts.refetch} /> : null}
      <ol className="pb-watch-texts">
        {texts.data?.items.map((one) => (
          <WatchedText key={one.id} text={one} />
        ))}
      </ol>
      {texts.data?.items.some(({ contracts }) => contracts > 0) ? (
        <p className="pb-sm pb-soft">{t('how')}</p>
      ) : null}
    </section>
  );
}

function WatchedText({ text }: { readonly text: Regulation }): ReactNode {
  const { t, language } = useTranslation(watchTexts);
  const today = parisDay(useNow().toISOString());
  const { name, asks, source, caution, effectiveOn, precision } = text;
  const past = effectiveOn <= today;
  return (
    <li className="pb-watch-text" data-past={past}>
      <div className="pb-watch-day">
        <span className="pb-medium pb-tabular">{dueInWords(effectiveOn, precision, language)}</span>
        <span className={`pb-tag ${past ? '' : 'pb-tag-blue'}`}>
          {t(past ? 'texts.past' : 'texts.coming')}
        </span>
      </div>
      <div className="pb-watch-what">
        <h3>{name[language]}</h3>
        <dl>
          <dt>{t('asks')}</dt>
          <dd>{asks[language]}</dd>
          <dt>{t('source')}</dt>
          <dd>
            {source[language]}
            {caution === null ? null : <span className="pb-watch-caution">{caution[language]}</span>}
          </dd>
          <dt>{t('clauses')}</dt>
          <dd>
            <Counts text={text} />
          </dd>
        </dl>
      </div>
    </li>
  );
}

function Counts({ text: { id, contracts, open, asked, filed } }: { readonly text: Regulation }): ReactNode {
  const { t } = useTranslation(watchTexts);
  if (contracts === 0) return <span className="pb-muted">{t('clauses.none')}</span>;
  return (
    <>
      <Link to={`/calendar?view=list&state=all&regulation=${id}`}>
        {t('clauses.open', { count: contracts })}
      </Link>
      {[
        t('left', { count: open }),
        ...(asked === 0 ? [] : [t('asked', { count: asked })]),
        ...(filed === 0 ? [] : [t('filed', { count: filed })]),
      ].map((words) => (
        <span key={words}> · {words}</span>
      ))}
    </>
  );
}
