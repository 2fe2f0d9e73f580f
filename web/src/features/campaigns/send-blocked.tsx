import { stopsSend } from '@probant/shared/assessments/preflight';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Warning } from '../../ui/feedback/warning.js';
import { campaignTexts } from './campaigns.texts.js';
import { PreflightIssues } from './preflight-issues.js';
import type { Preflight } from './use-campaigns.js';

interface SendBlockedProps {
  readonly preflight: Preflight | undefined;
  readonly dueFieldId: string;
}

const shownAtMost = 5;

/** Nothing left: which engagements stand in the way, by the button that was pressed; the whole list is in the table above. */
export function SendBlocked({ preflight, dueFieldId }: SendBlockedProps): ReactNode {
  const { t } = useTranslation(campaignTexts);
  const { items = [], issues = [] } = preflight ?? {};
  const blocked = items.filter((item) => item.issues.some(stopsSend));
  const more = blocked.length - shownAtMost;
  return (
    <Warning
      more={
        <>
          <p className="pb-sm pb-soft">{t('compose.blocked.text')}</p>
          <PreflightIssues issues={issues.filter(stopsSend)} subject={null} dueFieldId={dueFieldId} />
          <ul>
            {blocked.slice(0, shownAtMost).map((item) => (
              <li key={item.engagementId}>
                {item.supplierName} <span className="pb-muted">{item.engagementName}</span>
                <PreflightIssues
                  issues={item.issues.filter(stopsSend)}
                  subject={item}
                  dueFieldId={dueFieldId}
                />
              </li>
            ))}
          </ul>
          {more > 0 ? <p className="pb-sm pb-soft">{t('compose.blocked.more', { count: more })}</p> : null}
        </>
      }
    >
      {t('compose.blocked')}
    </Warning>
  );
}
