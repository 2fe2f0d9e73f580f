import './calendar.css';

import { Button } from '@mantine/core';
import { obligationReason, obligationTitle } from '@probant/shared/obligations/describe';
import { dueInWords } from '@probant/shared/obligations/due-words';
import { asksReassessment, obligationRules } from '@probant/shared/obligations/kinds';
import { placeOf } from '@probant/shared/obligations/places';
import { IconCalendarPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { DateText } from '../../ui/format/date-text.js';
import { AskAgain } from '../../ui/engagement/ask-again.js';
import { useEngagement } from '../../ui/engagement/engagement-file.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { calendarTexts } from './calendar.texts.js';
import { obligationTexts } from './obligation.texts.js';
import { MarkForm } from './mark-form.js';
import { MarkHistory } from './mark-history.js';
import { DueText } from './obligation-line.js';
import { RegulationSection } from './regulation-section.js';
import { StateTag } from './state-mark.js';
import { factsOf, type ObligationDetail, useObligation } from './use-calendar.js';

/** One obligation: what to do and why then, what was said of it, and where to say more. */
export function ObligationScreen(): ReactNode {
  const { t, language } = useTranslation(calendarTexts);
  const { t: one } = useTranslation(obligationTexts);
  const { obligationId = '' } = useParams();
  const read = useObligation(obligationId);
  const crumbs = [{ title: t('title'), path: '/calendar' }];
  if (!read.data) {
    return (
      <Main>
        <PageHeader title={t('title')} breadcrumbs={crumbs} />
        <div className="pb-page">
          {read.isError ? (
            <ProblemNotice error={read.error} onRetry={read.refetch} />
          ) : (
            <TextSkeleton lines={10} />
          )}
        </div>
      </Main>
    );
  }
  const { id, kind, state } = read.data;
  return (
    <Main>
      <PageHeader
        title={obligationTitle({ kind, facts: factsOf(read.data) }, language)}
        breadcrumbs={crumbs}
        tags={<StateTag state={state} />}
        actions={
          <Button
            component="a"
            href={`/api/calendar/obligations/${id}/file?language=${language}`}
            download
            leftSection={<IconCalendarPlus size={16} aria-hidden />}
          >
            {one('one.download')}
          </Button>
        }
      />
      <div className="pb-page pb-cal-one">
        <div className="pb-stack">
          <Explanation obligation={read.data} />
          {asksReassessment(kind) && (state === 'due' || state === 'overdue') ? (
            <Again engagementId={read.data.engagementId} />
          ) : null}
          {read.data.regulation === null ? null : (
            <RegulationSection obligation={read.data} regulation={read.data.regulation} />
          )}
          {obligationRules[kind].elsewhere === true ? null : <MarkHistory obligation={read.data} />}
        </div>
        <div className="pb-stack">
          <Facts obligation={read.data} />
          {obligationRules[kind].elsewhere === true ? <Elsewhere obligation={read.data} /> : null}
          <Allowed action="calendar:write">
            <MarkForm key={read.data.marks} obligation={read.data} reread={read.refetch} />
          </Allowed>
        </div>
      </div>
    </Main>
  );
}

/** The questionnaire again, as soon as it is known whether one is out already. */
function Again({ engagementId }: { readonly engagementId: string }): ReactNode {
  const { data } = useEngagement(engagementId);
  return data === undefined ? null : <AskAgain engagement={data} />;
}

interface PartProps {
  readonly obligation: ObligationDetail;
}

function Explanation({ obligation }: PartProps): ReactNode {
  const { t, language } = useTranslation(obligationTexts);
  const { t: calendar } = useTranslation(calendarTexts);
  const reason = obligationReason({ kind: obligation.kind, facts: factsOf(obligation) }, language);
  return (
    <section className="pb-cal-why">
      <h2>{t('one.aim')}</h2>
      <p>{obligationRules[obligation.kind].aim[language]}</p>
      {reason === '' ? null : (
        <>
          <h2>{t('one.why')}</h2>
          <p>{reason}</p>
        </>
      )}
      <p className="pb-legal">{calendar('notice')}</p>
    </section>
  );
}

function Facts({ obligation }: PartProps): ReactNode {
  const { t, language } = useTranslation(obligationTexts);
  const { dueOn, precision, effectiveOn, doneOn, lapsedOn, engagementId, supplierId } = obligation;
  const facts = factsOf(obligation);
  const { place, path } = placeOf({ ...obligation, facts });
  return (
    <dl className="pb-card pb-cal-facts pb-cal-card">
      <dt>{t('one.due')}</dt>
      <dd className="pb-medium">
        <DueText obligation={obligation} />
      </dd>
      {effectiveOn === dueOn ? null : (
        <Fact name={t('one.postponed')}>{dueInWords(dueOn, precision, language)}</Fact>
      )}
      {doneOn === null ? null : (
        <Fact name={t('one.done')}>
          <DateText value={doneOn} />
        </Fact>
      )}
      {lapsedOn === null ? null : (
        <Fact name={t('one.lapsed')}>
          <DateText value={lapsedOn} />
        </Fact>
      )}
      <Fact name={t('one.supplier')}>
        <Link to={`/suppliers/${supplierId}`}>{obligation.supplierName}</Link>
      </Fact>
      <Fact name={t('one.engagement')}>
        <Link to={`/engagements/${engagementId}/calendar`}>{obligation.engagementName}</Link>
      </Fact>
      <Fact name={t(`place.${place}`)}>
        <Link to={path}>{(place === 'incidents' ? facts.title : undefined) ?? t(`place.${place}.open`)}</Link>
      </Fact>
    </dl>
  );
}

/** Where it is dealt with, for what nobody marks here. */
function Elsewhere({ obligation }: PartProps): ReactNode {
  const { t } = useTranslation(obligationTexts);
  const { place, path } = placeOf({ ...obligation, facts: factsOf(obligation) });
  return (
    <section className="pb-card pb-cal-card pb-stack" aria-labelledby="obligation-elsewhere">
      <h2 id="obligation-elsewhere">{t('elsewhere.title')}</h2>
      <p className="pb-sm pb-soft">{t('elsewhere.text')}</p>
      <div>
        <Button component={Link} to={path} variant="filled">
          {t(`place.${place}.open`)}
        </Button>
      </div>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
