import './questionnaires.css';
import './compare.css';

import { Button, NativeSelect } from '@mantine/core';
import { changeKinds, type ChangeKind } from '@probant/shared/questionnaires/change';
import { countChanges, diffDocuments } from '@probant/shared/questionnaires/diff-documents';
import { diffInText } from '@probant/shared/questionnaires/diff-in-text';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { equivalenceKinds, proposeEquivalence } from '@probant/shared/questionnaires/propose-equivalence';
import { type ReactNode, useMemo } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { Segments } from '../../ui/input/segments.js';
import { ChangeList } from './change-list.js';
import { compareTexts } from './compare.texts.js';
import { DiffAsText } from './diff-as-text.js';
import { EquivalenceList } from './equivalence-list.js';
import { KindFilter } from './kind-filter.js';
import { questionnaireTexts } from './questionnaires.texts.js';
import { chooseSides, draftSide, type Sides, useCompared } from './use-compared.js';
import { type Questionnaire, useEquivalence, useQuestionnaire } from './use-questionnaires.js';

const views = ['changes', 'answers', 'text'] as const;

/** Two versions of a questionnaire, or one and the draft: what changed, and what it means for answers already given. */
export function CompareScreen(): ReactNode {
  const { questionnaireId = '' } = useParams();
  const { t, language } = useTranslation(compareTexts);
  const { t: tq } = useTranslation(questionnaireTexts);
  const questionnaire = useQuestionnaire(questionnaireId);
  const title = questionnaire.data?.title[language];
  const path = `/questionnaires/${questionnaireId}`;
  return (
    <Main>
      <PageHeader
        title={t('title')}
        breadcrumbs={[
          { title: tq('title'), path: '/questionnaires' },
          ...(title === undefined ? [] : [{ title, path }]),
        ]}
      />
      <div className="pb-page pb-compare">
        {questionnaire.isPending ? <ListSkeleton rows={8} /> : null}
        {questionnaire.isError ? (
          <ProblemNotice error={questionnaire.error} onRetry={questionnaire.refetch} />
        ) : null}
        {questionnaire.data?.versions.length === 0 ? (
          <EmptyState
            title={t('no-version')}
            action={
              <Button component={Link} to={path}>
                {t('back')}
              </Button>
            }
          >
            {t('no-version.text')}
          </EmptyState>
        ) : null}
        {questionnaire.data !== undefined && questionnaire.data.versions.length > 0 ? (
          <Comparison questionnaire={questionnaire.data} />
        ) : null}
      </div>
    </Main>
  );
}

function Comparison({ questionnaire }: { readonly questionnaire: Questionnaire }): ReactNode {
  const [params] = useSearchParams();
  const sides = chooseSides(questionnaire, params);
  const before = useCompared(questionnaire, sides.from);
  const after = useCompared(questionnaire, sides.to);
  const failed = [before, after].find(({ error }) => error !== null);
  return (
    <>
      <SideChoice questionnaire={questionnaire} sides={sides} />
      {failed ? <ProblemNotice error={failed.error} onRetry={failed.retry} /> : null}
      {!failed && (before.document === undefined || after.document === undefined) ? (
        <ListSkeleton rows={8} />
      ) : null}
      {before.document && after.document ? (
        <Result questionnaire={questionnaire} sides={sides} before={before.document} after={after.document} />
      ) : null}
    </>
  );
}

interface SideChoiceProps {
  readonly questionnaire: Questionnaire;
  readonly sides: Sides;
}

function SideChoice({ questionnaire, sides }: SideChoiceProps): ReactNode {
  const { t } = useTranslation(compareTexts);
  const change = useParam();
  const data = [
    { value: draftSide, label: t('draft') },
    ...questionnaire.versions.map(({ id, number }) => ({ value: id, label: t('version', { number }) })),
  ];
  return (
    <div className="pb-compare-choice pb-no-print">
      {(['from', 'to'] as const).map((side) => (
        <NativeSelect
          key={side}
          label={t(side)}
          data={data}
          value={sides[side]}
          onChange={(event) => {
            change({ ...sides, [side]: event.currentTarget.value, kind: '' });
          }}
        />
      ))}
      <Button
        onClick={() => {
          change({ from: sides.to, to: sides.from, kind: '' });
        }}
      >
        {t('swap')}
      </Button>
    </div>
  );
}

