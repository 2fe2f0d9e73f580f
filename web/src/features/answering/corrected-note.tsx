import type { ReactNode } from 'react';

import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { changesTexts } from './changes.texts.js';
import { useCorrections } from './use-changes.js';
import type { Sheet } from './use-sheet.js';

interface CorrectedNoteProps {
  readonly sheet: Sheet;
  readonly questionId: string;
}

/** Under a question whose text was put right after it was sent: since when, and what stood there. */
export function CorrectedNote({ sheet, questionId }: CorrectedNoteProps): ReactNode {
  const { t, language } = useTranslation(changesTexts);
  const corrections = useCorrections(sheet.state).data ?? [];
  const own = corrections.filter(({ subject }) => subject === questionId);
  if (own.length === 0) return null;
  return (
    <ul className="pb-corrected pb-xs pb-muted">
      {own.map(({ id, before, correctedAt }) => (
        <li key={id}>
          <details>
            <summary>{t('corrected', { day: formatDay(correctedAt.slice(0, 10), language) })}</summary>
            {t('corrected.before')}
            {language === 'fr' ? '\u00a0: ' : ': '}
            <q>{before[language]}</q>
          </details>
        </li>
      ))}
    </ul>
  );
}
