import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { formatInstant } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { CopyButton } from '../../ui/format/copy-button.js';
import { DateText } from '../../ui/format/date-text.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { useHasKept } from '../../ui/input/kept-values.js';
import { admissionTexts } from './admission.texts.js';
import { useFileAdmission, type Asked } from './use-calendar.js';

interface AdmissionProps {
  readonly obligationId: string;
  readonly asked: Asked;
}

/** What the supplier answered, and what was filed of it. */
export function Admission({ obligationId, asked }: AdmissionProps): ReactNode {
  const { t } = useTranslation(admissionTexts);
  const { replies, admission } = asked;
  if (replies.length === 0) return <p className="pb-soft">{t('waiting')}</p>;
  return (
    <>
      {admission === null ? <Replies replies={replies} /> : <Filed admission={admission} />}
      <Allowed action="calendar:write">
        <Filing key={admission?.number ?? 0} obligationId={obligationId} asked={asked} />
      </Allowed>
    </>
  );
}

function Replies({ replies }: Pick<Asked, 'replies'>): ReactNode {
  const { t } = useTranslation(admissionTexts);
  return (
    <>
      <h3>{t('replies')}</h3>
      {replies.map(({ id, body, byName, at, sha256 }) => (
        <div key={id} className="pb-card pb-cal-card">
          <p className="pb-cal-note">{body}</p>
          <p className="pb-xs pb-muted">
            {byName} · <DateText value={at} as="stamp" /> · <CopyButton value={sha256} />
          </p>
        </div>
      ))}
    </>
  );
}

function Filed({ admission }: { readonly admission: NonNullable<Asked['admission']> }): ReactNode {
  const { t } = useTranslation(admissionTexts);
  const { words, saidByName, saidAt, messageSha256, changeBy, filedByName, filedAt } = admission;
  return (
    <div className="pb-card pb-cal-card pb-cal-admission">
      <p className="pb-label">{t('filed')}</p>
      <p className="pb-cal-note">{words}</p>
      <p className="pb-medium">
        {changeBy === null ? (
          t('filed.no-day')
        ) : (
          <>
            {t('filed.until')} <DateText value={changeBy} />
          </>
        )}
      </p>
      <p className="pb-xs pb-muted">
        {saidByName} · <DateText value={saidAt} as="stamp" /> · <CopyButton value={messageSha256} />
      </p>
      <p className="pb-xs pb-muted">
        {t('filed.by', { name: filedByName })} · <DateText value={filedAt} as="instant" />
      </p>
    </div>
  );
}

/** Open while nothing is filed; what is filed is corrected on a click. */
function Filing({ obligationId, asked }: AdmissionProps): ReactNode {
  const { t } = useTranslation(admissionTexts);
  const hasKept = useHasKept();
  const [opened, setOpened] = useState(asked.admission === null || hasKept(keptAs(obligationId)));
  if (opened) return <FileForm obligationId={obligationId} asked={asked} />;
  return (
    <div>
      <Button
        onClick={() => {
          setOpened(true);
        }}
      >
        {t('file.again')}
      </Button>
    </div>
  );
}

function keptAs(obligationId: string): string {
  return `admission/${obligationId}`;
}

function FileForm({ obligationId, asked: { replies, admission } }: AdmissionProps): ReactNode {
  const { t, language } = useTranslation(admissionTexts);
  const file = useFileAdmission(obligationId);
  const state = useApiForm({
    keptAs: keptAs(obligationId),
    defaultValues: {
      clarificationId: admission?.clarificationId ?? replies[0]?.id ?? '',
      changeBy: admission?.changeBy ?? '',
    },
    send: ({ clarificationId, changeBy }) =>
      file({ clarificationId, changeBy: changeBy === '' ? null : changeBy, number: admission?.number ?? 0 }),
  });
  return (
    <section className="pb-stack" aria-labelledby="admission-form">
      <h3 id="admission-form">{t(admission === null ? 'file' : 'file.again')}</h3>
      <p className="pb-sm pb-soft">{t('file.text')}</p>
      <ApiForm state={state} submitLabel={t('file.save')}>
        <NativeSelect
          label={t('file.message')}
          data={replies.map(({ id, byName, at, body }) => ({
            value: id,
            label: `${byName}, ${formatInstant(at, language)} · ${body.slice(0, 60)}`,
          }))}
          {...state.field('clarificationId')}
        />
        <TextInput
          type="date"
          label={t('file.day')}
          description={t('file.day.help')}
          {...state.field('changeBy')}
        />
      </ApiForm>
    </section>
  );
}
