import './certification.css';

import { Button, TextInput } from '@mantine/core';
import { addDays } from '@probant/shared/calendar';
import { scopeInWords } from '@probant/shared/certifications/activities';
import { type ReactNode, useState } from 'react';
import { Link, useSearchParams } from 'react-router';

import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { EngagementFile, type Engagement } from '../../ui/engagement/engagement-file.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { GradeBadge } from '../../ui/score/grade-badge.js';
import { KnockoutFlag } from '../../ui/score/knockout-flag.js';
import { Segments } from '../../ui/input/segments.js';
import { ActorDialog } from './actor-dialog.js';
import { AnswerSection } from './answer-section.js';
import { BlockerList } from './blocker-list.js';
import { CertificateSection } from './certificate-section.js';
import { certificationTexts } from './certification.texts.js';
import { ChainBoard } from './chain-board.js';
import { CoverageDrawing } from './coverage-drawing.js';
import { CoverageMatrix } from './coverage-matrix.js';
import { CoverageTable } from './coverage-table.js';
import { NotPerformedDialog } from './not-performed-dialog.js';
import { ProcedureList } from './procedure-list.js';
import { RuleCard } from './rule-card.js';
import { useCertification, useStateChain, type Certification } from './use-certification.js';

const views = ['coverage', 'chain', 'table'] as const;
type View = (typeof views)[number];

/** Who performs what for an engagement, under which certificate, and what stands in the way. */
export function CertificationScreen(): ReactNode {
  return (
    <EngagementFile part="certification">
      {(engagement) => <Content key={engagement.id} engagement={engagement} />}
    </EngagementFile>
  );
}

function Content({ engagement }: { readonly engagement: Engagement }): ReactNode {
  const { t } = useTranslation(certificationTexts);
  const [params] = useSearchParams();
  const certification = useCertification(engagement.id, params.get('on') ?? '');
  const can = useCan('certifications:write');
  const archived = engagement.archived || engagement.supplierArchived;
  const mayWrite = can && !archived;
  if (certification.isError) {
    return <ProblemNotice error={certification.error} onRetry={certification.refetch} />;
  }
  if (certification.isPending) return <TextSkeleton lines={14} />;
  const { data } = certification;
  return (
    <div className="pb-cert">
      {mayWrite ? null : <p className="pb-sm pb-soft">{t(archived ? 'archived.notice' : 'read-only')}</p>}
      <Graph engagement={engagement} certification={data} mayWrite={mayWrite} />
      <div className="pb-cert-below">
        <CoverageMatrix certification={data} />
        <BlockerList certification={data} />
        <RuleCard assessmentId={data.assessmentId} />
      </div>
      <ProcedureList engagementId={engagement.id} certification={data} mayWrite={mayWrite} />
      <CertificateSection
        certificates={data.certificates}
        holders={data.chain.actors}
        today={data.today}
        mayWrite={mayWrite}
      />
      <AnswerSection certification={data} />
    </div>
  );
}

type Editing = { readonly what: 'new' | 'not-performed' } | { readonly what: 'actor'; readonly id: string };

interface GraphProps {
  readonly engagement: Engagement;
  readonly certification: Certification;
  readonly mayWrite: boolean;
}

function Graph({ engagement, certification, mayWrite }: GraphProps): ReactNode {
  const { t } = useTranslation(certificationTexts);
  const [params, setParams] = useSearchParams();
  const [editing, setEditing] = useState<Editing | null>(null);
  const view: View = views.find((one) => one === params.get('view')) ?? 'coverage';
  const close = (): void => {
    setEditing(null);
  };
  const empty = certification.revision === 0 && certification.chain.performances.length === 0;
  return (
    <>
      <div className="pb-between pb-wrap">
        <Standing engagement={engagement} certification={certification} />
        <div className="pb-row pb-wrap pb-no-print">
          <DayChoice certification={certification} />
          <Segments
            label={t('view.label')}
            values={views}
            chosen={view}
            name={(one) => t(`view.${one}`)}
            onChoose={(one) => {
              setParams((before) => withParam(before, 'view', one === 'coverage' ? '' : one));
            }}
          />
          {mayWrite ? (
            <>
              <Button component={Link} to={`/engagements/${engagement.id}/certification/import`}>
                {t('import')}
              </Button>
              <Button
                onClick={() => {
                  setEditing({ what: 'not-performed' });
                }}
              >
                {t('not-performed')}
              </Button>
              <Button
                variant="filled"
                onClick={() => {
                  setEditing({ what: 'new' });
                }}
              >
                {t('add-actor')}
              </Button>
            </>
          ) : null}
        </div>
      </div>
      {certification.regulated ? null : <p className="pb-sm pb-soft">{t('not-regulated')}</p>}
      {empty && mayWrite ? <Start engagement={engagement} certification={certification} /> : null}
      {view === 'chain' ? (
        <ChainBoard
          engagementId={engagement.id}
          certification={certification}
          onOpen={(id) => {
            if (mayWrite) setEditing({ what: 'actor', id });
          }}
        />
      ) : null}
      {view === 'coverage' ? <CoverageDrawing certification={certification} /> : null}
      <div className={view === 'coverage' ? 'pb-cert-narrow-only' : ''}>
        {view === 'chain' ? null : <CoverageTable certification={certification} />}
      </div>
      {editing?.what === 'not-performed' ? (
        <NotPerformedDialog engagementId={engagement.id} certification={certification} onClose={close} />
      ) : editing !== null ? (
        <ActorDialog
          engagementId={engagement.id}
          certification={certification}
          actorId={editing.what === 'actor' ? editing.id : null}
          onClose={close}
        />
      ) : null}
    </>
  );
}

