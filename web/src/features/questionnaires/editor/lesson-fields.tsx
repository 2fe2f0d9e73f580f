import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';

import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { Quote } from '../../../ui/law/quote.js';
import { editorTexts } from './editor.texts.js';
import { Picker } from './picker.js';

interface LessonFieldsProps {
  readonly document: QuestionnaireDocument;
  readonly chosen: readonly string[];
  readonly onChosen: (ids: readonly string[]) => void;
}

/** Why something is asked or holds: lessons of the questionnaire, each with its quote. */
export function LessonFields({ document, chosen, onChosen }: LessonFieldsProps): ReactNode {
  const { t, language } = useTranslation(editorTexts);
  const lessons = new Map(document.lessons.map((lesson) => [lesson.id, lesson]));
  const nameOf = (id: string): string => {
    const lesson = lessons.get(id);
    const source = document.sources.find((one) => one.id === lesson?.seed)?.short[language];
    const words = lesson?.quote ?? lesson?.reference ?? '';
    return [id, source, words.length > 70 ? `${words.slice(0, 70)}…` : words].filter(Boolean).join(' – ');
  };
  return (
    <Picker
      label={t('lesson')}
      at="/ref"
      chosen={chosen}
      offered={document.lessons.map(({ id }) => id)}
      name={nameOf}
      nameOfChosen={(id) => (lessons.get(id)?.quote === undefined ? nameOf(id) : id)}
      onChosen={onChosen}
      detail={(id) => {
        const lesson = lessons.get(id);
        const citation = document.sources.find((one) => one.id === lesson?.seed)?.citation[language];
        return lesson?.quote === undefined ? null : (
          <Quote size="small" source={citation}>
            {lesson.quote}
          </Quote>
        );
      }}
    />
  );
}
