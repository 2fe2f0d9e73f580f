import { findingStatusNames, isPending, type FindingStatus } from '@probant/shared/findings/finding';
import type { ReactNode } from 'react';

import { useLanguage } from '../../platform/i18n/language.js';

/** Where a finding stands, in a word: amber while somebody is expected to act. */
export function FindingStatusTag({ status }: { readonly status: FindingStatus }): ReactNode {
  const language = useLanguage();
  return <span className={`pb-tag ${toneOf(status)}`}>{findingStatusNames[status][language]}</span>;
}

function toneOf(status: FindingStatus): string {
  if (status === 'verified') return 'pb-tag-ok';
  if (status === 'agreed') return 'pb-tag-blue';
  return isPending(status) ? 'pb-tag-amber' : '';
}