/** The grade is that of the score, which follows answers; the flags are those of the graph. */
function Standing({ engagement, certification }: Omit<GraphProps, 'mayWrite'>): ReactNode {
  const { t, language } = useTranslation(certificationTexts);
  const { blockers, coverage, regulated, asOf, revision, statedByName } = certification;
  const unlawful = regulated ? coverage.filter(({ state }) => state === 'none') : [];
  const list = scopeInWords(
    unlawful.map(({ activity }) => activity),
    language,
  );
  const kinds = new Set(blockers.map(({ kind }) => kind));
  return (
    <p className="pb-row pb-wrap">
      <GradeBadge grade={engagement.standing.grade} size={24} />
      {unlawful.length > 0 ? (
        <KnockoutFlag kind="unlawful">{t('unlawful', { count: unlawful.length, list })}</KnockoutFlag>
      ) : null}
      {kinds.has('not-demonstrated') ? (
        <KnockoutFlag kind="undemonstrated">{t('undemonstrated')}</KnockoutFlag>
      ) : null}
      {kinds.has('other-scope') ? <span className="pb-tag pb-tag-amber">{t('legal-review')}</span> : null}
      <span className="pb-sm pb-muted">{t('as-of', { day: formatDay(asOf, language) })}</span>
      {revision === 0 ? null : (
        <span className="pb-sm pb-muted">{t('stated', { revision, name: statedByName ?? '' })}</span>
      )}
    </p>
  );
}

/** Today, the day after the next certificate ends, or any other. */
function DayChoice({ certification }: { readonly certification: Certification }): ReactNode {
  const { t, language } = useTranslation(certificationTexts);
  const [params, setParams] = useSearchParams();
  const { asOf, today, certificates } = certification;
  const [next] = certificates
    .map(({ validUntil }) => validUntil)
    .filter((day) => day >= today)
    .toSorted();
  const after = next === undefined ? null : addDays(next, 1);
  const choose = (day: string): void => {
    setParams((before) => withParam(before, 'on', day === today ? '' : day), { replace: true });
  };
  return (
    <>
      <Segments
        label={t('on.label')}
        values={[today, ...(after === null ? [] : [after])]}
        chosen={asOf}
        name={(day) => (day === today ? t('on.today') : formatDay(day, language))}
        onChoose={choose}
      />
      <TextInput
        key={params.get('on') ?? ''}
        className="pb-cert-day"
        type="date"
        aria-label={t('on.day')}
        defaultValue={asOf}
        onBlur={(event) => {
          const day = event.currentTarget.value;
          if (event.currentTarget.validity.valid && day !== '' && day !== asOf) choose(day);
        }}
      />
    </>
  );
}

/** A chain that nobody has stated yet: from the answers, from the table of guarantees, or by hand. */
function Start({ engagement, certification }: Omit<GraphProps, 'mayWrite'>): ReactNode {
  const { t } = useTranslation(certificationTexts);
  const state = useStateChain(engagement.id);
  const { suggested, revision } = certification;
  return (
    <EmptyState
      title={t('start.title')}
      action={
        <>
          {suggested === null ? null : (
            <Button
              variant="filled"
              loading={state.isPending}
              onClick={() => {
                const { actors, contracts, performances, notPerformed } = suggested;
                state.mutate({
                  ...{ revision, contracts, performances, notPerformed },
                  actors: actors.map(({ id, name, siren }) => ({ id, name, siren })),
                });
              }}
            >
              {t('start.answers')}
            </Button>
          )}
          <Button component={Link} to={`/engagements/${engagement.id}/certification/import`}>
            {t('start.import')}
          </Button>
          {state.isError ? <ProblemNotice error={state.error} /> : null}
        </>
      }
    >
      {t('start.text')}
    </EmptyState>
  );
}

function withParam(before: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(before);
  if (value === '') next.delete(name);
  else next.set(name, value);
  return next;
}
