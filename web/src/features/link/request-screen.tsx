import { IconUserOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

import { statusNames } from '@probant/shared/assessments/status-names';
import { api, type Schema } from '../../platform/api/client.js';
import { daysUntil } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { PageSkeleton } from '../../ui/feedback/skeletons.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { CopyButton } from '../../ui/format/copy-button.js';
import { DateText } from '../../ui/format/date-text.js';
import { useNow } from '../../ui/format/use-now.js';
import { KeptRequests } from '../../ui/kept/kept-requests.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { DeclineForm } from './decline-form.js';
import { LinkPage } from './link-page.js';
import { linkTexts } from './link.texts.js';
import { WorkspaceForm } from './workspace-form.js';

type Request = Schema<'RequestResponse'>;

/** After the code: what is asked, by whom, for when; and the workspace that will answer. */
export function LinkRequestScreen(): ReactNode {
  const { t } = useTranslation(linkTexts);
  const [declining, setDeclining] = useState<'no' | 'yes' | 'done'>('no');
  const held = useQuery({
    queryKey: ['link', 'request'],
    queryFn: ({ signal }) => api.get('/api/links/request', { signal }),
  });
  if (held.isPending) return <PageSkeleton />;
  if (held.isError) {
    return (
      <Main>
        <PageHeader title={t('door.label')} />
        <div className="pb-page pb-narrow">
          <ProblemNotice error={held.error} onRetry={held.refetch} />
          <KeptRequests />
        </div>
      </Main>
    );
  }
  const { request, workspace, workspaces, namedByBuyer } = held.data;
  return (
    <LinkPage
      title={t('request.title', { buyer: request.buyerName })}
      label={
        request.receivedAt === null ? null : (
          <>
            {t('request.received')} <DateText value={request.receivedAt} />
          </>
        )
      }
      lead={t('request.lead', { buyer: request.buyerName, title: request.title })}
      about={<Facts request={request} />}
      act={
        declining === 'yes' ? (
          <DeclineForm
            onDone={() => {
              setDeclining('done');
            }}
            onCancel={() => {
              setDeclining('no');
            }}
          />
        ) : (
          <WorkspaceForm {...{ request, workspace, workspaces, namedByBuyer }} />
        )
      }
      note={
        <li>
          <IconUserOff size={16} aria-hidden />
          {declining === 'done' ? (
            <StatusLine kind="done">{t('decline.sent')}</StatusLine>
          ) : (
            <span>
              <button
                type="button"
                className="pb-link-plain"
                onClick={() => {
                  setDeclining('yes');
                }}
              >
                {t('decline.open')}
              </button>
              {', '}
              {t('decline.hint')}
            </span>
          )}
        </li>
      }
    />
  );
}

function Facts({ request }: { readonly request: Request }): ReactNode {
  const { t, language } = useTranslation(linkTexts);
  const { questionnaire, contact, message, status } = request;
  return (
    <dl className="pb-link-facts">
      <div>
        <dt>{t('request.due')}</dt>
        <dd>
          <b className="pb-strong">
            <DateText value={request.dueOn} />
          </b>
          <span className="pb-muted">
            {', '}
            <DueWords dueOn={request.dueOn} />
          </span>
        </dd>
      </div>
      <div>
        <dt>{t('request.status')}</dt>
        <dd>{statusNames[status][language]}</dd>
      </div>
      <div>
        <dt>{t('request.questionnaire')}</dt>
        <dd>
          {questionnaire.title[language]}
          <br />
          <span className="pb-sm pb-soft">
            {t('request.size', {
              code: questionnaire.code,
              version: String(questionnaire.number),
              themes: t('request.themes', { count: questionnaire.themes }),
              questions: t('request.questions', { count: questionnaire.questions }),
            })}
          </span>
          <br />
          <span className="pb-xs pb-muted">
            {t('request.frozen')} <CopyButton value={questionnaire.sha256} />
          </span>
        </dd>
      </div>
      {message === '' ? null : (
        <div>
          <dt>{t('request.message')}</dt>
          <dd className="pb-link-message">{message}</dd>
        </div>
      )}
      {contact ? (
        <div>
          <dt>{t('request.contact')}</dt>
          <dd>
            {contact.name === '' ? contact.email : contact.name},{' '}
            <a href={`mailto:${contact.email}`}>{t('request.write')}</a>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

function DueWords({ dueOn }: { readonly dueOn: string }): ReactNode {
  const { t } = useTranslation(linkTexts);
  const days = daysUntil(dueOn, useNow());
  if (days === 0) return t('request.today');
  return days > 0 ? t('request.days', { count: days }) : t('request.late', { count: -days });
}
