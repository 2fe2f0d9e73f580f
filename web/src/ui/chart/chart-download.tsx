import { type ReactNode, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Disclosure } from '../shell/disclosure.js';
import { chartTexts } from './chart.texts.js';
import { chartCsv } from './chart-csv.js';
import { saveFile, standAlone, toPng } from './chart-picture.js';
import type { ChartTable } from './chart-table.js';

interface ChartDownloadProps {
  readonly title: string;
  readonly table: ChartTable;
  readonly fileName: string;
  /** Hands over the drawing, wherever it is. */
  readonly read: (take: (svg: SVGSVGElement) => Promise<void>) => Promise<void>;
  readonly button: ReactNode;
}

/** The drawing as an image or as itself, and the table behind it. */
export function ChartDownload({ title, table, fileName, read, button }: ChartDownloadProps): ReactNode {
  const { t, language } = useTranslation(chartTexts);
  const [failed, setFailed] = useState(false);
  const takers = {
    png: () =>
      read(async (svg) => {
        saveFile(await toPng(await standAlone(svg, title)), `${fileName}.png`);
      }),
    svg: () =>
      read(async (svg) => {
        const { text } = await standAlone(svg, title);
        saveFile(new Blob([text], { type: 'image/svg+xml' }), `${fileName}.svg`);
      }),
    csv: () => {
      saveFile(new Blob([chartCsv(table, language)], { type: 'text/csv' }), `${fileName}.csv`);
      return Promise.resolve();
    },
  };
  return (
    <>
      <Disclosure
        className="pb-chart-download"
        buttonClassName="pb-chart-button"
        label={t('download', { title })}
        button={button}
      >
        {(close) =>
          (['png', 'svg', 'csv'] as const).map((format) => (
            <button
              key={format}
              type="button"
              className="pb-chart-choice"
              onClick={() => {
                close();
                setFailed(false);
                takers[format]().catch(() => {
                  setFailed(true);
                });
              }}
            >
              {t(format)}
            </button>
          ))
        }
      </Disclosure>
      {failed ? (
        <p className="pb-xs" role="alert">
          {t('failed')}
        </p>
      ) : null}
    </>
  );
}
