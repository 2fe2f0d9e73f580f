import './incidents.css';

import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { FollowUp } from '../../ui/follow-up/follow-up.js';
import { DelayList, FactTable } from './fact-table.js';
import { FactsDialog } from './facts-dialog.js';
import { incidentTexts } from './incidents.texts.js';
import { StatementList } from './statement-list.js';
import {
  type SharedIncident,
  type SharedIncidents,
  useKeepShared,
  useSharedIncidents,
} from './use-incidents.js';

/** The incidents that concern a supplier's customers: it reports them, and completes what it said. */
export function SharedIncidentsScreen(): ReactNode {
  const { t } = useTranslation(incidentTexts);
  const shared = useSharedIncidents();
  const [reporting, setReporting] = useState(false);
  const may = useCan('incident-reports:write');
  const { data } = shared;
  const report =
    may && data !== undefined && data.services.length > 0 ? (
      <Button
        variant="filled"
        onClick={() => {
          setReporting(true);
        }}
      >
        {t('report')}
      </Button>
    ) : null;
  return (
    <FollowUp part="incidents" actions={data?.items.length === 0 ? null : report}>
      {shared.isPending ? <TextSkeleton lines={10} /> : null}
      {shared.isError ? <ProblemNotice error={shared.error} onRetry={shared.refetch} /> : null}
      {data?.items.length === 0 ? (
        <EmptyState title={t('shared.none')} action={report}>
          {t(data.services.length === 0 ? 'shared.no-service' : 'shared.none.text')}
        </EmptyState>
      ) : null}
      {data === undefined || data.items.length === 0 ? null : (
        <div className="pb-incidents">
          <p className="pb-legal">{t('shared.legal')}</p>
          {data.items.map((incident) => (
            <SharedSection key={incident.id} incident={incident} />
          ))}
        </div>
      )}
      {reporting && data !== undefined ? (
        <Report
          services={data.services}
          onClose={() => {
            setReporting(false);
          }}
        />
      ) : null}
    </FollowUp>
  );
}

interface ReportProps {
  readonly services: SharedIncidents['services'];
  readonly onClose: () => void;
}

function Report({ services, onClose }: ReportProps): ReactNode {
  const { t } = useTranslation(incidentTexts);
  const keep = useKeepShared();
  return (
    <FactsDialog
      title={t('report')}
      submitLabel={t('report')}
      facts={null}
      services={services.map(({ assessmentId, buyerName, title }) => ({
        value: assessmentId,
        label: `${buyerName}, ${title}`,
      }))}
      side="supplier"
      send={async (body, { service }) => {
        const path = { assessmentId: service };
        keep(await api.post('/api/requests/{assessmentId}/incidents', { path, body }));
      }}
      onClose={onClose}
    />
  );
}

function SharedSection({ incident }: { readonly incident: SharedIncident }): ReactNode {
  const { t } = useTranslation(incidentTexts);
  const [completing, setCompleting] = useState(false);
  const keep = useKeepShared();
  const may = useCan('incident-reports:write');
  const { id, buyerName, title, openedBy, facts, statements, disagreements, delays } = incident;
  const own = statements.filter(({ side }) => side === 'supplier').at(-1)?.facts;
  return (
    <section className="pb-card pb-incident" aria-label={facts.title}>
      <header className="pb-between pb-wrap">
        <div>
          <h2>{facts.title}</h2>
          <p className="pb-sm pb-soft">
            {buyerName} · {title} · {t(`mine.${openedBy}`)}
          </p>
        </div>
        {may ? (
          <Button
            size="xs"
            onClick={() => {
              setCompleting(true);
            }}
          >
            {t('complete')}
          </Button>
        ) : null}
      </header>
      <p className="pb-incident-words">{facts.text}</p>
      <FactTable facts={facts} statements={statements} disagreements={disagreements} />
      <DelayList delays={delays} />
      <StatementList statements={statements} />
      {completing ? (
        <FactsDialog
          title={t('complete.of', { title: facts.title })}
          submitLabel={t('save')}
          facts={own ?? facts}
          side="supplier"
          send={async (body) => {
            const path = { incidentId: id };
            keep(await api.post('/api/follow-up/incidents/{incidentId}/statements', { path, body }));
          }}
          onClose={() => {
            setCompleting(false);
          }}
        />
      ) : null}
    </section>
  );
}
