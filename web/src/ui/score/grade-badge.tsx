import './grade-badge.css';

import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { gradeTexts } from './grade.texts.js';

/** The letters, from the least risk to the most. */
export const gradeLetters = ['A', 'B', 'C', 'D', 'E'] as const;
export type GradeLetter = (typeof gradeLetters)[number];

interface GradeBadgeProps {
  /** `null` while there is no score: a dash, never a guess. */
  readonly grade: GradeLetter | null;
  readonly size?: 20 | 24 | 32 | 64;
}

/** The grade as a letter on its colour: the letter is always there, the colour never speaks alone. */
export function GradeBadge({ grade, size = 20 }: GradeBadgeProps): ReactNode {
  const { t } = useTranslation(gradeTexts);
  const label = grade ? t('grade.label', { grade }) : t('grade.none');
  return (
    <span
      className={`pb-grade pb-grade-${size} ${grade ? `pb-fill-${grade}` : 'pb-grade-none'}`}
      role="img"
      aria-label={label}
      title={label}
    >
      {grade ?? '–'}
    </span>
  );
}
