import './warnings.css';

import { Button } from '@mantine/core';
import { evidenceKindLabel } from '@probant/shared/evidence/kinds';
import { receivedByNames } from '@probant/shared/warnings/warning-names';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { DateText } from '../../ui/format/date-text.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { ConfirmSection } from './confirm-section.js';
import { DecideForm } from './decide-form.js';
import { Signatures } from './signatures.js';
import { useWarning, type Warning } from './use-warnings.js';
import { CostWords, StandingTags } from './warning-tags.js';
import { warningTexts } from './warnings.texts.js';

/** One entry for either side: exactly what was signed, by whom, and what may be signed next. */
export function WarningScreen(): ReactNode {
  const { t } = useTranslation(warningTexts);
  const { warningId = '' } = useParams();
  const warning = useWarning(warningId);
  if (warning.data === undefined) {
    return (
      <Main>
        <PageHeader title={t('title')} />
        <div className="pb-page">
          {warning.isError ? (
            <ProblemNotice error={warning.error} onRetry={warning.refetch} />
          ) : (
            <TextSkeleton lines={12} />
          )}
        </div>
      </Main>
    );
  }
  return <Entry warning={warning.data} />;
}

function Entry({ warning }: { readonly warning: Warning }): ReactNode {
  const { t } = useTranslation(warningTexts);
  return (
    <Main>
      <PageHeader
        title={warning.subject}
        breadcrumbs={crumbsOf(warning, t('title'))}
        tags={<StandingTags warning={warning} />}
        actions={<Actions warning={warning} />}
      />
      <div className="pb-page">
        <p className="pb-legal">{t('legal')}</p>
        {warning.supersededById === null ? null : (
          <p className="pb-amber">
            {t('superseded')} <Link to={`/warnings/${warning.supersededById}`}>{t('superseded.open')}</Link>
          </p>
        )}
        <div className="pb-warning">
          <div className="pb-stack">
            <Facts warning={warning} />
            <Words warning={warning} />
            <Pieces warning={warning} />
          </div>
          <aside className="pb-stack">
            {warning.possible.length === 0 ? null : <DecideForm key={warning.id} warning={warning} />}
            {warning.confirmable ? <ConfirmSection warningId={warning.id} /> : null}
            <Signatures warning={warning} />
          </aside>
        </div>
      </div>
    </Main>
  );
}

function crumbsOf({ engagementId, engagementName }: Warning, title: string) {
  return engagementId === null
    ? [{ title, path: '/follow-up/warnings' }]
    : [
        { title: engagementName, path: `/engagements/${engagementId}` },
        { title, path: `/engagements/${engagementId}/warnings` },
      ];
}

function Actions({ warning }: { readonly warning: Warning }): ReactNode {
  const { t } = useTranslation(warningTexts);
  const { id, engagementId, replaceable } = warning;
  const replaceAt =
    engagementId === null ? '/follow-up/warnings/new' : `/engagements/${engagementId}/warnings/new`;
  return (
    <>
      <Button component="a" href={`/api/warnings/${id}/warning.pdf`} download>
        {t('print')}
      </Button>
      {replaceable ? (
        <Button component={Link} to={`${replaceAt}?supersedes=${id}`}>
          {t('replace')}
        </Button>
      ) : null}
    </>
  );
}

function Facts({ warning }: { readonly warning: Warning }): ReactNode {
  const { t, language } = useTranslation(warningTexts);
  const { supplierName, buyerName, engagementName, questions, received, decideBy, days } = warning;
  const { standing, cost } = warning;
  const running = standing === 'pending' || standing === 'due' || standing === 'overdue';
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('column.supplier'), supplierName],
    [t('column.buyer'), buyerName],
    [t('column.engagement'), engagementName],
    ...questions.map((one) => [t('question'), `${one.id} ${one.text[language]}`] as const),
    ...(received === null
      ? []
      : [
          [
            t('received'),
            <span key="received">
              {receivedByNames[received.by][language]}, <DateText value={received.on} />
            </span>,
          ] as const,
        ]),
    [t('cost'), <CostWords key="cost" cost={cost} />],
    [t('decideBy'), <DateText key="by" value={decideBy} />],
    ...(running
      ? ([
          [t('days.due'), <DateText key="due" value={days.dueOn} />],
          [t('days.overdue'), <DateText key="overdue" value={days.overdueOn} />],
          [t('days.escalated'), <DateText key="escalated" value={days.escalatedOn} />],
        ] as const)
      : []),
  ];
  return (
    <dl className="pb-warning-facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const parts = ['risk', 'exclusion', 'recommendation', 'alternatives'] as const;

function Words({ warning }: { readonly warning: Warning }): ReactNode {
  const { t } = useTranslation(warningTexts);
  return parts.map((part) =>
    warning[part] === '' ? null : (
      <section key={part}>
        <h2>{t(part)}</h2>
        <p className="pb-warning-words">{warning[part]}</p>
      </section>
    ),
  );
}

function Pieces({ warning: { id, pieces, supersedesId } }: { readonly warning: Warning }): ReactNode {
  const { t, language } = useTranslation(warningTexts);
  return (
    <>
      {pieces.length === 0 ? null : (
        <section>
          <h2>{t('pieces')}</h2>
          <ul>
            {pieces.map((piece) => (
              <li key={piece.id}>
                <a href={`/api/warnings/${id}/pieces/${piece.id}/content`} download>
                  {piece.name}
                </a>{' '}
                <span className="pb-muted pb-sm">· {evidenceKindLabel(piece.kind)[language]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {supersedesId === null ? null : <Link to={`/warnings/${supersedesId}`}>{t('supersedes')}</Link>}
    </>
  );
}
