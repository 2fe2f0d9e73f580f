import { IconArrowRight } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';

import { formatChange, formatNumber, formatShare } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { GradeBadge, gradeLetters } from '../../ui/score/grade-badge.js';
import type { ChangedRow, MatrixRows, Tried } from './matrix-messages.js';
import type { RowNames } from './row-names.js';
import { rowView } from './row-view.js';
import { useRowNames } from './use-matrix.js';
import type { WeighingReply } from './use-weighing.js';
import { weighingTexts } from './weighing.texts.js';

interface GradeChangesProps {
  readonly rows: MatrixRows;
  readonly tried: Tried;
  readonly names: RowNames;
  readonly documents: WeighingReply['documents'];
}

/** Grades that change and why. Memoized: it follows the ranking, not the slider. */
export const GradeChanges = memo(function GradeChanges(props: GradeChangesProps): ReactNode {
  const { t, language } = useTranslation(weighingTexts);
  const { rows, tried } = props;
  const { changed, effects } = tried;
  useRowNames(
    props.names,
    changed.map(({ row }) => rows.numbers[row] ?? 0),
  );
  return (
    <section aria-labelledby="changes-title">
      <h2 id="changes-title">{t('changes.title')}</h2>
      <GradeSpread before={effects.before} after={effects.after} />
      {effects.changedCount === 0 ? (
        <p className="pb-sm pb-soft">{t('changes.none')}</p>
      ) : (
        <p className="pb-sm">
          {t('changes.count', {
            count: effects.changedCount,
            number: formatNumber(effects.changedCount, language, 0),
          })}
        </p>
      )}
      <ul className="pb-changes">
        {changed.map((one) => (
          <li key={rows.numbers[one.row]}>
            <GradeChange {...props} one={one} />
          </li>
        ))}
      </ul>
      {effects.changedCount > changed.length ? (
        <p className="pb-xs pb-muted">
          {t('changes.more', {
            count: effects.changedCount - changed.length,
            number: formatNumber(effects.changedCount - changed.length, language, 0),
          })}
        </p>
      ) : null}
      {effects.floors > 0 ? (
        <p className="pb-xs pb-muted">
          {t('changes.floors', {
            count: effects.floors,
            number: formatNumber(effects.floors, language, 0),
            total: formatNumber(rows.count, language, 0),
          })}
        </p>
      ) : null}
    </section>
  );
});

/** How many have each grade, published and with the weights tried. */
function GradeSpread({ before, after }: Pick<Tried['effects'], 'before' | 'after'>): ReactNode {
  const { t, language } = useTranslation(weighingTexts);
  const cells = (counts: readonly number[]) =>
    gradeLetters.map((letter, place) => (
      <td key={letter} className="pb-num">
        {formatNumber(counts[place] ?? 0, language, 0)}
      </td>
    ));
  return (
    <table className="pb-spread pb-sm">
      <thead>
        <tr>
          <td />
          {gradeLetters.map((letter) => (
            <th key={letter} scope="col">
              <GradeBadge grade={letter} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr className="pb-muted">
          <th scope="row">{t('head.rank.published')}</th>
          {cells(before)}
        </tr>
        <tr>
          <th scope="row">{t('head.rank.trial')}</th>
          {cells(after)}
        </tr>
      </tbody>
    </table>
  );
}

function GradeChange({
  rows,
  tried,
  names,
  documents,
  one: { row, reason },
}: GradeChangesProps & { readonly one: ChangedRow }): ReactNode {
  const { t, language } = useTranslation(weighingTexts);
  const { number, publishedGrade, grade, change } = rowView(rows, tried, row, 0);
  const name = names.get(number);
  const theme = documents.flatMap(({ themes }) => themes).find(({ code }) => code === reason?.theme);
  return (
    <>
      <p className="pb-row">
        <span className={name ? 'pb-medium pb-ellipsis' : 'pb-rank-unnamed'}>{name?.supplierName}</span>
        <GradeBadge grade={publishedGrade} />
        <IconArrowRight size={14} aria-hidden />
        <GradeBadge grade={grade} />
        <span className="pb-grow" />
        <span className="pb-num pb-strong">{formatChange(change, language, 2)}</span>
      </p>
      <p className="pb-xs pb-muted">{name?.engagementName}</p>
      {reason && theme ? (
        <p className="pb-xs pb-muted">
          {t('changes.reason', {
            theme: theme.title[language],
            share: formatShare(reason.share, language, 1),
            before: formatShare(reason.shareBefore, language, 1),
            risk: formatNumber(reason.risk * 100, language),
          })}
        </p>
      ) : null}
    </>
  );
}
