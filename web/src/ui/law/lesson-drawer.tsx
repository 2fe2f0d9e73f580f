import './lesson-drawer.css';
import '../score/score-summary.css';

import { Drawer } from '@mantine/core';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { scoreTexts } from '../score/score.texts.js';
import { findLesson } from '../score/trace-lines.js';
import { uiTexts } from '../ui.texts.js';
import { LessonLink } from './lesson-link.js';
import { Quote } from './quote.js';

interface LessonDrawerProps {
  readonly document: QuestionnaireDocument;
  /** The lesson shown; `null` closes the drawer. */
  readonly lessonId: string | null;
  /** The lessons of the same question, this one among them. */
  readonly related: readonly string[];
  readonly onChoose: (lessonId: string) => void;
  readonly onClose: () => void;
}

/** A lesson beside the work it explains: the words of the source, as the frozen questionnaire holds them. */
export function LessonDrawer({
  document,
  lessonId,
  related,
  onChoose,
  onClose,
}: LessonDrawerProps): ReactNode {
  const { t } = useTranslation(scoreTexts);
  const { t: ui } = useTranslation(uiTexts);
  const others = related.filter((id) => id !== lessonId);
  return (
    <Drawer
      opened={lessonId !== null}
      onClose={onClose}
      position="right"
      size="md"
      title={lessonId === null ? '' : t('lesson.title', { id: lessonId })}
      closeButtonProps={{ 'aria-label': ui('close') }}
      attributes={{ header: { role: 'presentation' } }}
      classNames={{ content: 'pb-lesson-drawer', title: 'pb-modal-title' }}
    >
      <div className="pb-stack">
        {lessonId === null ? null : <Lesson document={document} lessonId={lessonId} />}
        {others.length === 0 ? null : (
          <section>
            <h3 className="pb-label">{t('lesson.others')}</h3>
            <ul className="pb-row pb-wrap" style={{ marginTop: 6 }}>
              {others.map((id) => (
                <li key={id}>
                  <button
                    type="button"
                    className="pb-score-link pb-score-link-blue pb-mono"
                    onClick={() => {
                      onChoose(id);
                    }}
                  >
                    {id}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className="pb-legal">{t('lesson.legal')}</p>
      </div>
    </Drawer>
  );
}

function Lesson({
  document,
  lessonId,
}: {
  readonly document: QuestionnaireDocument;
  readonly lessonId: string;
}): ReactNode {
  const { t, language } = useTranslation(scoreTexts);
  const lesson = findLesson(document, lessonId);
  if (lesson === undefined) return <p>{t('lesson.missing')}</p>;
  const { quote, reference, source } = lesson;
  return (
    <>
      <p className="pb-soft">{t(quote === undefined ? 'lesson.reference' : 'lesson.quoted')}</p>
      {quote === undefined ? <p>{reference}</p> : <Quote source={source?.citation[language]}>{quote}</Quote>}
      <LessonLink lessonId={lessonId} />
    </>
  );
}
