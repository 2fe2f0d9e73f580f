import './suggestions.css';

import { Button } from '@mantine/core';
import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import { IconHistory } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';

import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useShortcuts } from '../../platform/shortcuts.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { sameAnswer } from './draft.js';
import { answerOf, noEntry } from './queue-state.js';
import { SuggestionCard } from './suggestion-card.js';
import { suggestionTexts } from './suggestions.texts.js';
import type { Answering } from './use-answering.js';
import { usePieceActs } from './use-pieces.js';
import {
  takeOver,
  toDraft,
  useReconfirmation,
  useSuggestions,
  type Reconfirmation,
  type Suggestion,
} from './use-suggestions.js';

interface SuggestionsProps {
  readonly question: SupplierQuestion;
  readonly answering: Answering;
  readonly readOnly: boolean;
}

/** What was answered before, beside the open question: shown where nothing is answered yet, and folded where something is. */
export function Suggestions({ question, answering, readOnly }: SuggestionsProps): ReactNode {
  const { sheet, state, queue } = answering;
  const { assessmentId } = sheet.state;
  const entry = state.entries.get(question.id) ?? noEntry;
  const suggestions = useSuggestions(assessmentId, question.id, !readOnly);
  const reconfirmed = useReconfirmation(assessmentId, question.id, entry);
  const acts = usePieceActs(assessmentId, queue);
  const there = sheet.state.pieces
    .filter(({ questionId }) => questionId === question.id)
    .map(({ evidenceId }) => evidenceId);
  const said = answerOf(entry);
  const answered = (said !== undefined && said.state !== 'cleared') || there.length > 0;
  // What is said already is no suggestion.
  const items = (suggestions.data?.items ?? []).filter(
    ({ fitted }) => said === undefined || fitted === null || !sameAnswer(toDraft(fitted), said),
  );
  const take = (suggestion: Suggestion): void => {
    // What fails shows below: the answer is in its fields all the same.
    takeOver(suggestion, { question, queue, acts, there }).catch(() => undefined);
    document.getElementById(`question-${question.id}`)?.focus({ preventScroll: true });
  };
  return (
    <>
      {reconfirmed === undefined ? null : <Reconfirmed reconfirmed={reconfirmed} />}
      {suggestions.data?.bound === true && !answered ? <Bound /> : null}
      {items.length === 0 || readOnly ? null : (
        <Offered key={String(answered)} question={question} items={items} answered={answered} onTake={take} />
      )}
      {acts.link.isError ? <ProblemNotice error={acts.link.error} /> : null}
    </>
  );
}

interface OfferedProps {
  readonly question: SupplierQuestion;
  readonly items: readonly Suggestion[];
  readonly answered: boolean;
  readonly onTake: (suggestion: Suggestion) => void;
}

function Offered({ question, items, answered, onTake }: OfferedProps): ReactNode {
  const { t } = useTranslation(suggestionTexts);
  const [open, setOpen] = useState(!answered);
  const [more, setMore] = useState(false);
  const [first, ...others] = items;
  useShortcuts({
    // Only what stands on the screen to be read can be taken over.
    r: () => {
      if (open && first !== undefined && isUsable(first)) onTake(first);
    },
  });
  if (first === undefined) return null;
  if (!open)
    return (
      <div>
        <button
          type="button"
          className="pb-ans-link"
          onClick={() => {
            setOpen(true);
          }}
        >
          {t('show', { count: items.length })}
        </button>
      </div>
    );
  return (
    <section className="pb-sug" aria-label={t('title')}>
      <div className="pb-between pb-wrap">
        <h3 className="pb-label">{t('title')}</h3>
        <Button
          size="xs"
          variant="transparent"
          onClick={() => {
            setOpen(false);
          }}
        >
          {t('hide')}
        </Button>
      </div>
      {answered ? <p className="pb-xs pb-muted">{t('replaces')}</p> : null}
      {(more ? items : [first]).map((suggestion) => (
        <SuggestionCard
          key={suggestion.entryId}
          question={question}
          suggestion={suggestion}
          hasKey={suggestion === first}
          onTake={isUsable(suggestion) ? onTake : undefined}
        />
      ))}
      {others.length === 0 || more ? null : (
        <button
          type="button"
          className="pb-ans-link"
          onClick={() => {
            setMore(true);
          }}
        >
          {t('others', { count: others.length })}
        </button>
      )}
    </section>
  );
}

function isUsable({ fitted, misfit, pieces }: Suggestion): boolean {
  return fitted !== null || (misfit === null && pieces.length > 0);
}

function Reconfirmed({ reconfirmed }: { readonly reconfirmed: Reconfirmation }): ReactNode {
  const { t, language } = useTranslation(suggestionTexts);
  const { givenAt, at, byName } = reconfirmed;
  return (
    <p className="pb-sm pb-ok pb-sug-done" role="status">
      <IconHistory size={14} aria-hidden />
      {t('reconfirmed', {
        given: formatDay(givenAt.slice(0, 10), language),
        name: byName,
        day: formatDay(at.slice(0, 10), language),
      })}
    </p>
  );
}

function Bound(): ReactNode {
  const { t } = useTranslation(suggestionTexts);
  return (
    <p className="pb-sm pb-muted">
      {t('bound')} <Link to="/r/workspace">{t('bound.open')}</Link>
    </p>
  );
}
