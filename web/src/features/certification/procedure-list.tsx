import { Button, Textarea, TextInput } from '@mantine/core';
import { procedureStepNames, type ProcedureStep } from '@probant/shared/certifications/loss-procedure';
import { type ReactNode, useState } from 'react';

import { api } from '../../platform/api/client.js';
import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { certificationTexts } from './certification.texts.js';
import { procedureTexts } from './procedures.texts.js';
import { useRefreshCertifications, type Certification, type LossProcedure } from './use-certification.js';

interface ProcedureListProps {
  readonly engagementId: string;
  readonly certification: Certification;
  readonly mayWrite: boolean;
}

/** What follows a lost certificate: steps with their dates, and the texts that a contract needs for it. */
export function ProcedureList({ engagementId, certification, mayWrite }: ProcedureListProps): ReactNode {
  const { t, language } = useTranslation(certificationTexts);
  const { t: own } = useTranslation(procedureTexts);
  const { procedures, clauses, today } = certification;
  if (procedures.length === 0) return null;
  return (
    <section className="pb-stack" aria-labelledby="loss-procedures">
      <h2 id="loss-procedures">{own('procedures.title')}</h2>
      {procedures.map((procedure) => (
        <article key={procedure.id} className="pb-card pb-cert-procedure">
          <h3 className="pb-between">
            <span>
              {own('procedure.title', {
                name: procedure.holderName,
                cause: t(`cause.${procedure.cause}`),
                day: formatDay(procedure.lostOn, language),
              })}
            </span>
            <span className={`pb-tag ${isClosed(procedure) ? '' : 'pb-tag-amber'}`}>
              {own(isClosed(procedure) ? 'procedure.closed' : 'procedure.open')}
            </span>
          </h3>
          <Steps engagementId={engagementId} procedure={procedure} today={today} mayWrite={mayWrite} />
        </article>
      ))}
      <details className="pb-cert-clauses">
        <summary>{own('procedure.clauses')}</summary>
        <p className="pb-sm pb-soft">{own('procedure.clauses.text')}</p>
        {clauses.map(({ id, title, model }) => (
          <figure key={id}>
            <figcaption className="pb-strong">
              {id} · {title}
            </figcaption>
            <blockquote className="pb-quote pb-quote-small" lang="fr">
              {model}
            </blockquote>
          </figure>
        ))}
      </details>
    </section>
  );
}

function isClosed({ steps }: LossProcedure): boolean {
  return steps.some(({ step, doneOn }) => step === 'closed' && doneOn !== null);
}

interface StepsProps {
  readonly engagementId: string;
  readonly procedure: LossProcedure;
  readonly today: string;
  readonly mayWrite: boolean;
}

function Steps({ engagementId, procedure, today, mayWrite }: StepsProps): ReactNode {
  const { t: own, language } = useTranslation(procedureTexts);
  const [dating, setDating] = useState<ProcedureStep | null>(null);
  const open = mayWrite && !isClosed(procedure);
  return (
    <>
      <ol className="pb-cert-steps">
        {procedure.steps.map(({ step, dueOn, doneOn, note, recordedByName }) => (
          <li key={step} data-done={doneOn !== null}>
            <span className="pb-medium">{procedureStepNames[step][language]}</span>
            <span className="pb-sm pb-soft">
              {doneOn === null
                ? dueOn === null
                  ? ''
                  : own('procedure.due', { day: formatDay(dueOn, language) })
                : own('procedure.done', { day: formatDay(doneOn, language), name: recordedByName ?? '' })}
            </span>
            {note === '' ? null : <span className="pb-sm">{note}</span>}
            {open && doneOn === null ? (
              <Button
                size="xs"
                variant="subtle"
                aria-label={own('procedure.date', { step: procedureStepNames[step][language].toLowerCase() })}
                onClick={() => {
                  setDating(step);
                }}
              >
                {own('procedure.act')}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {dating === null ? null : (
        <StepDialog
          engagementId={engagementId}
          procedureId={procedure.id}
          step={dating}
          today={today}
          onClose={() => {
            setDating(null);
          }}
        />
      )}
    </>
  );
}

interface StepDialogProps {
  readonly engagementId: string;
  readonly procedureId: string;
  readonly step: ProcedureStep;
  readonly today: string;
  readonly onClose: () => void;
}

function StepDialog({ engagementId, procedureId, step, today, onClose }: StepDialogProps): ReactNode {
  const { t, language } = useTranslation(certificationTexts);
  const { t: own } = useTranslation(procedureTexts);
  const refresh = useRefreshCertifications();
  const state = useApiForm<{ doneOn: string; note: string }>({
    defaultValues: { doneOn: today, note: '' },
    send: async (values) => {
      await api.post('/api/engagements/{engagementId}/certification/procedures/{procedureId}/steps', {
        path: { engagementId, procedureId },
        body: { ...values, step },
      });
      await refresh();
      onClose();
    },
  });
  const closing = step === 'closed';
  return (
    <Dialog onClose={onClose} title={procedureStepNames[step][language]}>
      <ApiForm state={state} submitLabel={t('save')}>
        <TextInput
          type="date"
          max={today}
          label={own('procedure.doneOn')}
          {...state.field('doneOn', { required: t('required.day') })}
        />
        <Textarea
          label={own(closing ? 'procedure.note.closed' : 'procedure.note')}
          autosize
          minRows={2}
          {...state.field('note', closing ? { required: own('required.note') } : {})}
        />
      </ApiForm>
    </Dialog>
  );
}
