import { Button, Radio, TextInput } from '@mantine/core';
import { type ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { Link, useNavigate } from 'react-router';

import { api, type Schema } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useAdoptSession, useSignedIn } from '../../platform/session/session.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { linkTexts } from './link.texts.js';

type Workspace = Schema<'WorkspaceResponse'>;

interface WorkspaceFormProps {
  readonly request: Schema<'RequestResponse'>;
  /** The workspace that answers, once chosen. */
  readonly workspace: Workspace | null;
  readonly workspaces: readonly Workspace[];
  /** How the buyer names whom it asks; a first proposal for the name of a new workspace. */
  readonly namedByBuyer: string | null;
}

/** A choice that is no choice of an existing workspace. */
const created = '';

export function WorkspaceForm({
  request,
  workspace,
  workspaces,
  namedByBuyer,
}: WorkspaceFormProps): ReactNode {
  const { t } = useTranslation(linkTexts);
  const { account } = useSignedIn();
  if (workspace) {
    return (
      <div className="pb-card pb-link-card">
        <h2>{t('workspace.title')}</h2>
        <p className="pb-sm pb-soft">{t('workspace.chosen', { name: workspace.name })}</p>
        <Button component={Link} to={`/requests/${request.id}`} variant="filled" size="lg" fullWidth>
          {t('workspace.continue')}
        </Button>
        <Link className="pb-sm" to="/r/workspace">
          {t(account.hasPassword ? 'workspace.whole.open' : 'workspace.whole')}
        </Link>
      </div>
    );
  }
  return <Choice {...{ request, workspaces, namedByBuyer }} />;
}

function Choice({ request, workspaces, namedByBuyer }: Omit<WorkspaceFormProps, 'workspace'>): ReactNode {
  const { t } = useTranslation(linkTexts);
  const adopt = useAdoptSession();
  const navigate = useNavigate();
  const assessmentId = request.id;
  const state = useApiForm({
    defaultValues: {
      organisationId: workspaces[0]?.organisationId ?? created,
      newWorkspace: { name: namedByBuyer ?? '' },
    },
    send: async ({ organisationId, newWorkspace }) => {
      await api.post('/api/requests/{assessmentId}/accept', {
        path: { assessmentId },
        body: organisationId === created ? { newWorkspace } : { organisationId },
      });
      adopt((await api.get('/api/session')) ?? null);
      await navigate(`/requests/${assessmentId}`, { replace: true });
    },
  });
  const chosen = useWatch({ control: state.form.control, name: 'organisationId' });
  return (
    <div className="pb-card pb-link-card">
      <h2>{t('workspace.title')}</h2>
      <p className="pb-sm pb-soft">{t('workspace.text')}</p>
      <ApiForm state={state} submitLabel={t('workspace.submit')} large>
        {workspaces.length > 0 ? (
          <fieldset className="pb-stack">
            <legend className="pb-field-label">{t('workspace.choice')}</legend>
            {[...workspaces, { organisationId: created, name: t('workspace.new') }].map(
              ({ organisationId, name }) => (
                <Radio
                  key={organisationId}
                  value={organisationId}
                  label={name}
                  {...state.form.register('organisationId')}
                />
              ),
            )}
          </fieldset>
        ) : null}
        {chosen === created ? (
          <TextInput
            label={t('workspace.name')}
            {...(namedByBuyer === null
              ? {}
              : { description: t('workspace.named', { buyer: request.buyerName }) })}
            autoComplete="organization"
            {...state.field('newWorkspace.name', { required: t('workspace.required') })}
          />
        ) : null}
      </ApiForm>
    </div>
  );
}
