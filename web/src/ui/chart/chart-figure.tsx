import './chart.css';

import { IconDownload, IconTable } from '@tabler/icons-react';
import { type ReactNode, useId, useRef, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Segments } from '../input/segments.js';
import { chartTexts } from './chart.texts.js';
import { ChartDownload } from './chart-download.js';
import { type ChartTable, ChartTableView } from './chart-table.js';

interface ChartFigureProps {
  readonly title: string;
  /** What is counted, under the title. */
  readonly note?: ReactNode;
  readonly table: ChartTable;
  /** Name of the files, without their ending. */
  readonly fileName: string;
  /** What stands at the right of the title. */
  readonly beside?: ReactNode;
  /** An SVG whose viewBox is what it measures. */
  readonly children: ReactNode;
  /** Beside a list, where there is little room. */
  readonly compact?: boolean;
}

const presentations = ['drawing', 'table'] as const;

/** A chart: drawn, or as the table behind it; both can be taken away. */
export function ChartFigure(props: ChartFigureProps): ReactNode {
  const { title, note, table, fileName, beside, children, compact = false } = props;
  const { t } = useTranslation(chartTexts);
  const [shown, setShown] = useState<(typeof presentations)[number]>('drawing');
  const drawing = useRef<HTMLDivElement>(null);
  const titleId = useId();
  return (
    <section className="pb-chart" aria-labelledby={titleId}>
      <div className="pb-chart-head">
        <h2 id={titleId}>{title}</h2>
        {beside}
        <div className="pb-chart-acts">
          {compact ? (
            <button
              type="button"
              className="pb-chart-button"
              aria-pressed={shown === 'table'}
              aria-label={t('table.of', { title })}
              onClick={() => {
                setShown(shown === 'table' ? 'drawing' : 'table');
              }}
            >
              <IconTable size={16} aria-hidden />
            </button>
          ) : (
            <Segments
              label={t('presentation', { title })}
              values={presentations}
              chosen={shown}
              name={(one) => t(one)}
              onChoose={setShown}
            />
          )}
          <ChartDownload
            title={title}
            table={table}
            fileName={fileName}
            read={(take) => {
              const svg = drawing.current?.querySelector('svg');
              return svg ? take(svg) : Promise.reject(new Error('nothing is drawn'));
            }}
            button={<IconDownload size={16} aria-hidden />}
          />
        </div>
      </div>
      {note === undefined ? null : <p className="pb-sm pb-soft">{note}</p>}
      {/* Out of sight rather than gone: what is downloaded is what was drawn. */}
      <div
        ref={drawing}
        className={shown === 'drawing' ? 'pb-chart-drawing' : 'pb-chart-apart'}
        inert={shown !== 'drawing'}
      >
        {children}
      </div>
      {shown === 'table' ? <ChartTableView table={table} caption={title} /> : null}
    </section>
  );
}
