import './drills.css';

import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { FollowUp } from '../../ui/follow-up/follow-up.js';
import { DateText } from '../../ui/format/date-text.js';
import { ReasonDialog } from '../../ui/input/reason-dialog.js';
import { DrillView } from './drill-view.js';
import { drillTexts } from './drills.texts.js';
import { ReplyList } from './reply-list.js';
import { sharedTexts } from './shared.texts.js';
import { recordOf, type SharedDrill, useReply, useSharedDrills } from './use-drills.js';

/** The drills that customers carried out with the supplier's consent, to counter-sign or to contest. */
export function SharedDrillsScreen(): ReactNode {
  const { t } = useTranslation(sharedTexts);
  const drills = useSharedDrills();
  return (
    <FollowUp part="drills">
      {drills.isPending ? <TextSkeleton lines={10} /> : null}
      {drills.isError ? <ProblemNotice error={drills.error} onRetry={drills.refetch} /> : null}
      {drills.data?.length === 0 ? (
        <EmptyState title={t('none')}>{t('none.text')}</EmptyState>
      ) : (
        <div className="pb-drills">
          {drills.data === undefined ? null : <p className="pb-legal">{t('legal')}</p>}
          {drills.data?.map((shared) => (
            <SharedSection key={shared.recordId} shared={shared} />
          ))}
        </div>
      )}
    </FollowUp>
  );
}

function SharedSection({ shared }: { readonly shared: SharedDrill }): ReactNode {
  const { t, language } = useTranslation(sharedTexts);
  const { t: words } = useTranslation(drillTexts);
  const { buyerName, title, number, recordedAt, recordedByName, replaced, replies } = shared;
  const { drill, authorisation } = recordOf(shared);
  const day = (value: string): string => formatDay(value, language);
  return (
    <section className="pb-stack" aria-label={`${drill.name}, ${buyerName}`}>
      <div className="pb-between pb-wrap">
        <div>
          <h2>{drill.name}</h2>
          <p className="pb-sm pb-soft">
            {buyerName} · {title} · {words('record.of', { number })}, {recordedByName},{' '}
            <DateText value={recordedAt} as="instant" />
          </p>
          <p className="pb-sm pb-muted">
            {words('authorisation', authorisation)},{' '}
            {words('authorisation.days', {
              from: day(authorisation.validFrom),
              to: day(authorisation.validUntil),
            })}
          </p>
        </div>
        {replaced ? <span className="pb-tag">{t('replaced')}</span> : <Acts shared={shared} />}
      </div>
      {replies.length === 0 ? null : (
        <div className="pb-stack">
          <ReplyList replies={replies} />
        </div>
      )}
      <DrillView drill={drill} />
    </section>
  );
}

function Acts({ shared: { recordId, replies } }: { readonly shared: SharedDrill }): ReactNode {
  const { t } = useTranslation(sharedTexts);
  const reply = useReply();
  const may = useCan('drill-records:reply');
  const [act, setAct] = useState<'countersigned' | 'contested' | null>(null);
  const close = (): void => {
    setAct(null);
  };
  if (replies.some(({ stance }) => stance === 'countersigned')) return null;
  if (!may) return <span className="pb-sm pb-muted">{t('reply.needs')}</span>;
  return (
    <div className="pb-row pb-wrap">
      <Button
        onClick={() => {
          setAct('contested');
        }}
      >
        {t('contest')}
      </Button>
      <Button
        variant="filled"
        onClick={() => {
          setAct('countersigned');
        }}
      >
        {t('countersign')}
      </Button>
      <ConfirmDialog
        opened={act === 'countersigned'}
        title={t('countersign.title')}
        confirm={t('countersign')}
        act={() => reply(recordId, { stance: 'countersigned', reason: '' })}
        onClose={close}
      >
        {t('countersign.text')}
      </ConfirmDialog>
      {act === 'contested' ? (
        <ReasonDialog
          title={t('contest.title')}
          text={t('contest.text')}
          confirm={t('contest')}
          keptAs={`drill-record/${recordId}/contest`}
          send={(reason) => reply(recordId, { stance: 'contested', reason })}
          onClose={close}
        />
      ) : null}
    </div>
  );
}
