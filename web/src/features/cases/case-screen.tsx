import './cases.css';

import { replayAnswers, scoreReplay } from '@probant/shared/library/replay-score';
import { type ReactNode, useMemo, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { ScoreTrace } from '../../ui/score/score-trace.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { AnswerPairs } from './answer-pairs.js';
import { BeforePane } from './before-pane.js';
import { CaseTimeline } from './case-timeline.js';
import { caseTexts } from './cases.texts.js';
import { DecidedList } from './decided-list.js';
import { SwitchPane } from './switch-pane.js';
import { type CaseFile, useCase, useCases } from './use-cases.js';

/** A case replayed: what happened, what could be known before signing, and what one fact would have changed. */
export function CaseScreen(): ReactNode {
  const { caseKey = '' } = useParams();
  const { t } = useTranslation(caseTexts);
  const file = useCase(caseKey);
  if (file.isSuccess) return <CasePage key={caseKey} file={file.data} />;
  return (
    <Main>
      <PageHeader title={t('title')} breadcrumbs={[{ title: t('title'), path: '/cases' }]} />
      <div className="pb-page">
        {file.isError ? (
          <ProblemNotice error={file.error} onRetry={file.refetch} />
        ) : (
          <ListSkeleton rows={8} />
        )}
      </div>
    </Main>
  );
}

function CasePage({ file }: { readonly file: CaseFile }): ReactNode {
  const { t, language } = useTranslation(caseTexts);
  const { replay, document, source } = file;
  const { switched, onSwitch } = useSwitched(file);
  const scores = useMemo(
    () => ({
      before: scoreReplay(document, replay, { switched, moment: 'before-signing' }),
      allFacts: scoreReplay(document, replay, { switched, moment: 'all-facts' }),
      answers: replayAnswers(replay, { switched, moment: 'before-signing' }),
    }),
    [document, replay, switched],
  );
  return (
    <Main>
      <PageHeader
        title={replay.name[language]}
        breadcrumbs={[{ title: t('title'), path: '/cases' }]}
        subtitle={t('facts', { count: replay.answers.length })}
        actions={<OtherCases current={replay.key} />}
      />
      <div className="pb-case-intro">
        <p>{replay.summary[language]}</p>
        <p className="pb-sm pb-muted">{source.citation[language]}</p>
        {replay.key === 'douai' ? (
          <p className="pb-sm">
            <Link to="/cases/douai/drill">{t('drill')}</Link>
          </p>
        ) : null}
      </div>
      <CaseTimeline replay={replay} />
      <div className="pb-case-grid">
        <div className="pb-case-side">
          <BeforePane file={file} before={scores.before} allFacts={scores.allFacts} />
          <details className="pb-case-details pb-case-trace">
            <summary>{t('trace')}</summary>
            <ScoreTrace document={document} result={scores.before} answers={scores.answers} />
          </details>
          <DecidedList replay={replay} />
        </div>
        <AnswerPairs file={file} before={scores.before} allFacts={scores.allFacts} switched={switched} />
        <SwitchPane file={file} switched={switched} onSwitch={onSwitch} />
      </div>
    </Main>
  );
}

/** Which switches are on stands in the address, so that what one sees can be shown to somebody else. */
function useSwitched({ replay }: CaseFile): {
  readonly switched: readonly string[];
  readonly onSwitch: (key: string, on: boolean) => void;
} {
  const [params, setParams] = useSearchParams();
  // The address follows: a router may take its time, a switch must not.
  const [switched, setSwitched] = useState(() => {
    const asked = (params.get('with') ?? '').split(',');
    return replay.switches.map(({ key }) => key).filter((key) => asked.includes(key));
  });
  const onSwitch = (key: string, on: boolean): void => {
    const next = on ? [...switched, key] : switched.filter((one) => one !== key);
    setSwitched(next);
    setParams(next.length === 0 ? {} : { with: next.join(',') }, { replace: true, preventScrollReset: true });
  };
  return { switched, onSwitch };
}

function OtherCases({ current }: { readonly current: string }): ReactNode {
  const { t, language } = useTranslation(caseTexts);
  const cases = useCases();
  return (
    <nav className="pb-case-tabs" aria-label={t('other.cases')}>
      {(cases.data ?? []).map(({ key, source }) => (
        <Link key={key} to={`/cases/${key}`} aria-current={key === current ? 'page' : undefined}>
          {source.short[language]}
        </Link>
      ))}
    </nav>
  );
}
