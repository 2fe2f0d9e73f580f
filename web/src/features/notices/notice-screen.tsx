import './notices.css';

import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';

import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { isSent } from '@probant/shared/notices/lifecycle';
import { EngagementFile, type Engagement } from '../../ui/engagement/engagement-file.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { ClockCard } from './clock-card.js';
import { DraftForm } from './draft-form.js';
import { draftTexts } from './draft.texts.js';
import { GateCard } from './gate-card.js';
import { SentLetters } from './letter-view.js';
import { noticeTexts } from './notices.texts.js';
import { PieceSection } from './piece-section.js';
import { ReplyList } from './reply-list.js';
import { StepCard } from './step-card.js';
import { type Notice, useNotice } from './use-notices.js';

/** One formal notice: its draft or its letters, its pieces, its conditions, its clock and its steps. */
export function NoticeScreen(): ReactNode {
  return (
    <EngagementFile part="notices">{(engagement) => <Content engagement={engagement} />}</EngagementFile>
  );
}

function Content({ engagement }: { readonly engagement: Engagement }): ReactNode {
  const { t } = useTranslation(noticeTexts);
  const { noticeId = '' } = useParams();
  const notice = useNotice(noticeId);
  const mayWrite = useCan('notices:write');
  const archived = engagement.archived || engagement.supplierArchived;
  if (notice.isPending) return <TextSkeleton lines={14} />;
  if (notice.isError) return <ProblemNotice error={notice.error} onRetry={notice.refetch} />;
  return (
    <div className="pb-notices">
      <div className="pb-notice-head">
        <p className="pb-sm">
          <Link to={`/engagements/${engagement.id}/notices`}>{t('back')}</Link>
        </p>
        <Title notice={notice.data} />
        <p className="pb-legal">{t('legal')}</p>
        {archived || !mayWrite ? (
          <p className="pb-sm pb-soft">{t(archived ? 'read-only.archived' : 'read-only')}</p>
        ) : null}
        <p className="pb-sm pb-soft">{t(sightOf(notice.data))}</p>
      </div>
      <Sheet notice={notice.data} writes={mayWrite && !archived} />
    </div>
  );
}

function Title({ notice }: { readonly notice: Notice }): ReactNode {
  const { t, language } = useTranslation(noticeTexts);
  const posted = notice.letters[0]?.postedOn;
  return (
    <h2>{posted === undefined ? t('title.draft') : t('title.sent', { day: formatDay(posted, language) })}</h2>
  );
}

function sightOf({ supplierSees, state }: Notice) {
  if (!supplierSees) return 'supplier.blind';
  return isSent(state) ? 'supplier.saw' : 'supplier.sees';
}

function Sheet({ notice, writes }: { readonly notice: Notice; readonly writes: boolean }): ReactNode {
  const { t } = useTranslation(draftTexts);
  const sent = isSent(notice.state);
  return (
    <div className="pb-notice-file">
      <div className="pb-notice-main">
        {notice.state === 'counsel-review' ? <p className="pb-soft">{t('frozen')}</p> : null}
        {notice.state === 'draft' && writes ? <DraftForm key={notice.id} notice={notice} /> : null}
        {notice.letters.length === 0 ? null : (
          <SentLetters letters={notice.letters} address={`/api/notices/${notice.id}/letters`} />
        )}
        <PieceSection notice={notice} writes={writes} />
        {sent ? <ReplyList replies={notice.replies} /> : null}
      </div>
      <aside className="pb-notice-aside">
        <StepCard notice={notice} writes={writes} />
        {sent ? (
          <ClockCard clock={notice.clock} state={notice.state} side="buyer" />
        ) : (
          <GateCard notice={notice} />
        )}
      </aside>
    </div>
  );
}
