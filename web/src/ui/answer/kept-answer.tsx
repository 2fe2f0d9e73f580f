import type { LibraryContent } from '@probant/shared/answer-library/library-entry';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { answerLines } from '@probant/shared/answers/answer-lines';
import { answerTexts } from './answer.texts.js';

/** The boundary: openapi.json calls both an object, and the API sends what shared describes. */
export function toLibraryContent({
  question,
  answer,
}: {
  readonly question: unknown;
  readonly answer: unknown;
}): LibraryContent {
  return { question, answer } as LibraryContent;
}

/** The whole of an answer that a supplier keeps: value, reason and comment. */
export function KeptAnswer({ question, answer }: LibraryContent): ReactNode {
  const { t, language } = useTranslation(answerTexts);
  if (answer.state === 'pieces') return <p className="pb-muted">{t('answer.pieces')}</p>;
  return (
    <div className="pb-kept-answer">
      {(answer.state === 'na' ? [t('answer.na.own')] : answerLines(question, answer, language)).map(
        (line, index) => (
          <p key={index}>{line}</p>
        ),
      )}
      {answer.state === 'na' ? <p className="pb-soft pb-sm">{answer.justification}</p> : null}
      {answer.comment === undefined ? null : <p className="pb-soft pb-sm">{answer.comment}</p>}
    </div>
  );
}
