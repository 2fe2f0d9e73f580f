import { Button } from '@mantine/core';
import {
  noticeStateNames,
  noticeStepNames,
  possibleSteps,
  type NoticeStep,
} from '@probant/shared/notices/lifecycle';
import { parisDay } from '@probant/shared/calendar';
import { type ReactNode, useState } from 'react';

import { formatDay, formatInstant } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useNow } from '../../ui/format/use-now.js';
import { noticeTexts } from './notices.texts.js';
import { StateTag } from './state-tag.js';
import { StepDialog } from './step-dialog.js';
import type { Notice } from './use-notices.js';

const waiting: readonly NoticeStep[] = ['cure-partly', 'fail', 'terminate'];

/** What was done, each step with its day, and what may follow. */
export function StepCard({
  notice,
  writes,
}: {
  readonly notice: Notice;
  readonly writes: boolean;
}): ReactNode {
  const { t, language } = useTranslation(noticeTexts);
  return (
    <section className="pb-card" aria-labelledby="notice-steps">
      <div className="pb-between pb-wrap">
        <h2 id="notice-steps">{t('steps')}</h2>
        <StateTag state={notice.state} />
      </div>
      <ol className="pb-notice-steps">
        {notice.steps.map((one) => (
          <li key={one.number}>
            <p className="pb-medium">{noticeStateNames[one.to][language]}</p>
            {one.on === null ? null : <p className="pb-sm pb-tabular">{formatDay(one.on, language)}</p>}
            {one.effectiveOn === null ? null : (
              <p className="pb-sm">{t('effective', { day: formatDay(one.effectiveOn, language) })}</p>
            )}
            {one.counsel === '' ? null : <p className="pb-sm">{t('counsel', { name: one.counsel })}</p>}
            {one.reference === '' ? null : (
              <p className="pb-sm pb-notice-hash">{t('reference', { reference: one.reference })}</p>
            )}
            {one.note === '' ? null : <p className="pb-sm pb-notice-note">{one.note}</p>}
            <p className="pb-xs pb-muted">
              {t('by', { name: one.byName, at: formatInstant(one.at, language) })}
            </p>
          </li>
        ))}
      </ol>
      {writes ? <NextSteps notice={notice} /> : null}
    </section>
  );
}

/** The steps that the table allows; one that comes too early says from when. */
function NextSteps({ notice }: { readonly notice: Notice }): ReactNode {
  const { t, language } = useTranslation(noticeTexts);
  const [step, setStep] = useState<NoticeStep | null>(null);
  const today = parisDay(useNow().toISOString());
  const steps = possibleSteps(notice.state);
  if (steps.length === 0) return <p className="pb-sm pb-muted">{t('steps.none')}</p>;
  const safe = notice.clock?.firstSafeOn ?? null;
  const early = safe !== null && today < safe && steps.some((one) => waiting.includes(one));
  return (
    <>
      <h3>{t('steps.next')}</h3>
      <div className="pb-notice-next">
        {steps.map((one, index) => (
          <Button
            key={one}
            size="sm"
            variant={one === 'withdraw' ? 'subtle' : index === 0 ? 'filled' : 'default'}
            disabled={isShut(notice, one) || (early && waiting.includes(one))}
            onClick={() => setStep(one)}
          >
            {noticeStepNames[one][language]}
          </Button>
        ))}
      </div>
      {early ? <p className="pb-sm pb-soft">{t('steps.wait', { day: formatDay(safe, language) })}</p> : null}
      {notice.state === 'sent' && !notice.hasReceipt ? (
        <p className="pb-sm pb-soft">{t('steps.receipt')}</p>
      ) : null}
      {step === null ? null : <StepDialog notice={notice} step={step} onClose={() => setStep(null)} />}
    </>
  );
}

function isShut(notice: Notice, step: NoticeStep): boolean {
  if (step === 'send') return notice.gates.some(({ open }) => !open);
  return step === 'receive' && !notice.hasReceipt;
}
