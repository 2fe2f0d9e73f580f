import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { DateText } from '../../ui/format/date-text.js';
import { Admission } from './admission.js';
import { obligationTexts } from './obligation.texts.js';
import { type Asked, type ObligationDetail, useAskSupplier } from './use-calendar.js';

type Watch = NonNullable<ObligationDetail['regulation']>;

interface RegulationSectionProps {
  readonly obligation: ObligationDetail;
  readonly regulation: Watch;
}

/** A text that found the contract without the clause: the amendment to propose, and the one question to ask. */
export function RegulationSection({ obligation, regulation }: RegulationSectionProps): ReactNode {
  const { t, language } = useTranslation(obligationTexts);
  const clause = `${regulation.clauseId}, ${regulation.clauseTitle[language]}`;
  return (
    <section className="pb-section" aria-labelledby="obligation-regulation">
      <h2 id="obligation-regulation">{t('regulation.title')}</h2>
      <h3>{t('regulation.amendment', { clause })}</h3>
      <blockquote className="pb-cal-quote" lang="fr">
        {regulation.amendment}
      </blockquote>
      <p className="pb-sm">
        <Link to={`/engagements/${obligation.engagementId}/contract`}>{t('regulation.redline')}</Link>
      </p>
      <h3>{t('regulation.question')}</h3>
      {regulation.asked === null ? (
        <Question obligation={obligation} regulation={regulation} />
      ) : (
        <AskedQuestion obligationId={obligation.id} asked={regulation.asked} />
      )}
    </section>
  );
}

function Question({ obligation, regulation }: RegulationSectionProps): ReactNode {
  const { t, language } = useTranslation(obligationTexts);
  const ask = useAskSupplier(obligation.id);
  const { asking } = regulation;
  return (
    <>
      <blockquote className="pb-cal-quote">{regulation.question[language]}</blockquote>
      <p className="pb-sm pb-soft">
        {asking === 'nobody' || asking === 'closed' ? t(`regulation.${asking}`) : t('regulation.ask.text')}
      </p>
      {ask.isError ? <ProblemNotice error={ask.error} /> : null}
      {asking === 'possible' ? (
        <Allowed action="calendar:ask">
          <Button
            variant="filled"
            loading={ask.isPending}
            onClick={() => {
              ask.mutate(language);
            }}
          >
            {t('regulation.ask')}
          </Button>
        </Allowed>
      ) : null}
    </>
  );
}

function AskedQuestion({
  obligationId,
  asked,
}: {
  readonly obligationId: string;
  readonly asked: Asked;
}): ReactNode {
  const { t } = useTranslation(obligationTexts);
  return (
    <>
      <blockquote className="pb-cal-quote">{asked.body}</blockquote>
      <p className="pb-xs pb-muted">
        {t('regulation.asked', { name: asked.askedByName })} · <DateText value={asked.askedAt} as="instant" />{' '}
        · <Link to={`/assessments/${asked.assessmentId}?thread=`}>{t('regulation.thread')}</Link>
      </p>
      <Admission obligationId={obligationId} asked={asked} />
    </>
  );
}
