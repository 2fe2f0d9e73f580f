import type { AnswerValue, Question, TableRow } from '@probant/shared/questionnaires/document';
import { cellInWords } from '@probant/shared/scoring/answer-words';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { judgingTexts } from './judging.texts.js';

interface AnswerTableProps {
  readonly question: Extract<Question, { type: 'table' }>;
  readonly value: AnswerValue;
}

/** The rows of a table answer; columns that nobody filled in are left out. */
export function AnswerTable({ question, value }: AnswerTableProps): ReactNode {
  const { t, language } = useTranslation(judgingTexts);
  const items: readonly (string | TableRow)[] = Array.isArray(value) ? value : [];
  const rows = items.filter((item) => typeof item !== 'string');
  const columns = question.columns.filter(({ key }) => rows.some((row) => row[key] !== undefined));
  if (rows.length === 0) return <p className="pb-lg pb-medium">{t('answer.rows.none')}</p>;
  return (
    // Scrolled with the keyboard as well.
    <div className="pb-examine-table" tabIndex={0} role="region" aria-label={t('answer')}>
      <table>
        <thead>
          <tr>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col">
                {label[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // A row has no name of its own: its place is all there is.
            <tr key={at}>
              {columns.map((column) => (
                <td key={column.key}>{cellInWords(column, row[column.key], language)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
