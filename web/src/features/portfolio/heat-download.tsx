import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ChartDownload } from '../../ui/chart/chart-download.js';
import { drawnApart } from '../../ui/chart/chart-picture.js';
import { HeatDrawing } from './heat-drawing.js';
import { portfolioTexts } from './portfolio.texts.js';
import type { Standing, Summary } from './use-portfolio.js';

interface HeatDownloadProps {
  readonly rows: readonly Standing[];
  readonly summary: Summary;
}

/** The map as it is on the screen, as an image, a drawing or a table. */
export function HeatDownload({ rows, summary }: HeatDownloadProps): ReactNode {
  const { t, language } = useTranslation(portfolioTexts);
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  const table = {
    columns: [
      { title: t('column.engagement') },
      { title: t('column.grade') },
      { title: t('column.score') },
      ...summary.themes.map(({ title }) => ({ title: title[language] })),
    ],
    rows: rows.map((row) => ({
      key: row.engagementId,
      cells: [
        `${row.supplierName}, ${row.engagementName}`,
        row.grade,
        row.score === null ? null : tenth(row.score),
        ...summary.themes.map(({ code }) => {
          const risk = row.themes[code];
          return risk === undefined ? null : tenth(risk * 100);
        }),
      ],
    })),
  };
  return (
    <ChartDownload
      title={t('map.title')}
      table={table}
      fileName="probant-map"
      read={(take) => drawnApart(<HeatDrawing rows={rows} summary={summary} language={language} />, take)}
      button={<IconDownload size={16} aria-hidden />}
    />
  );
}
