import './findings.css';

import type { ReactNode } from 'react';
import { useParams } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { isPending } from '@probant/shared/findings/finding';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { FindingStatusTag } from '../../ui/finding/finding-status.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { CommentForm } from './finding-forms.js';
import { findingTexts } from './findings.texts.js';
import { History } from './history.js';
import { PlanSection } from './plan-section.js';
import { ProofForm } from './proof-form.js';
import { ProofSection } from './proof-section.js';
import { SupplierDesk } from './supplier-desk.js';
import { type FollowedFile, useFollowedFile, useSupplierActs } from './use-findings.js';

/** One finding as its supplier follows it: the plan, the proof, what was said. */
export function FollowedFindingScreen(): ReactNode {
  const { t, language } = useTranslation(findingTexts);
  const { findingId = '' } = useParams();
  const file = useFollowedFile(findingId);
  const { data } = file;
  return (
    <Main>
      <PageHeader
        title={data ? data.text[language] : t('column.finding')}
        breadcrumbs={[{ title: t('title'), path: '/follow-up/findings' }]}
        subtitle={data ? `${data.buyerName} · ${data.title}` : null}
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

function Tags({ file }: { readonly file: FollowedFile }): ReactNode {
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

function Content({ file }: { readonly file: FollowedFile }): ReactNode {
  const { t, language } = useTranslation(findingTexts);
  const acts = useSupplierActs(file);
  return (
    <div className="pb-finding">
      <div>
        <SupplierDesk file={file} acts={acts} />
        <PlanSection file={file} />
        <ProofSection file={file} side="supplier">
          {isPending(file.status) ? <ProofForm file={file} acts={acts} /> : null}
        </ProofSection>
        <section className="pb-section" aria-labelledby="finding-found">
          <h2 id="finding-found">{t('found')}</h2>
          <dl className="pb-finding-facts">
            {file.questionText === null ? null : (
              <div>
                <dt>{t('question')}</dt>
                <dd>{file.questionText[language]}</dd>
              </div>
            )}
            <div>
              <dt>{t('fix')}</dt>
              <dd>{file.fix[language]}</dd>
            </div>
          </dl>
        </section>
      </div>
      <History acts={file.acts}>
        <CommentForm file={file} side="supplier" comment={acts.comment} />
      </History>
    </div>
  );
}
