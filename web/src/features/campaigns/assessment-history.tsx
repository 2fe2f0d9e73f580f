import { eventSentence } from '@probant/shared/audit/sentence';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';

import { formatInstantDay, formatTime } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Segments } from '../../ui/input/segments.js';
import { assessmentTexts } from './assessments.texts.js';
import { type Entry, eventOf, families, groupHistory, type Line } from './group-history.js';
import type { Assessment } from './use-campaigns.js';

/** What happened, day by day; what comes in numbers is folded, and opens. */
export function AssessmentHistory({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const { t, language } = useTranslation(assessmentTexts);
  const [search, setSearch] = useSearchParams();
  const family = families.find((one) => one === search.get('history')) ?? null;
  const days = groupHistory(assessment.timeline, family, (at) => formatInstantDay(at, language));
  const show = (chosen: string | null): void => {
    setSearch(chosen === null ? {} : { history: chosen }, { replace: true, preventScrollReset: true });
  };
  return (
    <section aria-labelledby="assessment-history">
      <div className="pb-between pb-wrap">
        <h2 id="assessment-history">{t('one.history')}</h2>
        <Segments
          label={t('history.filter')}
          values={[null, ...families]}
          chosen={family}
          name={(one) => t(`history.${one ?? 'all'}`)}
          onChoose={show}
        />
      </div>
      {days.length === 0 ? <p className="pb-soft">{t('history.none')}</p> : null}
      {days.map(({ day, lines }) => (
        <section key={day} aria-label={day}>
          <h3 className="pb-label pb-history-day">{day}</h3>
          <ol className="pb-assessment-history">
            {lines.map((line) => (
              <li key={line.entries[0].sequence}>
                <span className="pb-muted pb-tabular">{formatTime(line.entries[0].at, language)}</span>
                {line.fold === null ? (
                  <span>
                    <Sentence entry={line.entries[0]} />
                  </span>
                ) : (
                  <Folded line={line} fold={line.fold} />
                )}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}

function Folded({
  line: { entries },
  fold: { kind, count },
}: {
  readonly line: Line;
  readonly fold: NonNullable<Line['fold']>;
}): ReactNode {
  const { t, language } = useTranslation(assessmentTexts);
  const [{ actor, actorName }] = entries;
  return (
    <details>
      <summary>{`${actorName ?? t(`actor.${actor}`)} ${t(`fold.${kind}`, { count })}.`}</summary>
      <ol>
        {entries.map((entry) => (
          <li key={entry.sequence}>
            <span className="pb-muted pb-tabular">{formatTime(entry.at, language)}</span>
            <span>
              <Sentence entry={entry} />
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

function Sentence({ entry }: { readonly entry: Entry }): ReactNode {
  const { t, language } = useTranslation(assessmentTexts);
  return eventSentence(eventOf(entry), entry.actorName ?? t(`actor.${entry.actor}`), language);
}
