import './answer-library.css';

import { Button } from '@mantine/core';
import { evidenceKindLabel } from '@probant/shared/evidence/kinds';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';

import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useHasKept } from '../../ui/input/kept-values.js';
import { KeptAnswer, toLibraryContent } from '../../ui/answer/kept-answer.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { DateText } from '../../ui/format/date-text.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { libraryTexts } from './answer-library.texts.js';
import { EditEntry, keptEdit } from './edit-entry.js';
import { FullSource } from './entry-source.js';
import { type KeptEntry, useEntry, useEntryActs } from './use-library.js';

/** One answer of the library: its words, its pieces, where it was given, and what was answered under its key before. */
export function EntryScreen(): ReactNode {
  const { entryId = '' } = useParams();
  const { t, language } = useTranslation(libraryTexts);
  const entry = useEntry(entryId);
  if (entry.isPending || entry.isError)
    return (
      <Main>
        <PageHeader title={t('title')} />
        <div className="pb-page">
          {entry.isPending ? (
            <TextSkeleton lines={8} />
          ) : (
            <ProblemNotice error={entry.error} onRetry={entry.refetch} />
          )}
        </div>
      </Main>
    );
  const { entry: latest, others } = entry.data;
  return (
    <Main>
      <PageHeader title={`${latest.questionId} · ${t('title')}`} />
      <div className="pb-page pb-lib-entry">
        <p>
          <Link to="/answers">{t('back')}</Link>
        </p>
        <p className="pb-lib-question">{toLibraryContent(latest).question.text[language]}</p>
        <Entry key={latest.id} entry={latest} />
        {others.length === 0 ? null : (
          <section aria-labelledby="library-others">
            <h2 id="library-others">{t('history')}</h2>
            <ol className="pb-lib-others">
              {others.map((other) => (
                <li key={other.id}>
                  <Entry entry={other} otherThan={toLibraryContent(latest).question.text[language]} />
                </li>
              ))}
            </ol>
          </section>
        )}
      </div>
    </Main>
  );
}

interface EntryProps {
  readonly entry: KeptEntry;
  /** The question is written out where it is worded otherwise. */
  readonly otherThan?: string;
}

function Entry({ entry, otherThan }: EntryProps): ReactNode {
  const { t, language } = useTranslation(libraryTexts);
  const content = toLibraryContent(entry);
  const text = content.question.text[language];
  return (
    <article className="pb-card pb-lib-card">
      {otherThan === undefined || otherThan === text ? null : <p className="pb-sm pb-soft">{text}</p>}
      {entry.retiredAt === null ? null : (
        <p className="pb-sm pb-amber">
          {t('retired.by', {
            name: entry.retiredBy,
            day: formatDay(entry.retiredAt.slice(0, 10), language),
          })}
        </p>
      )}
      <KeptAnswer {...content} />
      {entry.pieces.length === 0 ? null : (
        <>
          <p className="pb-label">{t('pieces.title')}</p>
          <ul className="pb-sm">
            {entry.pieces.map(({ id, name, kind, datedOn, expiresOn }) => (
              <li key={id}>
                {name} <span className="pb-muted">{evidenceKindLabel(kind)[language]}</span>{' '}
                {datedOn === null ? '' : t('piece.dated', { day: formatDay(datedOn, language) })}{' '}
                {expiresOn === null ? '' : t('piece.expires', { day: formatDay(expiresOn, language) })}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="pb-label">{t('sources')}</p>
      <ul className="pb-sm">
        {entry.sources.map((source) => (
          <li key={`${source.at} ${source.kind} ${source.assessmentId ?? ''}`}>
            <DateText value={source.at} as="day" /> <FullSource source={source} />
          </li>
        ))}
      </ul>
      <Acts entry={entry} />
    </article>
  );
}

function Acts({ entry }: { readonly entry: KeptEntry }): ReactNode {
  const { t } = useTranslation(libraryTexts);
  const navigate = useNavigate();
  const hasKept = useHasKept();
  const [editing, setEditing] = useState(() => hasKept(keptEdit(entry.id)));
  const { retire, restore, settle } = useEntryActs(entry);
  const error = retire.error ?? restore.error;
  if (editing)
    return (
      <EditEntry
        entry={entry}
        onClose={() => {
          setEditing(false);
        }}
        onSaved={async (id) => {
          setEditing(false);
          await settle();
          void navigate(`/answers/${id}`);
        }}
      />
    );
  return (
    <div className="pb-row pb-wrap">
      {entry.retiredAt !== null || toLibraryContent(entry).answer.state === 'pieces' ? null : (
        <Button
          size="xs"
          onClick={() => {
            setEditing(true);
          }}
        >
          {t('edit')}
        </Button>
      )}
      {entry.retiredAt === null ? (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => {
            retire.mutate();
          }}
        >
          {t('retire')}
        </Button>
      ) : (
        <Button
          size="xs"
          onClick={() => {
            restore.mutate();
          }}
        >
          {t('restore')}
        </Button>
      )}
      {error === null ? null : <ProblemNotice error={error} />}
    </div>
  );
}
