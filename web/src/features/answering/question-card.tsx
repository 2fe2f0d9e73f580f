import { Button } from '@mantine/core';
import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import { IconHistory, IconMessageQuestion } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';

import { formatInstant, formatTime, isToday } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useSignedIn } from '../../platform/session/session.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { AnswerForm } from './answer-form.js';
import { answeringTexts } from './answering.texts.js';
import { CorrectedNote } from './corrected-note.js';
import { useEarlier } from './earlier-answers.js';
import { messageName } from './kept-fields.js';
import { isToReconfirm, noEntry, statusOfEntry, type Entry } from './queue-state.js';
import { ReconfirmNote } from './reconfirm-note.js';
import { SaveStatusLine } from './save-status.js';
import type { Answering } from './use-answering.js';
import { WhyNote } from './why-note.js';

const ConflictNotice = lazy(async () => ({ default: (await import('./conflict-notice.js')).ConflictNotice }));
const AnswerHistory = lazy(async () => ({ default: (await import('./answer-history.js')).AnswerHistory }));
const QuestionThread = lazy(async () => ({ default: (await import('./question-thread.js')).QuestionThread }));
const ShownReview = lazy(async () => ({ default: (await import('./shown-review.js')).ShownReview }));
const Suggestions = lazy(async () => ({ default: (await import('./suggestions.js')).Suggestions }));
const QuestionPieces = lazy(async () => ({ default: (await import('./question-pieces.js')).QuestionPieces }));

interface QuestionCardProps {
  readonly question: SupplierQuestion;
  readonly answering: Answering;
  readonly readOnly: boolean;
}

type Panel = 'history' | 'thread';

/** The open question: text, input, comment, pieces, and under it when it was saved, its history and its thread. */
export function QuestionCard({ question, answering, readOnly }: QuestionCardProps): ReactNode {
  const { t, language } = useTranslation(answeringTexts);
  const { sheet, queue, state } = answering;
  const entry = state.entries.get(question.id) ?? noEntry;
  const thread = sheet.state.threads.find(({ questionId }) => questionId === question.id);
  const hasDraft = answering.typed.has(messageName(question.id));
  const [panel, setPanel] = useState<Panel | null>(thread?.awaiting === true || hasDraft ? 'thread' : null);
  const earlier = useEarlier(sheet.state.assessmentId, question, entry);
  const isOpen = answering.completion.mustAnswer.includes(question.id);
  const partial = answering.completion.partial.find(({ id }) => id === question.id);
  const toggle = (wanted: Panel): void => {
    setPanel(panel === wanted ? null : wanted);
  };
  const why = (place: 'margin' | 'inside') => (
    <WhyNote document={sheet.document} question={question} helpId={`help-${question.id}-${place}`} />
  );
  return (
    <li className="pb-ans-item pb-ans-open" data-place>
      <span className="pb-ans-id" aria-hidden>
        {question.id}
      </span>
      <article className="pb-card pb-ans-card" aria-labelledby={`question-${question.id}`}>
        <h2 id={`question-${question.id}`} tabIndex={-1}>
          <span>
            <span className="pb-hidden">{question.id} </span>
            {question.text[language]}
          </span>{' '}
          <span className="pb-ans-card-tags">
            {partial === undefined ? null : (
              <span className="pb-tag pb-tag-amber">
                {t('question.partial', { count: partial.given, total: partial.required })}
              </span>
            )}
            {question.mustAnswer ? (
              <span className={isOpen ? 'pb-tag pb-tag-amber' : 'pb-tag'}>{t('question.must')}</span>
            ) : null}
          </span>
        </h2>
        <div className="pb-ans-body">
          {sheet.state.submissions > 0 ? (
            <Suspense>
              <ShownReview sheet={sheet} question={question} />
            </Suspense>
          ) : null}
          <CorrectedNote sheet={sheet} questionId={question.id} />
          {entry.saved?.reconfirm && isToReconfirm(entry) ? (
            <ReconfirmNote
              question={question}
              reconfirm={entry.saved.reconfirm}
              answer={entry.saved}
              answering={answering}
              readOnly={readOnly}
            />
          ) : null}
          {entry.conflict === undefined ? null : (
            <Suspense fallback={<TextSkeleton lines={3} />}>
              <ConflictNotice question={question} entry={entry} theirs={entry.conflict} queue={queue} />
            </Suspense>
          )}
          {answering.rehearsal === true ? null : (
            <Suspense>
              <Suggestions question={question} answering={answering} readOnly={readOnly} />
            </Suspense>
          )}
          <AnswerForm
            question={question}
            entry={entry}
            queue={queue}
            readOnly={readOnly}
            helpId={`help-${question.id}-margin`}
            kept={answering.kept}
            earlier={earlier}
            aside={<div className="pb-ans-why-inside">{why('inside')}</div>}
          />
          <Suspense fallback={<TextSkeleton lines={2} />}>
            <div inert={answering.rehearsal === true}>
              <QuestionPieces question={question} answering={answering} readOnly={readOnly} />
            </div>
          </Suspense>
        </div>
        <CardFoot {...{ entry, answering, panel, toggle, hasDraft }} messages={thread?.messages ?? 0} />
        {panel === null ? null : (
          <div className="pb-ans-panel">
            <Suspense fallback={<TextSkeleton lines={3} />}>
              {panel === 'history' ? (
                <AnswerHistory assessmentId={sheet.state.assessmentId} question={question} entry={entry} />
              ) : (
                <QuestionThread assessmentId={sheet.state.assessmentId} questionId={question.id} />
              )}
            </Suspense>
          </div>
        )}
      </article>
      <div className="pb-ans-margin">{why('margin')}</div>
    </li>
  );
}

interface CardFootProps {
  readonly entry: Entry;
  readonly answering: Answering;
  readonly panel: Panel | null;
  readonly toggle: (panel: Panel) => void;
  readonly messages: number;
  /** A message was begun and not sent. */
  readonly hasDraft: boolean;
}

function CardFoot({ entry, answering, panel, toggle, messages, hasDraft }: CardFootProps): ReactNode {
  const { t, language } = useTranslation(answeringTexts);
  const { account } = useSignedIn();
  const { saved } = entry;
  const byOther = saved !== undefined && saved.savedBy !== account.name && saved.savedBy !== '';
  return (
    <footer className="pb-ans-foot">
      <SaveStatusLine status={statusOfEntry(entry, answering.state)} />
      <span className="pb-row pb-wrap" inert={answering.rehearsal === true}>
        {byOther ? (
          <StatusLine kind="note" live={false}>
            {isToday(saved.savedAt)
              ? t('changed-by', { name: saved.savedBy, time: formatTime(saved.savedAt, language) })
              : t('changed-by.on', { name: saved.savedBy, instant: formatInstant(saved.savedAt, language) })}
          </StatusLine>
        ) : null}
        {saved === undefined ? null : (
          <Button
            size="xs"
            variant="transparent"
            leftSection={<IconHistory size={14} aria-hidden />}
            aria-expanded={panel === 'history'}
            onClick={() => {
              toggle('history');
            }}
          >
            {t('history')}
          </Button>
        )}
        <Button
          size="xs"
          variant="transparent"
          leftSection={<IconMessageQuestion size={14} aria-hidden />}
          aria-expanded={panel === 'thread'}
          onClick={() => {
            toggle('thread');
          }}
        >
          {hasDraft ? t('thread.draft') : messages > 0 ? t('thread', { count: messages }) : t('ask')}
        </Button>
      </span>
    </footer>
  );
}
