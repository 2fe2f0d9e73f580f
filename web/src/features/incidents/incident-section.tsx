import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';

import { api } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { DueTable } from './due-table.js';
import { DelayList, FactTable } from './fact-table.js';
import { FactsDialog } from './facts-dialog.js';
import { FileDialog } from './file-dialog.js';
import { IncidentClock } from './incident-clock.js';
import { incidentTexts } from './incidents.texts.js';
import { StatementList } from './statement-list.js';
import { type Incident, useKeepIncidents } from './use-incidents.js';

interface IncidentSectionProps {
  readonly engagementId: string;
  readonly incident: Incident;
  readonly asOf: string;
  readonly answered: boolean;
  readonly readOnly: boolean;
}

type Act = 'facts' | 'file' | 'share';

/** One incident: its facts, its clock, what is due, and what follows from it. */
export function IncidentSection(props: IncidentSectionProps): ReactNode {
  const { engagementId, incident, asOf, answered, readOnly } = props;
  const { t } = useTranslation(incidentTexts);
  const [act, setAct] = useState<Act | null>(null);
  const keep = useKeepIncidents(engagementId);
  const { facts, statements, disagreements, delays, dues, shared, openedBy } = incident;
  const path = { engagementId, incidentId: incident.id };
  const close = (): void => {
    setAct(null);
  };
  return (
    <section className="pb-card pb-incident" aria-label={facts.title}>
      <header className="pb-between pb-wrap">
        <div className="pb-row pb-wrap">
          <h2>{facts.title}</h2>
          <span className="pb-tag">{t(`nature.${facts.nature}`)}</span>
          <span className="pb-tag">{t(`opened.${openedBy}`)}</span>
          {facts.personalData ? <span className="pb-tag">{t('personal-data')}</span> : null}
          {shared ? null : <span className="pb-tag">{t('alone')}</span>}
        </div>
        {readOnly ? null : <Acts onAct={setAct} mayShare={!shared && answered} />}
      </header>
      <p className="pb-incident-words">{facts.text}</p>
      <Consequences engagementId={engagementId} incident={incident} readOnly={readOnly} />
      <FactTable facts={facts} statements={statements} disagreements={disagreements} />
      <DelayList delays={delays} />
      <h3>{t('clock')}</h3>
      <IncidentClock incident={incident} asOf={asOf} />
      <DueTable dues={dues} />
      <StatementList statements={statements} />
      {incident.fileByName === null ? null : (
        <p className="pb-xs pb-muted">
          {t('file.by', { revision: incident.fileRevision, name: incident.fileByName })}
        </p>
      )}
      {act === 'facts' ? (
        <FactsDialog
          title={t('complete.of', { title: facts.title })}
          submitLabel={t('save')}
          facts={facts}
          side="buyer"
          send={async (body) => {
            keep(
              await api.post('/api/engagements/{engagementId}/incidents/{incidentId}/statements', {
                path,
                body,
              }),
            );
          }}
          onClose={close}
        />
      ) : null}
      {act === 'file' ? <FileDialog engagementId={engagementId} incident={incident} onClose={close} /> : null}
      <ConfirmDialog
        opened={act === 'share'}
        title={t('share')}
        confirm={t('share')}
        act={async () => {
          keep(await api.post('/api/engagements/{engagementId}/incidents/{incidentId}/share', { path }));
        }}
        onClose={close}
      >
        {t('share.text')}
      </ConfirmDialog>
    </section>
  );
}

interface ActsProps {
  readonly onAct: (act: Act) => void;
  readonly mayShare: boolean;
}

function Acts({ onAct, mayShare }: ActsProps): ReactNode {
  const { t } = useTranslation(incidentTexts);
  const button = (act: Act, label: string): ReactNode => (
    <Button
      size="xs"
      onClick={() => {
        onAct(act);
      }}
    >
      {label}
    </Button>
  );
  return (
    <div className="pb-row pb-wrap">
      {mayShare ? button('share', t('share')) : null}
      {button('facts', t('complete'))}
      {button('file', t('file'))}
    </div>
  );
}

interface ConsequencesProps {
  readonly engagementId: string;
  readonly incident: Incident;
  readonly readOnly: boolean;
}

/** What an incident calls for: another assessment, and a clause that is missing. */
function Consequences({ engagementId, incident, readOnly }: ConsequencesProps): ReactNode {
  const { t } = useTranslation(incidentTexts);
  const keep = useKeepIncidents(engagementId);
  const mayRaise = useCan('findings:write') && !readOnly;
  const maySend = useCan('campaigns:send') && !readOnly;
  const { reassess, finding } = incident;
  const raise = useAct({
    mutationFn: () =>
      api.post('/api/engagements/{engagementId}/incidents/{incidentId}/finding', {
        path: { engagementId, incidentId: incident.id },
      }),
    onSuccess: keep,
  });
  if (!reassess && finding === 'none') return null;
  return (
    <ul className="pb-incident-consequences">
      {reassess ? (
        <li>
          {t('reassess')}{' '}
          {maySend ? <Link to={`/campaigns/new?engagement=${engagementId}`}>{t('reassess.act')}</Link> : null}
        </li>
      ) : null}
      {finding === 'none' ? null : (
        <li>
          {t(`finding.${finding}`)}{' '}
          {finding === 'possible' && mayRaise ? (
            <Button
              size="compact-xs"
              loading={raise.isPending}
              onClick={() => {
                raise.mutate();
              }}
            >
              {t('finding.act')}
            </Button>
          ) : null}
          {raise.isError ? <ProblemNotice error={raise.error} /> : null}
        </li>
      )}
    </ul>
  );
}
