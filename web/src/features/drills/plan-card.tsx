import { Button } from '@mantine/core';
import { isWorkingDay } from '@probant/shared/calendar';
import { isNight } from '@probant/shared/drills/metrics';
import { type ReactNode, useState } from 'react';

import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { bookTexts } from './book.texts.js';
import { momentInWords } from '../../platform/i18n/moments.js';
import { PlanDialog } from './plan-dialog.js';
import type { Book } from './use-drills.js';

interface PlanCardProps {
  readonly engagementId: string;
  readonly plan: Book['plan'];
  readonly readOnly: boolean;
}

/** The drops to come, and what a year of drills still lacks. */
export function PlanCard({ engagementId, plan, readOnly }: PlanCardProps): ReactNode {
  const { t, language } = useTranslation(bookTexts);
  const [editing, setEditing] = useState(false);
  return (
    <section className="pb-card pb-drills-card" aria-labelledby="drill-plan">
      <div className="pb-between">
        <h2 id="drill-plan">{t('plan')}</h2>
        {readOnly ? null : (
          <Button
            size="xs"
            onClick={() => {
              setEditing(true);
            }}
          >
            {t('plan.edit')}
          </Button>
        )}
      </div>
      <p className="pb-xs pb-muted">{t('plan.secret')}</p>
      {plan.drops.length === 0 ? (
        <p className="pb-sm pb-muted">{t('plan.none')}</p>
      ) : (
        <ul className="pb-drills-list">
          {plan.drops.map(({ on, at, place }) => (
            <li key={`${on} ${at} ${place}`}>
              <span className="pb-medium pb-tabular">{momentInWords({ on, at }, language, '')}</span>
              {isNight(at) ? <span className="pb-tag">{t('plan.night')}</span> : null}
              {isWorkingDay(on) ? null : <span className="pb-tag">{t('plan.day-off')}</span>}
              <span className="pb-sm pb-muted">{place}</span>
            </li>
          ))}
        </ul>
      )}
      {plan.warnings.length === 0 ? null : (
        <ul className="pb-drills-warnings">
          {plan.warnings.map((warning) => (
            <li key={JSON.stringify(warning)}>
              <Warning warning={warning} language={language} />
            </li>
          ))}
        </ul>
      )}
      {plan.plannedByName === null ? null : (
        <p className="pb-xs pb-muted">
          {t('plan.saved', { revision: plan.revision, name: plan.plannedByName })}
        </p>
      )}
      {editing ? (
        <PlanDialog
          engagementId={engagementId}
          plan={plan}
          onClose={() => {
            setEditing(false);
          }}
        />
      ) : null}
    </section>
  );
}

function Warning({
  warning,
  language,
}: {
  readonly warning: Book['plan']['warnings'][number];
  readonly language: 'fr' | 'en';
}): ReactNode {
  const { t } = useTranslation(bookTexts);
  switch (warning.code) {
    case 'quarter-without': {
      const [year = '', quarter = ''] = (warning.quarter ?? '').split('-');
      return t('warning.quarter-without', { quarter, year });
    }
    case 'not-authorised':
      return t('warning.not-authorised', { day: formatDay(warning.on ?? '', language) });
    case 'no-night':
    case 'no-day-off':
      return t(`warning.${warning.code}`);
  }
}
