import './contradictions.css';

import { contradictionStates, type ContradictionState } from '@probant/shared/contradictions/standing';
import { type ReactNode, useState } from 'react';
import { Link, useSearchParams } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EngagementFile, type Engagement } from '../../ui/engagement/engagement-file.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { AskDialog, JudgeDialog } from './act-dialogs.js';
import { ContradictionCard } from './contradiction-card.js';
import { contradictionTexts } from './contradictions.texts.js';
import {
  type Act,
  type Contradiction,
  type Contradictions,
  useContradictions,
} from './use-contradictions.js';

/** What of an engagement cannot all be true, and what was done about it. */
export function ContradictionsScreen(): ReactNode {
  return (
    <EngagementFile part="contradictions">
      {(engagement) => <Content key={engagement.id} engagement={engagement} />}
    </EngagementFile>
  );
}

function Content({ engagement }: { readonly engagement: Engagement }): ReactNode {
  const contradictions = useContradictions(engagement.id);
  if (contradictions.isPending) return <TextSkeleton lines={12} />;
  if (contradictions.isError) {
    return <ProblemNotice error={contradictions.error} onRetry={contradictions.refetch} />;
  }
  return <View engagement={engagement} contradictions={contradictions.data} />;
}

interface ViewProps {
  readonly engagement: Engagement;
  readonly contradictions: Contradictions;
}

interface Acting {
  readonly act: Act;
  readonly key: string;
}

function View({ engagement, contradictions }: ViewProps): ReactNode {
  const { t } = useTranslation(contradictionTexts);
  const [params] = useSearchParams();
  const [acting, setActing] = useState<Acting | null>(null);
  const { items, asking, assessmentId } = contradictions;
  const only = params.get('question');
  const shown = only === null ? items : items.filter((item) => isAbout(item, only));
  const open = items.find(({ key }) => key === acting?.key);
  const close = (): void => {
    setActing(null);
  };
  return (
    <div className="pb-contradictions">
      <p className="pb-soft">{t('intro')}</p>
      {asking === 'possible' || assessmentId === null ? null : (
        <p className="pb-sm pb-soft">{t(`asking.${asking}`)}</p>
      )}
      {only === null ? null : (
        <p className="pb-row pb-wrap pb-sm">
          {t('filtered', { id: only })}
          <Link to={`/engagements/${engagement.id}/contradictions`}>{t('filtered.all')}</Link>
        </p>
      )}
      {items.length === 0 ? (
        <EmptyState title={t('none')}>{t(assessmentId === null ? 'none.answers' : 'none.text')}</EmptyState>
      ) : (
        contradictionStates.map((state) => (
          <Group key={state} state={state} items={shown.filter((item) => item.state === state)}>
            {(item) => (
              <ContradictionCard
                key={item.key}
                engagement={engagement}
                assessmentId={assessmentId}
                item={item}
                onAct={(act) => {
                  setActing({ act, key: item.key });
                }}
              />
            )}
          </Group>
        ))
      )}
      <p className="pb-legal">{t('legal')}</p>
      {acting === null || open === undefined ? null : acting.act === 'asked' ? (
        <AskDialog engagementId={engagement.id} item={open} onClose={close} />
      ) : (
        <JudgeDialog engagementId={engagement.id} item={open} act={acting.act} onClose={close} />
      )}
    </div>
  );
}

function isAbout({ questionId, said, found }: Contradiction, id: string): boolean {
  return questionId === id || [said, found].some(({ source, ref }) => source === 'answer' && ref === id);
}

interface GroupProps {
  readonly state: ContradictionState;
  readonly items: readonly Contradiction[];
  readonly children: (item: Contradiction) => ReactNode;
}

/** What is left to do is open; what is done with folds. */
function Group({ state, items, children }: GroupProps): ReactNode {
  const { t } = useTranslation(contradictionTexts);
  if (items.length === 0 && state !== 'open') return null;
  const title = t(`state.${state}`, { count: items.length });
  const cards = <div className="pb-contradiction-list">{items.map(children)}</div>;
  if (state === 'open' || state === 'asked') {
    return (
      <section aria-labelledby={`contradictions-${state}`}>
        <h2 id={`contradictions-${state}`}>{title}</h2>
        {items.length === 0 ? <p className="pb-sm pb-soft">{t('open.none')}</p> : cards}
      </section>
    );
  }
  return (
    <details>
      <summary>
        <h2>{title}</h2>
      </summary>
      {state === 'resolved' ? <p className="pb-sm pb-soft">{t('resolved.text')}</p> : null}
      {cards}
    </details>
  );
}
