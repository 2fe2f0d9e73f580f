import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { LessonLink } from '../../ui/law/lesson-link.js';
import { Quote } from '../../ui/law/quote.js';
import { CandidateList } from './candidate-list.js';
import { ClauseAnswers } from './clause-answers.js';
import type { DraftState } from './clause-draft.js';
import { ClauseForm } from './clause-form.js';
import { ClauseHistory } from './clause-history.js';
import { contractTexts } from './contracts.texts.js';
import { StatusTag } from './status-tag.js';
import type { Assessment, Candidate, Contract, ContractText, ModelClause } from './use-contract.js';

interface Span {
  readonly start: number;
  readonly end: number;
}

export interface ClauseDeskProps {
  readonly contract: Contract;
  readonly clause: ModelClause;
  readonly kept: Assessment | undefined;
  readonly state: DraftState;
  readonly content: ContractText | null;
  readonly candidates: readonly Candidate[];
  readonly selection: Span | null;
  readonly onQuote: (span: Span | null) => void;
  readonly onLook: (span: Span) => void;
  readonly goBy: (step: number) => void;
}

/** One clause: passages proposed for it, what a person finds, what the supplier answered, and its model wording. */
export function ClauseDesk(props: ClauseDeskProps): ReactNode {
  const { contract, clause, kept, state, content, candidates, onQuote, onLook, goBy } = props;
  const { t, language } = useTranslation(contractTexts);
  const canWrite = useCan('contracts:write');
  return (
    <section className="pb-contract-desk" aria-labelledby="clause-title">
      <header className="pb-between">
        <div>
          <p className="pb-xs pb-muted">
            <span className="pb-mono">{clause.id}</span>
            {clause.keyPoint === null ? '' : ` · ${t('desk.key-point', { number: clause.keyPoint })}`}
          </p>
          <h2 id="clause-title">{clause.title[language]}</h2>
        </div>
        <div className="pb-row">
          <ActionIcon aria-label={t('desk.previous')} onClick={() => goBy(-1)}>
            <IconChevronUp size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={t('desk.next')} onClick={() => goBy(1)}>
            <IconChevronDown size={18} aria-hidden />
          </ActionIcon>
        </div>
      </header>
      {canWrite ? <ClauseForm {...props} /> : <Found kept={kept} />}
      <CandidateList
        candidates={candidates}
        content={content}
        taken={state.draft.passage}
        onLook={onLook}
        {...(canWrite
          ? {
              onTake: (candidate: Candidate) => {
                onQuote(candidate);
              },
            }
          : {})}
      />
      <ClauseAnswers contract={contract} clauseId={clause.id} status={kept?.status ?? null} />
      <details className="pb-contract-more">
        <summary>{t('desk.model')}</summary>
        <p className="pb-xs pb-muted">{t('desk.model.text')}</p>
        <p className="pb-contract-model" lang="fr">
          {clause.model}
        </p>
      </details>
      <details className="pb-contract-more">
        <summary>{t('desk.lessons')}</summary>
        <ul>
          {clause.lessons.map((lessonId) => (
            <li key={lessonId}>
              <LessonLink lessonId={lessonId} />
            </li>
          ))}
        </ul>
      </details>
      <ClauseHistory
        engagementId={contract.engagementId}
        clauseId={clause.id}
        revision={kept?.revision ?? 0}
      />
    </section>
  );
}

/** For who only reads. */
function Found({ kept }: { readonly kept: Assessment | undefined }): ReactNode {
  return (
    <div className="pb-stack">
      <p>
        <StatusTag status={kept?.status ?? null} />
      </p>
      {kept === undefined || kept.quote === '' ? null : <Quote size="small">{kept.quote}</Quote>}
      {kept === undefined || kept.note === '' ? null : <p className="pb-contract-words">{kept.note}</p>}
    </div>
  );
}
