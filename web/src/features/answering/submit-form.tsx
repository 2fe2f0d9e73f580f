import { Checkbox } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';

import { api } from '../../platform/api/client.js';
import { isProblem } from '../../platform/api/problem.js';
import type { Translate } from '../../platform/i18n/texts.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { useSignedIn } from '../../platform/session/session.js';
import { Warning } from '../../ui/feedback/warning.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { changesTexts } from './changes.texts.js';
import { reviewTexts } from './review.texts.js';
import { takesAnswers, type Answering } from './use-answering.js';

interface SubmitFormProps {
  readonly answering: Answering;
  /** Everything is saved, and what is on the page is what the server has. */
  readonly ready: boolean;
  readonly reload: () => Promise<void>;
}

/** The attestation with the name of who gives it; who may not send is told who may. */
export function SubmitForm({ answering, ready, reload }: SubmitFormProps): ReactNode {
  const { t } = useTranslation(reviewTexts);
  const { organisation } = useSignedIn();
  const maySubmit = useCan('submissions:create');
  return (
    <section className="pb-review-submit pb-card">
      <h2>{t('attest')}</h2>
      {!takesAnswers(answering) ? (
        <p className="pb-soft">{t('closed')}</p>
      ) : maySubmit ? (
        <Attestation {...{ answering, ready, reload }} />
      ) : (
        <p className="pb-soft">{t('admin-only', { organisation: organisation?.name ?? '' })}</p>
      )}
    </section>
  );
}

function Attestation({ answering, ready, reload }: SubmitFormProps): ReactNode {
  const { t } = useTranslation(reviewTexts);
  const { account, organisation } = useSignedIn();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [outdated, setOutdated] = useState(false);
  const { assessmentId, buyerName, revision } = answering.sheet.state;
  const { mustAnswer } = answering.completion;
  const { t: tc } = useTranslation(changesTexts);
  const { toReconfirm } = answering;
  const blocked = mustAnswer.length + toReconfirm.length > 0;
  const state = useApiForm({
    defaultValues: { attested: false },
    send: async ({ attested }) => {
      setOutdated(false);
      try {
        const sent = await api.post('/api/requests/{assessmentId}/submissions', {
          path: { assessmentId },
          body: { sheetRevision: revision, attested },
        });
        await client.invalidateQueries({ queryKey: ['submissions', assessmentId] });
        void reload();
        await navigate(`/requests/${assessmentId}/receipt?submission=${sent.id}`, { replace: true });
      } catch (error) {
        if (
          !isProblem(error, 'submission-outdated') &&
          !isProblem(error, 'submission-incomplete') &&
          !isProblem(error, 'answers-to-reconfirm')
        )
          throw error;
        await reload();
        // The page shows what moved; the attestation was for what stood there before.
        state.form.reset();
        setOutdated(true);
      }
    },
  });
  const { error, ...field } = state.field('attested', { required: t('attest.needed') });
  return (
    <div className="pb-stack">
      {outdated ? (
        <Warning more={<p className="pb-sm pb-soft">{t('outdated.text')}</p>}>{t('outdated')}</Warning>
      ) : null}
      <p className="pb-sm pb-soft">{t('attest.frozen')}</p>
      {blocked || !ready || !answering.online ? (
        <p className="pb-sm pb-amber" role="status">
          {mustAnswer.length > 0
            ? t('blocks.text', { count: mustAnswer.length })
            : blocked
              ? tc('blocks.text', { count: toReconfirm.length })
              : t(answering.online ? 'saving' : 'offline')}
        </p>
      ) : (
        <ApiForm state={state} submitLabel={t('send', { buyer: buyerName })} large>
          <Checkbox
            label={attestationWords(answering, account.name, organisation?.name ?? '', t)}
            {...field}
            error={error}
          />
        </ApiForm>
      )}
    </div>
  );
}

/** What is attested is what was answered; what was not is named beside it, so that nobody attests more than there is. */
function attestationWords(
  { completion }: Answering,
  name: string,
  organisation: string,
  t: Translate<(typeof reviewTexts)['fr']>,
): string {
  const { unanswered, partial, asked } = completion;
  return [
    t('attest.text', { name, organisation }),
    ...(unanswered.length > 0 ? [t('attest.open', { count: unanswered.length, total: asked })] : []),
    ...(partial.length > 0 ? [t('attest.partial', { count: partial.length })] : []),
  ].join(' ');
}
