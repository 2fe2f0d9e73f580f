import './incidents.css';

import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { EngagementFile, type Engagement } from '../../ui/engagement/engagement-file.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { FactsDialog } from './facts-dialog.js';
import { IncidentSection } from './incident-section.js';
import { incidentTexts } from './incidents.texts.js';
import { useIncidents, useKeepIncidents } from './use-incidents.js';

/** The incidents of an engagement, each with its clock. */
export function IncidentsScreen(): ReactNode {
  return (
    <EngagementFile part="incidents">
      {(engagement) => <Content key={engagement.id} engagement={engagement} />}
    </EngagementFile>
  );
}

function Content({ engagement }: { readonly engagement: Engagement }): ReactNode {
  const { t } = useTranslation(incidentTexts);
  const incidents = useIncidents(engagement.id);
  const keep = useKeepIncidents(engagement.id);
  const mayWrite = useCan('incidents:write');
  const [opening, setOpening] = useState(false);
  if (incidents.isPending) return <TextSkeleton lines={12} />;
  if (incidents.isError) return <ProblemNotice error={incidents.error} onRetry={incidents.refetch} />;
  const archived = engagement.archived || engagement.supplierArchived;
  const readOnly = archived || !mayWrite;
  const { items, answered, asOf } = incidents.data;
  const open = readOnly ? null : (
    <Button
      variant="filled"
      onClick={() => {
        setOpening(true);
      }}
    >
      {t('open')}
    </Button>
  );
  return (
    <div className="pb-incidents">
      <div className="pb-between pb-wrap">
        <p className="pb-legal">{t('legal')}</p>
        {items.length === 0 ? null : open}
      </div>
      {readOnly ? <p className="pb-sm pb-soft">{t(archived ? 'read-only.archived' : 'read-only')}</p> : null}
      {items.length === 0 ? (
        <EmptyState title={t('none')} action={open}>
          {t('none.text')}
        </EmptyState>
      ) : (
        items.map((incident) => (
          <IncidentSection
            key={incident.id}
            engagementId={engagement.id}
            incident={incident}
            asOf={asOf}
            answered={answered}
            readOnly={readOnly}
          />
        ))
      )}
      {opening ? (
        <FactsDialog
          title={t('open')}
          submitLabel={t('open')}
          facts={null}
          answered={answered}
          side="buyer"
          send={async (facts, { shared }) => {
            keep(
              await api.post('/api/engagements/{engagementId}/incidents', {
                path: { engagementId: engagement.id },
                body: { ...facts, shared: shared && answered },
              }),
            );
          }}
          onClose={() => {
            setOpening(false);
          }}
        />
      ) : null}
    </div>
  );
}
