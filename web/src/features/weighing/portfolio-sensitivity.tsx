import { memo, type ReactNode } from 'react';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { gradeLetters } from '../../ui/score/grade-badge.js';
import type { MatrixView } from './matrix-client.js';
import type { MatrixRows, MeasuredTheme } from './matrix-messages.js';
import type { RowNames } from './row-names.js';
import { letterOf } from './row-view.js';
import { useRowNames } from './use-matrix.js';
import type { WeighingReply } from './use-weighing.js';
import { showWeight } from './weight-slider.js';
import { weighingTexts } from './weighing.texts.js';

interface PortfolioSensitivityProps {
  readonly rows: MatrixRows;
  readonly measured: MatrixView['measured'];
  readonly names: RowNames;
  readonly documents: WeighingReply['documents'];
  readonly most: number;
}

const shownThemes = 10;

/** How many grades each weight alone can change, and the smallest change of it that changes one. */
export const PortfolioSensitivity = memo(function PortfolioSensitivity(
  props: PortfolioSensitivityProps,
): ReactNode {
  const { t, language } = useTranslation(weighingTexts);
  const { rows, measured, most } = props;
  const themes = (measured?.themes ?? [])
    .filter(({ atNone, atMost, nearest }) => atNone + atMost > 0 || nearest !== null)
    .toSorted((one, other) => reachOf(other) - reachOf(one))
    .slice(0, shownThemes);
  useRowNames(
    props.names,
    themes.flatMap(({ nearest }) => (nearest === null ? [] : [rows.numbers[nearest.row] ?? 0])),
  );
  const largest = Math.max(1, ...themes.flatMap(({ atNone, atMost }) => [atNone, atMost]));
  const none = showWeight(0, language);
  return (
    <section aria-labelledby="sensitive-title" className="pb-sensitive">
      <h2 id="sensitive-title">{t('sensitive.title')}</h2>
      <p className="pb-sm">{t('sensitive.help', { none, most: showWeight(most, language) })}</p>
      {measured === null ? <ListSkeleton rows={4} /> : null}
      {measured !== null && themes.length === 0 ? (
        <p className="pb-sm pb-soft">{t('sensitive.none')}</p>
      ) : null}
      <ul>
        {themes.map((one) => (
          <SensitiveTheme key={one.theme} {...props} one={one} largest={largest} />
        ))}
      </ul>
    </section>
  );
});

const reachOf = ({ atNone, atMost }: MeasuredTheme): number => atNone + atMost;

interface SensitiveThemeProps extends PortfolioSensitivityProps {
  readonly one: MeasuredTheme;
  readonly largest: number;
}

function SensitiveTheme({ rows, measured, names, documents, one, largest }: SensitiveThemeProps): ReactNode {
  const { t, language } = useTranslation(weighingTexts);
  const { theme, atNone, atMost, nearest } = one;
  const title =
    documents.flatMap(({ themes }) => themes).find(({ code }) => code === theme)?.title[language] ?? theme;
  const count = (number: number): string => formatNumber(number, language, 0);
  const width = (number: number) => ({ width: `${(100 * number) / largest}%` });
  return (
    <li>
      <p className="pb-xs pb-ellipsis">{title}</p>
      <p className="pb-hidden">{t('sensitive.line', { none: count(atNone), most: count(atMost) })}</p>
      <div className="pb-sensitive-bar pb-xs pb-tabular" aria-hidden>
        <span>{count(atNone)}</span>
        <i className="pb-swing-none" style={width(atNone)} />
        <i className="pb-swing-most" style={width(atMost)} />
        <span>{count(atMost)}</span>
      </div>
      {nearest === null ? null : (
        <p className="pb-sensitive-nearest pb-xs pb-muted">
          {t('sensitive.nearest', {
            weight: formatNumber(nearest.weight, language, 2),
            now: formatNumber(measured?.weights.themes?.[theme] ?? 0, language, 2),
            name: names.get(rows.numbers[nearest.row] ?? 0)?.supplierName ?? '…',
            ...gradesAround(one.grade, nearest.worse),
          })}
        </p>
      )}
    </li>
  );
}

function gradesAround(grade: number | null, worse: boolean) {
  const from = letterOf(grade ?? undefined) ?? '–';
  const to = gradeLetters[(grade ?? 0) + (worse ? 1 : -1)] ?? '–';
  return { from, to };
}
