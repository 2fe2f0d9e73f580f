import { IconAlertTriangle, IconCheck, IconCircleDashed, IconMinus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { contractTexts } from './contracts.texts.js';
import type { Status } from './use-contract.js';

const looks = {
  present: { icon: IconCheck, tone: 'pb-tag-ok' },
  weak: { icon: IconMinus, tone: 'pb-tag-amber' },
  adverse: { icon: IconAlertTriangle, tone: 'pb-tag-amber pb-contract-adverse' },
  absent: { icon: IconX, tone: 'pb-tag-ink' },
} as const;

/** What was found of a clause, in a word and a sign; dashed as long as nobody has read it. */
export function StatusTag({ status }: { readonly status: Status | null }): ReactNode {
  const { t } = useTranslation(contractTexts);
  if (status === null) {
    return (
      <span className="pb-tag pb-contract-unread">
        <IconCircleDashed size={12} aria-hidden />
        {t('unread')}
      </span>
    );
  }
  const { icon: Icon, tone } = looks[status];
  return (
    <span className={`pb-tag ${tone}`}>
      <Icon size={12} stroke={2.2} aria-hidden />
      {t(`status.${status}`)}
    </span>
  );
}
