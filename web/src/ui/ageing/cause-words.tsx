import { lapseKindNames } from '@probant/shared/ageing/lapse-names';
import { curveCauses, type CurveCause } from '@probant/shared/ageing/curve';
import type { ReactNode } from 'react';

import { formatInstantDay, formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ageingTexts } from './ageing.texts.js';
import type { CurvePoint } from './use-ageing.js';

/** In words, why the score stands where it stands from that point on. */
export function CauseWords({
  point,
  withDay = false,
}: {
  readonly point: CurvePoint;
  readonly withDay?: boolean;
}): ReactNode {
  const { t, language } = useTranslation(ageingTexts);
  const causes = curveCauses.filter((cause) => point.causes.includes(cause));
  const told = causes.map((cause) => words(cause, point)).join(' · ');
  return withDay
    ? `${formatInstantDay(point.at, language)} · ${told} · ${point.score === null ? '–' : formatNumber(point.score, language, 2)}`
    : told;

  function words(cause: CurveCause, { submissionNumber, judgements, lapsed }: CurvePoint): string {
    switch (cause) {
      case 'submitted':
        return t('cause.submitted', { number: submissionNumber });
      case 'review':
        return t('cause.review', { count: judgements });
      case 'ageing':
        if (lapsed.length === 0) return t('cause.ageing');
        return lapsed
          .map(({ kind, name, questions }) => {
            const named = lapseKindNames[kind][language].toLowerCase();
            return name === ''
              ? t('lapsed.answer', { questions: questions.join(', '), kind: named })
              : t('lapsed.piece', { name, kind: named });
          })
          .join(' · ');
      default:
        return t(`cause.${cause}`);
    }
  }
}
