import './answering.css';

import { Button } from '@mantine/core';
import { findQuestion } from '@probant/shared/answers/visibility';
import type { QuestionChange } from '@probant/shared/moves/list-changes';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';

import { formatDay, formatInstantDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { changesTexts } from './changes.texts.js';
import { useCarry, type ReceivedCarry } from './use-carry.js';
import { useMoves, type ReceivedMove } from './use-changes.js';
import { useSheet, type Sheet } from './use-sheet.js';

/** What changed in the questionnaire since it was sent, question by question. */
export function ChangesScreen(): ReactNode {
  const { assessmentId = '' } = useParams();
  const { t } = useTranslation(changesTexts);
  const sheet = useSheet(assessmentId);
  const back = `/requests/${assessmentId}`;
  return (
    <Main>
      <PageHeader
        title={t('title')}
        breadcrumbs={[{ title: sheet.data?.state.title ?? t('back'), path: back }]}
        actions={
          <Button component={Link} to={back}>
            {t('back')}
          </Button>
        }
      />
      <div className="pb-page pb-changes">
        {sheet.isPending ? <ListSkeleton rows={5} /> : null}
        {sheet.isError ? <ProblemNotice error={sheet.error} onRetry={sheet.refetch} /> : null}
        {sheet.data === undefined ? null : <Moves sheet={sheet.data} />}
      </div>
    </Main>
  );
}

function Moves({ sheet }: { readonly sheet: Sheet }): ReactNode {
  const { t } = useTranslation(changesTexts);
  const moves = useMoves(sheet.state);
  const carry = useCarry(sheet.state);
  if (moves.isPending || carry.isLoading) return <ListSkeleton rows={5} />;
  if (moves.isError) return <ProblemNotice error={moves.error} onRetry={moves.refetch} />;
  if (carry.isError) return <ProblemNotice error={carry.error} onRetry={carry.refetch} />;
  const since = (carry.data?.changes.length ?? 0) > 0 ? carry.data : null;
  if (moves.data.length === 0 && !since) return <EmptyState title={t('none')}>{t('none.text')}</EmptyState>;
  return (
    <>
      <p className="pb-soft">{t('lead')}</p>
      {moves.data.map((move) => (
        <Move key={move.id} move={move} sheet={sheet} />
      ))}
      {since ? <Since carry={since} sheet={sheet} /> : null}
    </>
  );
}

function Move({ move, sheet }: { readonly move: ReceivedMove; readonly sheet: Sheet }): ReactNode {
  const { t, language } = useTranslation(changesTexts);
  const { id, fromNumber: from, toNumber: to, movedAt, returnedAt, changes } = move;
  const day = (at: string): string => formatDay(at.slice(0, 10), language);
  return (
    <section className="pb-section" aria-labelledby={`move-${id}`}>
      <h2 id={`move-${id}`}>{t('move', { from, to })}</h2>
      <p className="pb-sm pb-muted">
        {returnedAt === null
          ? t('moved', { day: day(movedAt) })
          : t('returned', { from, day: day(returnedAt) })}
      </p>
      {changes.length === 0 ? <p>{t('same.text')}</p> : null}
      {returnedAt === null ? <ChangeList changes={changes} sheet={sheet} /> : null}
    </section>
  );
}

/** Between the version that was answered then and the one that is asked now. */
function Since({ carry, sheet }: { readonly carry: ReceivedCarry; readonly sheet: Sheet }): ReactNode {
  const { t, language } = useTranslation(changesTexts);
  const { givenAt, fromNumber: from, toNumber: to, changes } = carry;
  return (
    <section className="pb-section" aria-labelledby="since-carry">
      <h2 id="since-carry">{t('carried.changes', { day: formatInstantDay(givenAt, language) })}</h2>
      <p className="pb-sm pb-muted">{t('move', { from, to })}</p>
      <ChangeList changes={changes} sheet={sheet} />
    </section>
  );
}

interface ChangeListProps {
  readonly changes: readonly QuestionChange[];
  readonly sheet: Sheet;
}

function ChangeList({ changes, sheet }: ChangeListProps): ReactNode {
  return (
    <ol className="pb-changes-list">
      {changes.map((change) => (
        <li key={[...change.before, ...change.after].map((one) => one.id).join(' ')} className="pb-card">
          <Change change={change} sheet={sheet} />
        </li>
      ))}
    </ol>
  );
}

function Change({ change, sheet }: { readonly change: QuestionChange; readonly sheet: Sheet }): ReactNode {
  const { t, language } = useTranslation(changesTexts);
  const { kind, fate, before, after } = change;
  const open = after.filter(({ id }) => findQuestion(sheet.document, id) !== undefined);
  return (
    <>
      <p className="pb-row pb-wrap">
        <span className={fate === 'reconfirm' ? 'pb-tag pb-tag-amber' : 'pb-tag'}>{t(`kind.${kind}`)}</span>
        {fate === null ? null : <span className="pb-sm pb-soft">{t(`fate.${fate}`)}</span>}
      </p>
      <div className="pb-changes-sides">
        {(
          [
            ['before', before],
            ['after', after],
          ] as const
        ).map(([side, questions]) =>
          questions.length === 0 ? null : (
            <div key={side}>
              <p className="pb-label">{t(side)}</p>
              {questions.map(({ id, text }) => (
                <p key={id}>
                  <span className="pb-mono pb-xs">{id}</span> {text[language]}
                </p>
              ))}
            </div>
          ),
        )}
      </div>
      <p className="pb-row pb-wrap">
        {open.map(({ id }) => (
          <Link key={id} to={`/requests/${sheet.state.assessmentId}?q=${encodeURIComponent(id)}`}>
            {t('open', { id })}
          </Link>
        ))}
      </p>
    </>
  );
}
