import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { maxLengths } from '@probant/shared/limits';
import { endingAlertNames, endingGroundNames, endingGrounds } from '@probant/shared/notices/endings';
import { type ReactNode, useState } from 'react';

import { formatDay, formatInstant } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { useHasKept } from '../../ui/input/kept-values.js';
import { LessonLink } from '../../ui/law/lesson-link.js';
import { noticeTexts } from './notices.texts.js';
import { type Ending, useNotices, useRecordEnding } from './use-notices.js';

/** What Douai says of the end that is recorded; red where it came without any notice. */
export function EndingAlert({ ending }: { readonly ending: Ending | null }): ReactNode {
  const { t, language } = useTranslation(noticeTexts);
  const alert = ending?.alert ?? null;
  if (alert === null) return null;
  const tone = alert === 'no-notice' ? ' pb-notice-alert-unlawful' : '';
  return (
    <section className={`pb-notice-alert${tone}`} role="alert" aria-labelledby="ending-alert">
      <IconAlertTriangle size={22} aria-hidden />
      <div>
        <h2 id="ending-alert">{endingAlertNames[alert][language]}</h2>
        <p className="pb-soft">{t(`alert.${alert}.text`)}</p>
        <p className="pb-row">
          <LessonLink lessonId="D-22" />
        </p>
      </div>
    </section>
  );
}

interface SectionProps {
  readonly engagementId: string;
  readonly endings: readonly Ending[];
  readonly writes: boolean;
}

/** How the contract ended outside a notice; a correction is one more record, and the earlier ones stay. */
export function EndingSection({ engagementId, endings, writes }: SectionProps): ReactNode {
  const { t, language } = useTranslation(noticeTexts);
  const hasKept = useHasKept();
  const [open, setOpen] = useState(() => hasKept(keptEnding(engagementId)));
  return (
    <section className="pb-section" aria-labelledby="contract-endings">
      <div className="pb-between pb-wrap">
        <h2 id="contract-endings">{t('endings')}</h2>
        {writes && !open ? (
          <Button onClick={() => setOpen(true)}>
            {t(endings.length === 0 ? 'ending.record' : 'ending.correct')}
          </Button>
        ) : null}
      </div>
      <p className="pb-sm pb-soft">{t('endings.text')}</p>
      {open && writes ? (
        <EndingForm engagementId={engagementId} endings={endings} onClose={() => setOpen(false)} />
      ) : null}
      {endings.length === 0 ? (
        <p className="pb-sm pb-muted">{t('endings.none')}</p>
      ) : (
        <ol className="pb-notice-steps">
          {endings.map((ending) => (
            <li key={ending.number}>
              <p className="pb-medium">{endingGroundNames[ending.ground][language]}</p>
              <p className="pb-sm">
                {t('ending.line', {
                  told: formatDay(ending.toldOn, language),
                  effective: formatDay(ending.effectiveOn, language),
                })}
              </p>
              {ending.note === '' ? null : <p className="pb-sm pb-notice-note">{ending.note}</p>}
              <p className="pb-xs pb-muted">
                {t('ending.by', { name: ending.byName, at: formatInstant(ending.at, language) })}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

const keptEnding = (engagementId: string) => `contract-ending/${engagementId}`;

interface EndingValues {
  ground: Ending['ground'];
  toldOn: string;
  effectiveOn: string;
  note: string;
}

interface FormProps {
  readonly engagementId: string;
  readonly endings: readonly Ending[];
  readonly onClose: () => void;
}

function EndingForm({ engagementId, endings, onClose }: FormProps): ReactNode {
  const { t, language } = useTranslation(noticeTexts);
  const record = useRecordEnding(engagementId);
  const notices = useNotices(engagementId);
  const last = endings[0];
  const state = useApiForm<EndingValues>({
    keptAs: keptEnding(engagementId),
    revision: last?.number ?? 0,
    reread: notices.refetch,
    defaultValues: {
      ground: last?.ground ?? 'breach',
      toldOn: last?.toldOn ?? '',
      effectiveOn: last?.effectiveOn ?? '',
      note: last?.note ?? '',
    },
    send: async (values) => {
      await record.mutateAsync({ ...values, number: state.kept.revision });
      onClose();
    },
  });
  return (
    <div className="pb-card pb-notice-breach">
      <ApiForm
        state={state}
        submitLabel={t('ending.save')}
        aside={
          <Button
            variant="transparent"
            onClick={() => {
              state.kept.forget();
              onClose();
            }}
          >
            {t('cancel')}
          </Button>
        }
      >
        <div className="pb-notice-fields">
          <NativeSelect
            label={t('ending.ground')}
            data={endingGrounds.map((value) => ({ value, label: endingGroundNames[value][language] }))}
            {...state.field('ground')}
          />
          <TextInput
            type="date"
            label={t('ending.told')}
            {...state.field('toldOn', { required: t('required') })}
          />
          <TextInput
            type="date"
            label={t('ending.effective')}
            {...state.field('effectiveOn', { required: t('required') })}
          />
          <Textarea
            className="pb-notice-wide"
            label={t('ending.note')}
            minRows={2}
            autosize
            maxLength={maxLengths.longText}
            {...state.field('note')}
          />
        </div>
      </ApiForm>
    </div>
  );
}
