import type { LibraryQuestion } from '@probant/shared/answer-library/library-question';
import { replacedWords, unansweredNames } from '@probant/shared/comparisons/comparison-views';
import type { AnswerValue } from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';

import { formatNumber, formatShare } from '../../platform/i18n/format.js';
import type { Language } from '../../platform/i18n/language.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { answerLines, valueLines } from '@probant/shared/answers/answer-lines';
import { EvidenceBars } from '../../ui/score/evidence-bars.js';
import { comparisonTexts } from './comparison.texts.js';
import type { ComparedCell, ComparedRow } from './use-comparison.js';

interface CellWordsProps {
  readonly row: ComparedRow;
  /** Nothing: the version of this side has no such question. */
  readonly cell: ComparedCell | undefined;
  readonly isEmpty: boolean;
  /** The most points that any side has here. */
  readonly most: number;
}

/** What was answered, how well it is proven, and what it adds to the score. */
export function CellWords({ row, cell, isEmpty, most }: CellWordsProps): ReactNode {
  const { t, language } = useTranslation(comparisonTexts);
  if (cell === undefined) {
    return <p className="pb-sm pb-muted">{t(isEmpty ? 'empty-side' : 'not-asked')}</p>;
  }
  // The boundary: openapi.json calls the question an object, and the API sends one as it was asked.
  const asked = (cell.question ?? row.question) as unknown as LibraryQuestion;
  return (
    <div className="pb-compare-cell">
      <Lines lines={linesOf(cell, asked, language)} />
      {cell.replaced ? <p className="pb-xs pb-amber">{replacedWords[language]}</p> : null}
      {cell.question === null ? null : (
        <p className="pb-xs pb-soft">{t('reworded', { text: asked.text[language] })}</p>
      )}
      {cell.comment === '' ? null : (
        <p className="pb-xs pb-soft pb-compare-comment">{t('comment', { text: cell.comment })}</p>
      )}
      {cell.status === 'out-of-scope' ? null : <Weighed cell={cell} most={most} />}
    </div>
  );
}

/** A table of many rows would push the next question out of sight. */
const linesShown = 3;

function Lines({ lines }: { readonly lines: readonly string[] }): ReactNode {
  const { t } = useTranslation(comparisonTexts);
  const rest = lines.slice(linesShown);
  return (
    <>
      {lines.slice(0, linesShown).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {rest.length === 0 ? null : (
        <details>
          <summary>{t('lines.more', { count: rest.length })}</summary>
          {rest.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </details>
      )}
    </>
  );
}

function linesOf(cell: ComparedCell, asked: LibraryQuestion, language: Language): readonly string[] {
  switch (cell.status) {
    case 'answered':
      // The boundary: the API sends a value of the type of its question.
      return cell.value === null ? [] : valueLines(asked, cell.value as unknown as AnswerValue, language);
    case 'refused':
      return answerLines(asked, { state: 'refused' }, language);
    case 'na':
      return answerLines(asked, { state: 'na', justification: '' }, language);
    case 'missing':
      return answerLines(asked, undefined, language);
    case 'inherited':
    case 'out-of-scope':
      return [unansweredNames[cell.status][language]];
  }
}

function Weighed({ cell, most }: Pick<CellWordsProps, 'most'> & { readonly cell: ComparedCell }): ReactNode {
  const { t, language } = useTranslation(comparisonTexts);
  const { phi, level, counted, points, status } = cell;
  const proven = status === 'answered' || status === 'inherited';
  return (
    <div className="pb-compare-weighed">
      {proven ? (
        level !== null ? (
          <EvidenceBars level={level} />
        ) : (
          <span className="pb-xs pb-soft">
            {phi === 0 ? t('proof.none') : t('proof.part', { share: formatShare(phi, language) })}
          </span>
        )
      ) : (
        <span />
      )}
      <span className="pb-meter" aria-hidden>
        <span style={{ width: `${most > 0 ? (100 * points) / most : 0}%` }} />
      </span>
      <span className="pb-xs pb-tabular pb-nowrap">
        {counted
          ? t('points', { count: Math.floor(points), points: formatNumber(points, language, 2) })
          : t('points.out')}
      </span>
    </div>
  );
}
