import './scoring.css';

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';

import { isProblem } from '../../platform/api/problem.js';
import { formatInstant } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { PageSkeleton } from '../../ui/feedback/skeletons.js';
import { reviewLeft } from '../../ui/score/review-left.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { CurveSection } from './curve-section.js';
import { FindingList } from './finding-list.js';
import { History } from './history.js';
import { ScoreOn } from './score-on.js';
import { ScoreSheet } from './score-sheet.js';
import { scoringTexts } from './scoring.texts.js';
import { liveScore, type Reviewed, useReviewed, useSnapshot, useSnapshots } from './use-scores.js';

/** The score of an assessment line by line, as it is today or as it was kept, and how it moved. */
export function ScoreScreen(): ReactNode {
  const { t } = useTranslation(scoringTexts);
  const { assessmentId = '' } = useParams();
  const reviewed = useReviewed(assessmentId);
  if (reviewed.isPending) return <PageSkeleton />;
  if (reviewed.isError) {
    return (
      <Main>
        <PageHeader title={t('title')} breadcrumbs={[{ title: t('list'), path: '/assessments' }]} />
        <div className="pb-page">
          {isProblem(reviewed.error, 'transition-refused') ? (
            <EmptyState
              title={t('none')}
              action={<Link to={`/assessments/${assessmentId}`}>{t('none.back')}</Link>}
            >
              {t('none.text')}
            </EmptyState>
          ) : (
            <ProblemNotice error={reviewed.error} onRetry={reviewed.refetch} />
          )}
        </div>
      </Main>
    );
  }
  return <ScoreDesk reviewed={reviewed.data} />;
}

function ScoreDesk({ reviewed }: { readonly reviewed: Reviewed }): ReactNode {
  const { t } = useTranslation(scoringTexts);
  const [search, setSearch] = useSearchParams();
  const { assessmentId } = reviewed;
  const snapshotId = search.get('snapshot');
  const day = search.get('on');
  const snapshots = useSnapshots(assessmentId);
  const show = (id: string | null): void => {
    setSearch(id === null ? {} : { snapshot: id });
  };
  return (
    <Main>
      <PageHeader
        title={t('title')}
        subtitle={reviewed.engagementName}
        breadcrumbs={[
          { title: t('list'), path: '/assessments' },
          { title: reviewed.supplierName, path: `/assessments/${assessmentId}` },
        ]}
        actions={
          <>
            {reviewed.status === 'reviewed' || reviewed.status === 'decided' ? (
              <Button component={Link} to={`/assessments/${assessmentId}/decision`}>
                {t('decision')}
              </Button>
            ) : null}
            <Button component={Link} to={`/assessments/${assessmentId}/review`}>
              {t('review')}
            </Button>
          </>
        }
      />
      <div className="pb-page pb-scoring">
        <div>
          {snapshotId === null && day !== null ? (
            <ScoreOn
              reviewed={reviewed}
              day={day}
              onBack={() => {
                show(null);
              }}
            />
          ) : null}
          {snapshotId === null && day === null ? <Live reviewed={reviewed} /> : null}
          {snapshotId === null ? null : (
            <Kept
              reviewed={reviewed}
              snapshotId={snapshotId}
              onBack={() => {
                show(null);
              }}
            />
          )}
        </div>
        <div>
          <CurveSection
            reviewed={reviewed}
            day={day}
            onDay={(on) => {
              setSearch({ on });
            }}
          />
          {snapshots.isError ? (
            <ProblemNotice error={snapshots.error} onRetry={snapshots.refetch} />
          ) : (
            <History snapshots={snapshots.data?.items} current={snapshotId} onShow={show} />
          )}
          <FindingList reviewed={reviewed} />
        </div>
      </div>
    </Main>
  );
}

function Live({ reviewed }: { readonly reviewed: Reviewed }): ReactNode {
  const { t } = useTranslation(scoringTexts);
  const { score, document } = reviewed;
  const { profileName, profileNumber, ruleSet, engineVersion } = score.with;
  return (
    <section aria-labelledby="score-live">
      <h2 id="score-live">{t('live')}</h2>
      <p className="pb-xs pb-muted pb-scoring-under">
        {t('live.submission', { number: score.submissionNumber })} ·{' '}
        {t('live.with', {
          profile: profileName,
          number: profileNumber,
          rules: ruleSet,
          engine: engineVersion,
        })}
      </p>
      <ScoreSheet
        shown={liveScore(reviewed)}
        document={document}
        review={reviewLeft(score)}
        rests={t('live.submission', { number: score.submissionNumber })}
      />
    </section>
  );
}

interface KeptProps {
  readonly reviewed: Reviewed;
  readonly snapshotId: string;
  readonly onBack: () => void;
}

function Kept({ reviewed, snapshotId, onBack }: KeptProps): ReactNode {
  const { t, language } = useTranslation(scoringTexts);
  const kept = useSnapshot(reviewed.assessmentId, snapshotId);
  if (kept.isPending) return <PageSkeleton />;
  if (kept.isError) return <ProblemNotice error={kept.error} onRetry={kept.refetch} />;
  const { snapshot, shown } = kept.data;
  const { at, cause, profileName, profileNumber, ruleSet, engineVersion } = snapshot;
  return (
    <section aria-labelledby="score-kept">
      <h2 id="score-kept">{t('kept.on', { at: formatInstant(at, language), cause: t(`cause.${cause}`) })}</h2>
      <p className="pb-xs pb-muted pb-scoring-under">
        {t('kept.legend')}{' '}
        {t('live.with', {
          profile: profileName,
          number: profileNumber,
          rules: ruleSet,
          engine: engineVersion,
        })}
      </p>
      <ScoreSheet
        shown={shown}
        document={reviewed.document}
        review={reviewLeft(snapshot)}
        rests={t(`cause.${cause}`)}
      />
      <Button size="xs" style={{ marginTop: 12 }} onClick={onBack}>
        {t('kept.back')}
      </Button>
    </section>
  );
}
