import type { ReactNode } from 'react';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { compareTexts } from './compare.texts.js';

interface KindFilterProps<Kind extends string> {
  readonly label: string;
  readonly all: { readonly label: string; readonly count: number };
  readonly kinds: readonly { readonly kind: Kind; readonly label: string; readonly count: number }[];
  readonly chosen: Kind | null;
  readonly onChoose: (kind: Kind | null) => void;
}

/** How many there are of each kind, and the way to see those alone. */
export function KindFilter<Kind extends string>({
  label,
  all,
  kinds,
  chosen,
  onChoose,
}: KindFilterProps<Kind>): ReactNode {
  const { language } = useTranslation(compareTexts);
  const choices = [{ kind: null, ...all }, ...kinds.filter(({ count }) => count > 0)];
  return (
    <div className="pb-kinds pb-no-print" role="group" aria-label={label}>
      {choices.map(({ kind, label: name, count }) => (
        <button
          key={kind ?? ''}
          type="button"
          aria-pressed={chosen === kind}
          onClick={() => {
            onChoose(kind);
          }}
        >
          {name} <span className="pb-tabular">{formatNumber(count, language, 0)}</span>
        </button>
      ))}
    </div>
  );
}
