import { IconArrowRight } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';

import { formatChange, formatNumber, formatShare } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { GradeBadge } from '../../ui/score/grade-badge.js';
import { findReason } from './rank-engagements.js';
import { Swings } from './swings.js';
import type { RankedEngagement, Trial, TrialWeights } from './use-trial.js';
import type { WeighingReply } from './use-weighing.js';
import { weighingTexts } from './weighing.texts.js';

interface EffectsPaneProps {
  readonly trial: Trial;
  readonly documents: WeighingReply['documents'];
  readonly chosen: RankedEngagement | null;
  readonly most: number;
  readonly children: ReactNode;
}

/** What the weights tried do: grades that change and why, what each weight can do to one engagement, the saved profiles. */
export function EffectsPane({ trial, documents, chosen, most, children }: EffectsPaneProps): ReactNode {
  const { t } = useTranslation(weighingTexts);
  return (
    <aside className="pb-weighing-pane pb-effects" aria-label={t('details')}>
      {trial.weighsNothing ? null : (
        <>
          <GradeChanges
            ranked={trial.ranked}
            before={trial.published}
            after={trial.rankedWith}
            documents={documents}
          />
          {chosen ? (
            <Swings chosen={chosen} documents={documents} weights={trial.rankedWith} most={most} />
          ) : null}
        </>
      )}
      {children}
    </aside>
  );
}

const shownChanges = 8;

interface GradeChangesProps {
  readonly ranked: readonly RankedEngagement[];
  readonly before: TrialWeights;
  readonly after: TrialWeights;
  readonly documents: WeighingReply['documents'];
}

/** Memoized: it follows the ranking, not the slider. */
const GradeChanges = memo(function GradeChanges(props: GradeChangesProps): ReactNode {
  const { t } = useTranslation(weighingTexts);
  const { ranked } = props;
  const changed = ranked
    .filter(({ grade, engagement }) => grade !== null && grade !== engagement.grade)
    .toSorted((one, other) => Math.abs(other.change) - Math.abs(one.change));
  const floors = ranked.filter(({ engagement }) => engagement.floor > 0).length;
  return (
    <section aria-labelledby="changes-title">
      <h2 id="changes-title">{t('changes.title')}</h2>
      {changed.length === 0 ? <p className="pb-sm pb-soft">{t('changes.none')}</p> : null}
      <ul className="pb-changes">
        {changed.slice(0, shownChanges).map((row) => (
          <li key={row.engagement.id}>
            <GradeChange {...props} row={row} />
          </li>
        ))}
      </ul>
      {changed.length > shownChanges ? (
        <p className="pb-xs pb-muted">{t('changes.more', { count: changed.length - shownChanges })}</p>
      ) : null}
      {floors > 0 ? (
        <p className="pb-xs pb-muted">{t('changes.floors', { count: floors, total: ranked.length })}</p>
      ) : null}
    </section>
  );
});

interface GradeChangeProps extends GradeChangesProps {
  readonly row: RankedEngagement;
}

function GradeChange({ row, before, after, documents }: GradeChangeProps): ReactNode {
  const { t, language } = useTranslation(weighingTexts);
  const { engagement, grade, change } = row;
  const document = documents[engagement.document];
  const reason = document ? findReason(document, row, before, after) : null;
  const theme = document?.themes.find(({ code }) => code === reason?.theme);
  return (
    <>
      <p className="pb-row">
        <span className="pb-medium pb-ellipsis">{engagement.supplierName}</span>
        <GradeBadge grade={engagement.grade} />
        <IconArrowRight size={14} aria-hidden />
        <GradeBadge grade={grade} />
        <span className="pb-grow" />
        <span className="pb-num pb-strong">{formatChange(change, language, 2)}</span>
      </p>
      <p className="pb-xs pb-muted">{engagement.name}</p>
      {reason && theme ? (
        <p className="pb-xs pb-muted">
          {t('changes.reason', {
            theme: theme.title[language],
            share: formatShare(reason.share, language, 1),
            before: formatShare(reason.shareBefore, language, 1),
            risk: formatNumber(reason.risk * 100, language),
          })}
        </p>
      ) : null}
    </>
  );
}
