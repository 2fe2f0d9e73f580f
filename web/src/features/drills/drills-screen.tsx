import './drills.css';

import { Button } from '@mantine/core';
import { parisDay } from '@probant/shared/calendar';
import { type ReactNode, useState } from 'react';
import { Link, useSearchParams } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { EngagementFile, type Engagement } from '../../ui/engagement/engagement-file.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { useNow } from '../../ui/format/use-now.js';
import { AuthorisationCard } from './authorisation-card.js';
import { bookTexts } from './book.texts.js';
import { DrillDialog } from './drill-dialog.js';
import { DrillSection } from './drill-section.js';
import { PlanCard } from './plan-card.js';
import { type Book, useBook } from './use-drills.js';

/** The EICAR drills of an engagement: the consent first, the plan, and each drill with what it measured. */
export function DrillsScreen(): ReactNode {
  return <EngagementFile part="drills">{(engagement) => <Content engagement={engagement} />}</EngagementFile>;
}

function Content({ engagement }: { readonly engagement: Engagement }): ReactNode {
  const book = useBook(engagement.id);
  const mayWrite = useCan('drills:write');
  if (book.isPending) return <TextSkeleton lines={12} />;
  if (book.isError) return <ProblemNotice error={book.error} onRetry={book.refetch} />;
  const archived = engagement.archived || engagement.supplierArchived;
  return (
    <BookView
      key={engagement.id}
      engagementId={engagement.id}
      book={book.data}
      readOnly={archived || !mayWrite}
      archived={archived}
    />
  );
}

interface BookViewProps {
  readonly engagementId: string;
  readonly book: Book;
  readonly readOnly: boolean;
  readonly archived: boolean;
}

function BookView({ engagementId, book, readOnly, archived }: BookViewProps): ReactNode {
  const { t } = useTranslation(bookTexts);
  const today = parisDay(useNow().toISOString());
  const [params, setParams] = useSearchParams();
  const [opening, setOpening] = useState(false);
  const { authorisations, drills, plan, answered, contractLimits } = book;
  const shown =
    drills.find(({ id }) => id === params.get('drill')) ??
    drills.find(({ drops }) => drops.length > 0) ??
    drills[0];
  const mayOpen = !readOnly && authorisations.length > 0;
  const open = (): void => {
    setOpening(true);
  };
  return (
    <div className="pb-drills">
      <p className="pb-legal">
        {t('legal')} <Link to="/cases/douai/drill">{t('reference')}</Link>
      </p>
      {readOnly ? <p className="pb-sm pb-soft">{t(archived ? 'read-only.archived' : 'read-only')}</p> : null}
      <div className="pb-drills-two">
        <AuthorisationCard
          engagementId={engagementId}
          authorisations={authorisations}
          today={today}
          readOnly={readOnly}
        />
        <PlanCard engagementId={engagementId} plan={plan} readOnly={readOnly} />
      </div>
      {shown === undefined ? (
        <EmptyState
          title={t('drill.none')}
          action={
            mayOpen ? (
              <Button variant="filled" onClick={open}>
                {t('drill.open')}
              </Button>
            ) : null
          }
        >
          {authorisations.length === 0 ? t('drill.open.needs') : t('drill.none.text')}
        </EmptyState>
      ) : (
        <>
          <Choice drills={drills} current={shown.id} onOpen={mayOpen ? open : null} />
          <DrillSection
            key={shown.id}
            engagementId={engagementId}
            drill={shown}
            authorisations={authorisations}
            answered={answered}
            readOnly={readOnly}
          />
        </>
      )}
      {opening ? (
        <DrillDialog
          engagementId={engagementId}
          authorisations={authorisations}
          drill={null}
          limits={contractLimits ?? drills[0]?.limits}
          onClose={() => {
            setOpening(false);
          }}
          onOpened={(id) => {
            setParams({ drill: id }, { preventScrollReset: true });
          }}
        />
      ) : null}
    </div>
  );
}

interface ChoiceProps {
  readonly drills: Book['drills'];
  readonly current: string;
  readonly onOpen: (() => void) | null;
}

function Choice({ drills, current, onOpen }: ChoiceProps): ReactNode {
  const { t } = useTranslation(bookTexts);
  return (
    <div className="pb-between pb-wrap">
      <nav aria-label={t('drill.choice')} className="pb-row pb-wrap">
        {drills.length < 2
          ? null
          : drills.map(({ id, name, drops }) => (
              <Link
                key={id}
                to={`?drill=${id}`}
                preventScrollReset
                aria-current={id === current ? 'page' : undefined}
                className={id === current ? 'pb-tag pb-tag-blue' : 'pb-tag'}
              >
                {name}, {t('drill.drops', { count: drops.length })}
              </Link>
            ))}
      </nav>
      {onOpen === null ? null : (
        <Button variant="filled" onClick={onOpen}>
          {t('drill.open')}
        </Button>
      )}
    </div>
  );
}
