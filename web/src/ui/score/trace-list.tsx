import './trace-list.css';

import type { ReactNode } from 'react';

import { formatChange } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { scorePartTexts } from './score-parts.texts.js';

export interface TraceLine {
  readonly key: string;
  /** A sentence that stands alone. */
  readonly sentence: ReactNode;
  /** Reference, risk, weight in its theme: the arithmetic in small print. */
  readonly arithmetic?: ReactNode;
  /** Points it adds to the score; `null` for a line that adds none, such as a floor. */
  readonly points: number | null;
  /** A knock-out carries the wall's colour and usually its quotation. */
  readonly knockout?: boolean;
  /** A quotation, a link to the lesson. */
  readonly source?: ReactNode;
}

/** Where a score comes from, line by line; the lines add up to it. */
export function TraceList({
  lines,
  label,
}: {
  readonly lines: readonly TraceLine[];
  readonly label: string;
}): ReactNode {
  const { t, language } = useTranslation(scorePartTexts);
  return (
    <ol className="pb-trace" aria-label={label}>
      {lines.map((line) => (
        <li key={line.key} data-knockout={line.knockout ? '' : undefined}>
          <div>
            <p>{line.sentence}</p>
            {line.arithmetic ? <p className="pb-trace-why">{line.arithmetic}</p> : null}
            {line.source}
          </div>
          <p className="pb-trace-points">
            {line.points === null ? null : (
              <>
                <span className="pb-hidden">{t('trace.points')} </span>
                {formatChange(line.points, language, 2)}
              </>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
