import { findQuestion } from '@probant/shared/answers/visibility';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { reviewTexts } from './review.texts.js';
import type { Answering } from './use-answering.js';

export interface Gap {
  /** Empty for the request as a whole. */
  readonly id: string;
  /** What about the question, where the question alone does not say it. */
  readonly note?: string;
}

interface GapListProps {
  readonly answering: Answering;
  readonly title?: string;
  readonly text: ReactNode;
  readonly gaps: readonly Gap[];
  readonly isBlocking?: boolean;
}

/** A longer list opens on request: the attestation stays in sight. */
const shownAtOnce = 12;

/** Questions of one kind, each a link to its card. Nothing when there is none. */
export function GapList({ answering, title, text, gaps, isBlocking = false }: GapListProps): ReactNode {
  const { t } = useTranslation(reviewTexts);
  if (gaps.length === 0) return null;
  const list = (
    <ul className="pb-review-links">
      {gaps.map((gap, index) => (
        // A question may stand here for several of its pieces.
        <li key={index}>
          <GapLink answering={answering} gap={gap} />
        </li>
      ))}
    </ul>
  );
  const shown =
    gaps.length <= shownAtOnce ? (
      list
    ) : (
      <details>
        <summary className="pb-review-summary">{t('gaps.show', { count: gaps.length })}</summary>
        {list}
      </details>
    );
  if (isBlocking) {
    return (
      <>
        <p className="pb-amber">{text}</p>
        {shown}
      </>
    );
  }
  return (
    <section className="pb-section">
      <h2>{title}</h2>
      <p className="pb-soft">{text}</p>
      {shown}
    </section>
  );
}

function GapLink({ answering, gap }: { readonly answering: Answering; readonly gap: Gap }): ReactNode {
  const { t, language } = useTranslation(reviewTexts);
  const { document, state } = answering.sheet;
  const { id, note } = gap;
  return (
    <Link to={`/requests/${state.assessmentId}${id === '' ? '' : `?q=${encodeURIComponent(id)}`}`}>
      <span className="pb-mono">{id}</span>
      <span>
        {id === '' ? t('begun.request') : (findQuestion(document, id)?.text[language] ?? id)}
        {note === undefined ? null : <span className="pb-amber pb-review-note">{note}</span>}
      </span>
    </Link>
  );
}
