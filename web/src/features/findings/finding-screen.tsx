import './findings.css';

import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { answerLines } from '@probant/shared/answers/answer-lines';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { FindingStatusTag } from '../../ui/finding/finding-status.js';
import { LessonLink } from '../../ui/law/lesson-link.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { BuyerDesk } from './buyer-desk.js';
import { CommentForm } from './finding-forms.js';
import { findingTexts } from './findings.texts.js';
import { History } from './history.js';
import { AcceptanceSection, VerificationSection } from './judgement-sections.js';
import { PlanSection } from './plan-section.js';
import { ProofSection } from './proof-section.js';
import { answerOf, type FindingFile, questionOf, useBuyerActs, useFindingFile } from './use-findings.js';

/** One finding with everything that became of it, as the buyer follows it. */
export function FindingScreen(): ReactNode {
  const { t, language } = useTranslation(findingTexts);
  const { findingId = '' } = useParams();
  const file = useFindingFile(findingId);
  const { data } = file;
  return (
    <Main>
      <PageHeader
        title={data ? data.text[language] : t('column.finding')}
        breadcrumbs={[
          { title: t('title'), path: '/findings' },
          ...(data
            ? [
                { title: data.supplierName, path: `/suppliers/${data.supplierId}` },
                { title: data.engagementName, path: `/engagements/${data.engagementId}/findings` },
              ]
            : []),
        ]}
        tags={data ? <Tags file={data} /> : null}
      />
      <div className="pb-page">
        {file.isPending ? <TextSkeleton lines={12} /> : null}
        {file.isError ? <ProblemNotice error={file.error} onRetry={file.refetch} /> : null}
        {data ? <Content key={data.id} file={data} /> : null}
      </div>
    </Main>
  );
}

function Tags({ file }: { readonly file: FindingFile }): ReactNode {
  const { t } = useTranslation(findingTexts);
  return (
    <>
      <FindingStatusTag status={file.status} />
      <span className="pb-tag">{t('severity.tag', { severity: t(`severity.${file.severity}`) })}</span>
      {file.overdue ? <span className="pb-tag pb-tag-amber">{t('late')}</span> : null}
      <span className="pb-mono pb-xs pb-muted">{file.questionId}</span>
    </>
  );
}

function Content({ file }: { readonly file: FindingFile }): ReactNode {
  const acts = useBuyerActs(file);
  return (
    <div className="pb-finding">
      <div>
        <BuyerDesk file={file} />
        <PlanSection file={file} />
        <ProofSection file={file} side="buyer" />
        <VerificationSection file={file} question={questionOf(file)} />
        <AcceptanceSection file={file} />
        <FoundSection file={file} />
      </div>
      <History acts={file.acts} raisedAt={file.raisedAt}>
        {file.possible.includes('comment') ? (
          <CommentForm file={file} side="buyer" comment={acts.comment} />
        ) : null}
      </History>
    </div>
  );
}

function FoundSection({ file }: { readonly file: FindingFile }): ReactNode {
  const { t, language } = useTranslation(findingTexts);
  const question = questionOf(file);
  const { assessmentId, questionId, fix, lessons } = file;
  return (
    <section className="pb-section" aria-labelledby="finding-found">
      <h2 id="finding-found">{t('found')}</h2>
      <dl className="pb-finding-facts">
        {question === null ? null : (
          <>
            <div>
              <dt>{t('question')}</dt>
              <dd>{question.text[language]}</dd>
            </div>
            <div>
              <dt>{t('answer')}</dt>
              <dd>{answerLines(question, answerOf(file), language).join(' ; ')}</dd>
            </div>
          </>
        )}
        <div>
          <dt>{t('fix')}</dt>
          <dd>{fix[language]}</dd>
        </div>
        {lessons.length === 0 ? null : (
          <div>
            <dt>{t('lessons')}</dt>
            <dd className="pb-row pb-wrap">
              {lessons.map((id) => (
                <LessonLink key={id} lessonId={id} />
              ))}
            </dd>
          </div>
        )}
      </dl>
      <p>
        <Link to={`/assessments/${assessmentId}/review?question=${encodeURIComponent(questionId)}`}>
          {t('see.review')}
        </Link>
      </p>
    </section>
  );
}
