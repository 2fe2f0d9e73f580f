import { lazy, type ReactNode, Suspense, useMemo } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useShortcuts } from '../../platform/shortcuts.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { Main } from '../../ui/shell/page.js';
import { useShortcutLines } from '../../ui/shell/shortcut-help.js';
import { answeringTexts } from './answering.texts.js';
import { CarriedNotice } from './carried-notice.js';
import { CompactBar, CompactHead } from './compact-frame.js';
import { FoldedQuestion } from './folded-question.js';
import { HiddenNote } from './hidden-note.js';
import { MovedNotice } from './moved-notice.js';
import { QuestionCard } from './question-card.js';
import type { SaveStatus } from './queue-state.js';
import { RequestNotice } from './request-notice.js';
import { ThemeRail } from './theme-rail.js';
import { takesAnswers, type Answering } from './use-answering.js';
import { usePosition, type Position } from './use-position.js';

const ConfirmTheme = lazy(async () => ({ default: (await import('./confirm-theme.js')).ConfirmTheme }));
const PartNotice = lazy(async () => ({ default: (await import('./part-notice.js')).PartNotice }));
const WorkTogether = lazy(async () => ({ default: (await import('./work-together.js')).WorkTogether }));

interface AnswerDeskProps {
  readonly answering: Answering;
  readonly status: SaveStatus;
}

/** One theme at a time: its questions below each other, one of them open. */
export function AnswerDesk({ answering, status }: AnswerDeskProps): ReactNode {
  const { t, language } = useTranslation(answeringTexts);
  const position = usePosition(answering);
  const { theme, themeIndex, themes } = position;
  const readOnly = !takesAnswers(answering);
  useDeskKeys(position);
  return (
    <div className="pb-ans-desk">
      <ThemeRail answering={answering} position={position} />
      <Main className="pb-ans-main">
        <CompactHead answering={answering} position={position} />
        <MovedNotice answering={answering} />
        <CarriedNotice answering={answering} />
        <RequestNotice answering={answering} readOnly={readOnly} />
        {answering.sheet.state.part === null ? null : (
          <Suspense fallback={<TextSkeleton lines={2} />}>
            <PartNotice answering={answering} />
          </Suspense>
        )}
        <div className="pb-ans-title">
          <p className="pb-xs pb-muted">
            {t('theme.place', { place: themeIndex + 1, count: themes.length })}
          </p>
          <h1 id="theme-title" tabIndex={-1}>
            {theme.title[language]}
          </h1>
          {answering.rehearsal === true ? null : (
            <Suspense>
              <WorkTogether answering={answering} position={position} />
            </Suspense>
          )}
        </div>
        {theme.asked.length === 0 ? (
          <div className="pb-ans-nothing">
            <EmptyState title={t('theme.nothing')}>{t('theme.nothing.hint')}</EmptyState>
          </div>
        ) : null}
        <QuestionList {...{ answering, position, readOnly }} />
        {readOnly || answering.carried.length === 0 ? null : (
          <Suspense>
            <ConfirmTheme answering={answering} questions={theme.asked} />
          </Suspense>
        )}
      </Main>
      <CompactBar answering={answering} position={position} status={status} />
    </div>
  );
}

interface QuestionListProps {
  readonly answering: Answering;
  readonly position: Position;
  readonly readOnly: boolean;
}

function QuestionList({ answering, position, readOnly }: QuestionListProps): ReactNode {
  const { language } = useTranslation(answeringTexts);
  const { completion } = answering;
  const { theme, question: open } = position;
  const hidden = new Set(completion.hidden);
  return (
    <ol className="pb-ans-list" aria-label={theme.title[language]}>
      {theme.questions.map((question) => {
        if (hidden.has(question.id))
          return <HiddenNote key={question.id} question={question} answering={answering} />;
        if (question === open)
          return <QuestionCard key={question.id} {...{ question, answering, readOnly }} />;
        return (
          <FoldedQuestion
            key={question.id}
            question={question}
            answering={answering}
            onOpen={() => {
              position.open(question.id);
            }}
          />
        );
      })}
    </ol>
  );
}

function useDeskKeys({ move }: Position): void {
  const { t } = useTranslation(answeringTexts);
  useShortcuts({
    j: () => {
      move(1);
    },
    k: () => {
      move(-1);
    },
  });
  useShortcutLines(
    useMemo(
      () => [
        { keys: ['1–9'], does: t('shortcut.choose') },
        { keys: ['J'], does: t('shortcut.next') },
        { keys: ['K'], does: t('shortcut.previous') },
        { keys: ['R'], does: t('shortcut.take') },
        { keys: ['Ctrl D'], does: t('shortcut.fill') },
      ],
      [t],
    ),
  );
}