/** What is chosen stands in the address: a comparison can be sent as a link. */
function useParam(): (changes: Readonly<Record<string, string>>) => void {
  const [, setParams] = useSearchParams();
  return (changes) => {
    setParams(
      (before) => {
        const params = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value === '') params.delete(name);
          else params.set(name, value);
        }
        return params;
      },
      { replace: true },
    );
  };
}

interface ResultProps extends SideChoiceProps {
  readonly before: QuestionnaireDocument;
  readonly after: QuestionnaireDocument;
}

function Result({ questionnaire, sides, before, after }: ResultProps): ReactNode {
  const { t, language } = useTranslation(compareTexts);
  const [params] = useSearchParams();
  const change = useParam();
  const changes = useMemo(() => diffDocuments(before, after), [before, after]);
  const proposed = useMemo(() => proposeEquivalence(before, after), [before, after]);
  const kept = useEquivalence(questionnaire.id, sides.to, sides.to !== draftSide).data;
  // Stated when the version was published, from the very version that it is compared with.
  const stated = kept?.sha256 && kept.fromVersionId === sides.from ? kept : undefined;
  const equivalences = stated?.equivalences ?? proposed;
  const compared = useComparedInWords(questionnaire, sides);
  const view = views.find((one) => one === params.get('view')) ?? 'changes';
  if (changes.length === 0) return <EmptyState title={t('none')}>{t('none.text')}</EmptyState>;
  return (
    <>
      <div className="pb-between pb-wrap">
        <h2>
          {compared} · {t('changes.count', { count: changes.length })}
        </h2>
        <Segments
          label={t('view')}
          values={views}
          chosen={view}
          name={(one) => t(`view.${one}`)}
          onChoose={(one) => {
            change({ view: one === 'changes' ? '' : one, kind: '' });
          }}
          className="pb-no-print"
        />
      </div>
      {view === 'changes' ? <Changes changes={changes} /> : null}
      {view === 'answers' ? (
        <EquivalenceList
          equivalences={equivalences}
          stated={stated}
          before={before}
          after={after}
          chosen={equivalenceKinds.find((kind) => kind === params.get('kind')) ?? null}
          onChoose={(kind) => {
            change({ kind: kind ?? '' });
          }}
        />
      ) : null}
      {view === 'text' ? (
        <DiffAsText
          key={compared}
          text={diffInText({ title: questionnaire.title, compared }, changes, language)}
          fileName={`${questionnaire.code}-comparaison.txt`}
        />
      ) : null}
    </>
  );
}

function Changes({ changes }: { readonly changes: ReturnType<typeof diffDocuments> }): ReactNode {
  const { t } = useTranslation(compareTexts);
  const [params] = useSearchParams();
  const change = useParam();
  const counts = countChanges(changes);
  const chosen: ChangeKind | null =
    changeKinds.find((kind) => kind === params.get('kind') && counts.has(kind)) ?? null;
  return (
    <>
      <KindFilter
        label={t('filter')}
        all={{ label: t('all'), count: changes.length }}
        kinds={changeKinds.map((kind) => ({ kind, label: t(`kind.${kind}`), count: counts.get(kind) ?? 0 }))}
        chosen={chosen}
        onChoose={(kind) => {
          change({ kind: kind ?? '' });
        }}
      />
      <ChangeList changes={chosen === null ? changes : changes.filter(({ kind }) => kind === chosen)} />
    </>
  );
}

function useComparedInWords({ versions }: Questionnaire, { from, to }: Sides): string {
  const { t } = useTranslation(compareTexts);
  const name = (side: string): string =>
    t('compared.version', { number: versions.find(({ id }) => id === side)?.number ?? 0 });
  if (to === draftSide) return t('compared.to-draft', { from: name(from) });
  if (from === draftSide) return t('compared.from-draft', { to: name(to) });
  return t('compared', { from: name(from), to: name(to) });
}
