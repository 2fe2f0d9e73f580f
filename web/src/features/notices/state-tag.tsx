import { noticeStateNames } from '@probant/shared/notices/lifecycle';
import type { ReactNode } from 'react';

import { useLanguage } from '../../platform/i18n/language.js';
import type { Notice } from './use-notices.js';

const tones: Partial<Record<Notice['state'], string>> = {
  sent: 'pb-tag pb-tag-blue',
  received: 'pb-tag pb-tag-blue',
  'not-collected': 'pb-tag pb-tag-amber',
  'partly-cured': 'pb-tag pb-tag-amber',
  'not-cured': 'pb-tag pb-tag-amber',
  cured: 'pb-tag pb-tag-ok',
  terminated: 'pb-tag pb-tag-ink',
  effective: 'pb-tag pb-tag-ink',
  'data-returned': 'pb-tag pb-tag-ink',
};

/** Where a formal notice stands, in words. */
export function StateTag({ state }: { readonly state: Notice['state'] }): ReactNode {
  const language = useLanguage();
  return <span className={tones[state] ?? 'pb-tag'}>{noticeStateNames[state][language]}</span>;
}
