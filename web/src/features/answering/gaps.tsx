import { findQuestion } from '@probant/shared/answers/visibility';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { reviewTexts } from './review.texts.js';
import { isWaiting, type SaveStatus } from './queue-state.js';
import { saveWords } from './save-words.js';
import type { Answering } from './use-answering.js';

interface GapsProps {
  readonly answering: Answering;
  readonly status: SaveStatus;
}

/** What is missing: first what blocks, then what the buyer will see as a gap. */
export function Gaps({ answering, status }: GapsProps): ReactNode {
  const { t, language } = useTranslation(reviewTexts);
  const { mustAnswer, unanswered, piecesMissing } = answering.completion;
  const unsaved = [...answering.state.entries].filter(([, entry]) => isWaiting(entry)).map(([id]) => id);
  const blocked = mustAnswer.length > 0 || unsaved.length > 0;
  return (
    <>
      <section className="pb-review-gap">
        <h2>{t('blocks')}</h2>
        {blocked ? null : (
          <p className="pb-row">
            <IconCircleCheck size={18} className="pb-ok" aria-hidden />
            {t('blocks.none')}
          </p>
        )}
        {unsaved.length > 0 ? (
          <>
            <p className="pb-amber">{t('blocks.unsaved', { status: saveWords(status, language).words })}</p>
            <QuestionLinks answering={answering} ids={unsaved} />
          </>
        ) : null}
        {mustAnswer.length > 0 ? (
          <>
            <p className="pb-amber">{t('blocks.text', { count: mustAnswer.length })}</p>
            <QuestionLinks answering={answering} ids={mustAnswer} />
          </>
        ) : null}
      </section>
      {unanswered.length === 0 && piecesMissing.length === 0 && !blocked ? (
        <p className="pb-section pb-soft">{t('complete')}</p>
      ) : null}
      {unanswered.length > 0 ? (
        <section className="pb-section">
          <h2>{t('open')}</h2>
          <p className="pb-soft">{t('open.text', { count: unanswered.length })}</p>
          <QuestionLinks answering={answering} ids={unanswered} />
        </section>
      ) : null}
      {piecesMissing.length > 0 ? (
        <section className="pb-section">
          <h2>{t('pieces')}</h2>
          <p className="pb-soft">{t('pieces.text', { count: piecesMissing.length })}</p>
          <QuestionLinks answering={answering} ids={piecesMissing} />
        </section>
      ) : null}
    </>
  );
}

interface QuestionLinksProps {
  readonly answering: Answering;
  readonly ids: readonly string[];
}

function QuestionLinks({ answering, ids }: QuestionLinksProps): ReactNode {
  const { t, language } = useTranslation(reviewTexts);
  const { document, state } = answering.sheet;
  const list = (
    <ul className="pb-review-links">
      {ids.map((id) => (
        <li key={id}>
          <Link to={`/requests/${state.assessmentId}?q=${encodeURIComponent(id)}`}>
            <span className="pb-mono">{id}</span>
            <span>{findQuestion(document, id)?.text[language] ?? id}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
  if (ids.length <= shownAtOnce) return list;
  return (
    <details>
      <summary className="pb-review-summary">{t('gaps.show', { count: ids.length })}</summary>
      {list}
    </details>
  );
}

/** A longer list opens on request: the attestation stays in sight. */
const shownAtOnce = 12;
