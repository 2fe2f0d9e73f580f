import type { AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import { statusNames } from '@probant/shared/assessments/status-names';
import type { ReactNode } from 'react';

import { useLanguage } from '../../platform/i18n/language.js';

const tones: Partial<Readonly<Record<AssessmentStatus, string>>> = {
  submitted: 'pb-tag-blue',
  'in-review': 'pb-tag-blue',
  decided: 'pb-tag-ok',
};

/** The status of an assessment: blue when the buyer is waited for. */
export function StatusTag({ status }: { readonly status: AssessmentStatus }): ReactNode {
  const language = useLanguage();
  return <span className={`pb-tag ${tones[status] ?? ''}`}>{statusNames[status][language]}</span>;
}
