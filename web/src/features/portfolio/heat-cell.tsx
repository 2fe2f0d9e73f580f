import { gradeOf } from '@probant/shared/scoring/grade';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { HeatCell } from './heat.js';
import { portfolioTexts } from './portfolio.texts.js';
import type { Summary } from './use-portfolio.js';

interface HeatCellBoxProps {
  readonly cell: HeatCell;
  readonly theme: string;
  readonly limits: Summary['gradeLimits'];
  /** Where the score is explained. */
  readonly to: string | null;
}

/** A whole number on the colour of its grade, ringed where a knock-out stands; hatched outside the scope, a dash without a score. */
export function HeatCellBox({ cell, theme, limits, to }: HeatCellBoxProps): ReactNode {
  const { t, language } = useTranslation(portfolioTexts);
  if (cell.kind !== 'risk') {
    return (
      <span className={`pb-heat-cell pb-heat-${cell.kind}`} title={`${theme}, ${t(`cell.${cell.kind}`)}`}>
        <span aria-hidden>{cell.kind === 'unscored' ? '–' : ''}</span>
        <span className="pb-hidden">{t(`cell.${cell.kind}`)}</span>
      </span>
    );
  }
  const names = cell.knockouts.map(({ id, name }) => `${id} ${name[language]}`).join(', ');
  const ring =
    cell.ring === 'none'
      ? ''
      : t(cell.ring === 'standing' ? 'cell.knockouts' : 'cell.undemonstrated', { names });
  const risk = t('cell.risk', { theme, risk: formatNumber(cell.risk, language, 1) });
  const shared = {
    className: `pb-heat-cell pb-fill-${gradeOf({ grades: limits }, cell.risk)}`,
    'data-ring': cell.ring,
    title: ring === '' ? risk : `${risk}, ${ring}`,
  };
  const content = (
    <>
      {formatNumber(cell.risk, language)}
      {ring === '' ? null : <span className="pb-hidden">, {ring}</span>}
    </>
  );
  if (to === null) return <span {...shared}>{content}</span>;
  return (
    <Link {...shared} to={to} tabIndex={-1}>
      {content}
    </Link>
  );
}
