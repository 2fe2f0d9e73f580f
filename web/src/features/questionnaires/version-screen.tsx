import './questionnaires.css';

import { Button } from '@mantine/core';
import { placesOf } from '@probant/shared/questionnaires/correct-wording';
import type { QuestionnaireDocument, Theme } from '@probant/shared/questionnaires/document';
import { type ReactNode, useEffect, useState } from 'react';
import { Link, useLocation, useParams, useSearchParams } from 'react-router';

import { formatDay, formatTime } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { Warning } from '../../ui/feedback/warning.js';
import { CopyButton } from '../../ui/format/copy-button.js';
import { DateText } from '../../ui/format/date-text.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { DocumentLinks } from './document-links.js';
import { CorrectDialog } from './correct-dialog.js';
import { QuestionCard } from './question-card.js';
import { questionnaireTexts } from './questionnaires.texts.js';
import { ThemeOutline } from './theme-outline.js';
import { VersionActs, VersionCorrections } from './version-acts.js';
import { VersionKnockouts, type Correcting } from './version-knockouts.js';
import { versionTexts } from './version.texts.js';
import { useVerify, useVersion, type Version } from './use-questionnaires.js';

/** A published version: read, verified, never changed. */
export function VersionScreen(): ReactNode {
  const { questionnaireId = '', versionId = '' } = useParams();
  const { t } = useTranslation(questionnaireTexts);
  const version = useVersion(questionnaireId, versionId);
  if (version.isSuccess) return <VersionPage version={version.data} />;
  return (
    <Main>
      <PageHeader
        title={t('title')}
        breadcrumbs={[{ title: t('title'), path: `/questionnaires/${questionnaireId}` }]}
      />
      <div className="pb-page">
        {version.isError ? (
          <ProblemNotice error={version.error} onRetry={version.refetch} />
        ) : (
          <ListSkeleton rows={8} />
        )}
      </div>
    </Main>
  );
}

function VersionPage({ version }: { readonly version: Version }): ReactNode {
  const { t, language } = useTranslation(questionnaireTexts);
  const { t: tv } = useTranslation(versionTexts);
  const [correcting, setCorrecting] = useState<Correcting | null>(null);
  const [params] = useSearchParams();
  const { document, title, number, questionnaireId } = version;
  const theme = document.themes.find(({ code }) => code === params.get('theme')) ?? document.themes[0];
  const { hash } = useLocation();
  useEffect(() => {
    // The question is there only once the version has come.
    if (hash !== '') window.document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  }, [hash]);
  return (
    <Main>
      <PageHeader
        title={`${title[language]}, ${t('version.number', { number }).toLowerCase()}`}
        breadcrumbs={[
          { title: t('title'), path: '/questionnaires' },
          { title: title[language], path: `/questionnaires/${questionnaireId}` },
        ]}
        subtitle={
          <>
            <DateText value={version.publishedAt} as="instant" />{' '}
            {t('version.by', { name: version.publishedByName })}
          </>
        }
        tags={
          <>
            <span className="pb-tag pb-tag-ink">{t('version.frozen')}</span>
            {version.retiredAt === null ? null : (
              <span className="pb-tag">
                {tv('retired', { day: formatDay(version.retiredAt.slice(0, 10), language) })}
              </span>
            )}
          </>
        }
        actions={
          <>
            <Button
              component={Link}
              to={`/questionnaires/${questionnaireId}/versions/${version.id}/decision-rule`}
            >
              {t('version.rule')}
            </Button>
            <Button component={Link} to={`/questionnaires/${questionnaireId}/compare?to=${version.id}`}>
              {t('version.compare')}
            </Button>
            <VersionActs version={version} />
          </>
        }
      />
      <div className="pb-page pb-studio pb-studio-two">
        <div className="pb-studio-outline">
          <ThemeOutline themes={document.themes} chosen={theme?.code ?? ''} />
        </div>
        <div className="pb-studio-middle">
          <Fingerprint version={version} />
          <DocumentLinks address={`/api/questionnaires/${questionnaireId}/versions/${version.id}`} />
          <VersionCorrections version={version} />
          {theme ? <ThemePanel document={document} theme={theme} onCorrect={setCorrecting} /> : null}
          <VersionKnockouts document={document} onCorrect={setCorrecting} />
        </div>
      </div>
      {correcting === null ? null : (
        <CorrectDialog
          version={version}
          {...correcting}
          onClose={() => {
            setCorrecting(null);
          }}
        />
      )}
    </Main>
  );
}

interface ThemePanelProps {
  readonly document: QuestionnaireDocument;
  readonly theme: Theme;
  readonly onCorrect: (correcting: Correcting) => void;
}

function ThemePanel({ document, theme, onCorrect }: ThemePanelProps): ReactNode {
  const { language } = useTranslation(questionnaireTexts);
  const { t } = useTranslation(versionTexts);
  return (
    <section className="pb-theme-panel" aria-labelledby="theme-title">
      <div className="pb-between">
        <h2 id="theme-title">{theme.title[language]}</h2>
        <Allowed action="questionnaires:publish">
          <Button
            size="xs"
            onClick={() => {
              onCorrect({ subject: theme.code, places: ['title'] });
            }}
          >
            {t('correct.theme')}
          </Button>
        </Allowed>
      </div>
      <ol className="pb-questions">
        {theme.questions.map((question) => (
          <QuestionCard
            key={question.id}
            document={document}
            question={question}
            actions={
              <Allowed action="questionnaires:publish">
                <Button
                  size="xs"
                  onClick={() => {
                    onCorrect({
                      subject: question.id,
                      places: placesOf(question).map(({ place }) => place),
                    });
                  }}
                >
                  {t('correct')}
                </Button>
              </Allowed>
            }
          />
        ))}
      </ol>
    </section>
  );
}

function Fingerprint({ version }: { readonly version: Version }): ReactNode {
  const { t, language } = useTranslation(questionnaireTexts);
  const verify = useVerify(version.questionnaireId, version.id);
  return (
    <div className="pb-fingerprint">
      <span className="pb-label">{t('version.fingerprint')} (SHA-256)</span>
      <CopyButton value={version.sha256}>
        <span className="pb-fingerprint-text">{version.sha256}</span>
      </CopyButton>
      <Button
        loading={verify.isPending}
        onClick={() => {
          verify.mutate();
        }}
      >
        {t('version.verify')}
      </Button>
      {verify.isError ? <ProblemNotice error={verify.error} /> : null}
      {verify.data?.intact === true ? (
        <StatusLine kind="done">
          {t('version.intact', { time: formatTime(new Date(verify.submittedAt).toISOString(), language) })}
        </StatusLine>
      ) : null}
      {verify.data?.intact === false ? (
        <Warning>{t('version.broken', { computed: verify.data.computed })}</Warning>
      ) : null}
    </div>
  );
}
