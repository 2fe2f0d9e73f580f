import { lapseKindNames } from '@probant/shared/ageing/lapse-names';
import { movesScore } from '@probant/shared/ageing/lapses';
import type { ReactNode } from 'react';

import { formatChange, formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { AgeingFacts, ForecastLapse } from '../../ui/ageing/use-ageing.js';
import type { Engagement } from '../../ui/engagement/engagement-file.js';
import { DateText } from '../../ui/format/date-text.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { GradeBadge } from '../../ui/score/grade-badge.js';
import { ageingPartTexts } from './ageing-part.texts.js';
import { AskAgain } from './ask-again.js';

type Now = NonNullable<AgeingFacts['now']>;

interface LapseSectionProps {
  readonly engagement: Engagement;
  readonly ageing: AgeingFacts;
  readonly now: Now;
  readonly ahead: readonly ForecastLapse[];
  readonly days: number;
  readonly choice: ReactNode;
}

/** What lapses within the days chosen, what each does alone and all together, and the grade that leaves. */
export function LapseSection({ engagement, ageing, now, ahead, days, choice }: LapseSectionProps): ReactNode {
  const { t } = useTranslation(ageingPartTexts);
  const soon = ageing.ahead.find((one) => one.days === days) ?? now;
  const past = ageing.lapses.filter(({ together }) => together === null);
  return (
    <section aria-labelledby="ageing-lapses">
      <div className="pb-between pb-wrap">
        <h2 id="ageing-lapses">{t('lapses')}</h2>
        <div className="pb-row pb-wrap">
          {choice}
          <AskAgain engagement={engagement} ageing={ageing} now={now} lapses={[...past, ...ahead]} />
        </div>
      </div>
      <p className="pb-sm pb-muted pb-ageing-under">{t('lapses.text')}</p>
      <dl className="pb-ageing-grades">
        <GradeFact label={t('now')} score={now.score} grade={now.grade} />
        <GradeFact label={t('soon', { days })} score={soon.score} grade={soon.grade} />
      </dl>
      {ahead.length === 0 ? (
        <p className="pb-sm pb-soft">{t('lapses.none', { days })}</p>
      ) : (
        <LapseTable caption={t('lapses.caption')} rows={ahead} ageing={ageing} now={now} />
      )}
    </section>
  );
}

export function PastSection({
  ageing,
  past,
}: {
  readonly ageing: AgeingFacts;
  readonly past: readonly ForecastLapse[];
}): ReactNode {
  const { t } = useTranslation(ageingPartTexts);
  if (past.length === 0) return null;
  return (
    <section aria-labelledby="ageing-past">
      <h2 id="ageing-past">{t('past')}</h2>
      <p className="pb-sm pb-muted pb-ageing-under">{t('past.text')}</p>
      <LapseTable caption={t('past.caption')} rows={past} ageing={ageing} now={null} />
    </section>
  );
}

function GradeFact({
  label,
  score,
  grade,
}: Pick<Now, 'score' | 'grade'> & { readonly label: string }): ReactNode {
  const { language } = useTranslation(ageingPartTexts);
  return (
    <div>
      <dt className="pb-xs pb-muted">{label}</dt>
      <dd className="pb-row">
        <GradeBadge grade={grade} size={24} />
        <b>{score === null ? '–' : formatNumber(score, language, 2)}</b>
      </dd>
    </div>
  );
}

interface LapseTableProps {
  readonly caption: string;
  readonly rows: readonly ForecastLapse[];
  readonly ageing: AgeingFacts;
  /** Absent: the lapses are past, and nothing is told of what they will do. */
  readonly now: Now | null;
}

function LapseTable({ caption, rows, ageing, now }: LapseTableProps): ReactNode {
  const { t, language } = useTranslation(ageingPartTexts);
  const columns: Column<ForecastLapse>[] = [
    { key: 'last', header: t('column.last'), cell: ({ lastOn }) => <DateText value={lastOn} /> },
    { key: 'what', header: t('column.what'), cell: (lapse) => <What lapse={lapse} ageing={ageing} /> },
  ];
  if (now !== null) {
    columns.push(
      {
        key: 'alone',
        header: t('column.alone'),
        align: 'end',
        cell: ({ kind, alone }) =>
          movesScore({ kind }) && alone !== null && alone.score !== null && now.score !== null ? (
            <Outcome text={formatChange(alone.score - now.score, language, 2)} grade={alone.grade} />
          ) : (
            <span className="pb-xs pb-muted">{t('no-effect')}</span>
          ),
      },
      {
        key: 'together',
        header: t('column.together'),
        align: 'end',
        cell: ({ together }) =>
          together === null || together.score === null ? null : (
            <Outcome text={formatNumber(together.score, language, 2)} grade={together.grade} />
          ),
      },
    );
  }
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ kind, subject, lastOn }) => `${kind} ${subject} ${lastOn}`}
    />
  );
}

function Outcome({ text, grade }: { readonly text: string; readonly grade: Now['grade'] }): ReactNode {
  return (
    <span className="pb-row pb-ageing-end">
      {text}
      <GradeBadge grade={grade} />
    </span>
  );
}

const shownQuestions = 4;

/** The piece or the certificate by its name, and the questions beside which it stands. */
function What({ lapse, ageing }: { readonly lapse: ForecastLapse; readonly ageing: AgeingFacts }): ReactNode {
  const { t, language } = useTranslation(ageingPartTexts);
  const labels = new Map(ageing.questions.map(({ id, label }) => [id, label[language]]));
  const shown = lapse.questions.slice(0, shownQuestions);
  const more = lapse.questions.length - shown.length;
  const [only] = lapse.questions;
  return (
    <span>
      <span className={`pb-tag ${movesScore(lapse) ? 'pb-tag-amber' : ''}`}>
        {lapseKindNames[lapse.kind][language]}
      </span>{' '}
      {lapse.name === '' ? null : <b className="pb-ageing-name">{lapse.name}</b>}{' '}
      <span className="pb-sm pb-soft">
        {lapse.questions.length === 1 && only !== undefined
          ? `${only}, ${labels.get(only) ?? ''}`
          : shown.join(', ')}
        {more > 0 ? ` ${t('questions.more', { count: more })}` : ''}
      </span>
    </span>
  );
}
