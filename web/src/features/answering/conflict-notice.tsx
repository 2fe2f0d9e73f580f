import { Button } from '@mantine/core';
import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import type { ReactNode } from 'react';

import { formatInstant, formatTime, isToday } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { answerLines } from './answer-words.js';
import { answeringTexts } from './answering.texts.js';
import type { DraftAnswer, SavedAnswer } from './draft.js';
import type { Entry } from './queue-state.js';
import type { SaveQueue } from './save-queue.js';

interface ConflictNoticeProps {
  readonly question: SupplierQuestion;
  readonly entry: Entry;
  readonly theirs: SavedAnswer;
  readonly queue: SaveQueue;
}

/** Two people answered at once: both values side by side, and the person at the keyboard chooses. */
export function ConflictNotice({ question, entry, theirs, queue }: ConflictNoticeProps): ReactNode {
  const { t, language } = useTranslation(answeringTexts);
  const name = theirs.savedBy === '' ? t('conflict.somebody') : theirs.savedBy;
  const refocus = (): void =>
    document.getElementById(`question-${question.id}`)?.focus({ preventScroll: true });
  return (
    <section className="pb-ans-conflict" role="alert">
      <p className="pb-medium">
        {isToday(theirs.savedAt)
          ? t('conflict.title', { name, time: formatTime(theirs.savedAt, language) })
          : t('conflict.title.on', { name, instant: formatInstant(theirs.savedAt, language) })}
      </p>
      <div className="pb-ans-conflict-sides">
        <div>
          <h3>{t('conflict.mine')}</h3>
          <Said question={question} answer={entry.draft?.answer} />
          <Button
            size="xs"
            onClick={() => {
              queue.keepMine(question.id);
              refocus();
            }}
          >
            {t('conflict.keep')}
          </Button>
        </div>
        <div>
          <h3>{t('conflict.theirs', { name })}</h3>
          <Said question={question} answer={theirs} />
          <Button
            size="xs"
            onClick={() => {
              queue.takeTheirs(question.id);
              refocus();
            }}
          >
            {t('conflict.take', { name })}
          </Button>
        </div>
      </div>
    </section>
  );
}

interface SaidProps {
  readonly question: SupplierQuestion;
  readonly answer: DraftAnswer | undefined;
}

/** The whole of an answer: value, reason and comment. */
export function Said({ question, answer }: SaidProps): ReactNode {
  const { t, language } = useTranslation(answeringTexts);
  const lines = answerLines(question, answer, language);
  return (
    <div className="pb-ans-said">
      {lines.length === 0 ? <p className="pb-muted">{t('conflict.empty')}</p> : null}
      {lines.map((line, index) => (
        <p key={index}>{line}</p>
      ))}
      {answer?.justification ? <p className="pb-soft pb-sm">{answer.justification}</p> : null}
      {answer?.comment ? <p className="pb-soft pb-sm">{answer.comment}</p> : null}
    </div>
  );
}
