import { Button, Radio, Textarea } from '@mantine/core';
import { clauseStatuses } from '@probant/shared/contracts/clause-status';
import { maxLengths } from '@probant/shared/limits';
import { type ReactNode, useId, useState } from 'react';

import { isProblem } from '../../platform/api/problem.js';
import { formatInstant } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { Quote } from '../../ui/law/quote.js';
import type { ClauseDeskProps } from './clause-desk.js';
import { contractTexts } from './contracts.texts.js';
import { extendAfter, extendBefore, nextPassage, previousPassage, spanOf } from './quote-range.js';
import { type Status, useAssessClause } from './use-contract.js';

/** What a person finds of the clause, with the passage that shows it. What was typed stays until it is saved. */
export function ClauseForm(props: ClauseDeskProps): ReactNode {
  const { contract, clause, kept, state } = props;
  const { t, language } = useTranslation(contractTexts);
  const { draft, changed, change, forget } = state;
  const assess = useAssessClause(contract.engagementId);
  const [missing, setMissing] = useState(false);
  const save = async (): Promise<void> => {
    setMissing(draft.status === null);
    if (draft.status === null) return;
    const { status, note, revision } = draft;
    const passage = status === 'absent' ? null : draft.passage;
    await assess.mutateAsync({ clauseId: clause.id, status, passage, note, revision });
    forget();
  };
  const noteError = isProblem(assess.error)
    ? assess.error.fields.find(({ pointer }) => pointer === '/note')?.detail
    : undefined;
  return (
    <form
      noValidate
      className="pb-contract-form"
      onSubmit={(event) => {
        event.preventDefault();
        save().catch(() => undefined);
      }}
    >
      <StatusChoice
        value={draft.status}
        error={missing && draft.status === null ? t('status.required') : undefined}
        onChange={(status) => {
          change({ status });
        }}
      />
      {draft.status === 'absent' ? null : <QuoteEditor {...props} />}
      <Textarea
        label={t('note')}
        description={t('note.help')}
        autosize
        minRows={2}
        maxLength={maxLengths.longText}
        value={draft.note}
        error={noteError}
        onChange={(event) => {
          change({ note: event.currentTarget.value });
        }}
      />
      {assess.error && noteError === undefined ? <ProblemNotice error={assess.error} /> : null}
      <div className="pb-row pb-wrap">
        {changed || kept === undefined ? (
          <Button type="submit" variant="filled" loading={assess.isPending}>
            {t('save')}
          </Button>
        ) : null}
        {changed ? (
          <StatusLine kind="waiting">{t('not-saved')}</StatusLine>
        ) : kept === undefined ? null : (
          <StatusLine kind="done">
            {t('saved', { name: kept.byName, at: formatInstant(kept.at, language) })}
          </StatusLine>
        )}
      </div>
    </form>
  );
}

interface StatusChoiceProps {
  readonly value: Status | null;
  readonly error: string | undefined;
  readonly onChange: (status: Status) => void;
}

function StatusChoice({ value, error, onChange }: StatusChoiceProps): ReactNode {
  const { t } = useTranslation(contractTexts);
  return (
    <Radio.Group
      name="status"
      label={t('judge')}
      value={value ?? ''}
      error={error}
      onChange={(chosen) => {
        const status = clauseStatuses.find((one) => one === chosen);
        if (status !== undefined) onChange(status);
      }}
    >
      <div className="pb-contract-statuses">
        {clauseStatuses.map((status) => (
          <Radio
            key={status}
            value={status}
            label={t(`status.${status}`)}
            description={t(`status.${status}.text`)}
          />
        ))}
      </div>
    </Radio.Group>
  );
}

function QuoteEditor({ contract, state, content, selection, onQuote, kept }: ClauseDeskProps): ReactNode {
  const { t } = useTranslation(contractTexts);
  const labelId = useId();
  const { passage } = state.draft;
  const passages = content?.passages ?? [];
  const [first] = passages;
  const words = passage === null ? '' : (content?.text.slice(passage.start, passage.end) ?? '');
  const superseded = contract.documents.some(
    ({ id, superseded: gone }) => gone && id === passage?.documentId,
  );
  const moves = [
    ['quote.before', extendBefore],
    ['quote.after', extendAfter],
    ['quote.previous', previousPassage],
    ['quote.next', nextPassage],
  ] as const;
  return (
    <div role="group" aria-labelledby={labelId} className="pb-contract-quote">
      <p className="pb-label" id={labelId}>
        {t('quote')}
      </p>
      {passage === null ? (
        <p className="pb-sm pb-muted">{t('quote.none')}</p>
      ) : (
        <Quote size="small">{words === '' ? (kept?.quote ?? '') : words}</Quote>
      )}
      {superseded ? <p className="pb-sm pb-amber">{t('cited-superseded')}</p> : null}
      <div className="pb-row pb-wrap">
        {selection === null ? null : (
          <Button size="xs" variant="filled" onClick={() => onQuote(selection)}>
            {t('quote.selection')}
          </Button>
        )}
        {passage === null && first !== undefined ? (
          <Button size="xs" onClick={() => onQuote(spanOf(first))}>
            {t('quote.first')}
          </Button>
        ) : null}
        {passage === null || first === undefined
          ? null
          : moves.map(([key, move]) => (
              <Button key={key} size="xs" onClick={() => onQuote(move(passages, passage))}>
                {t(key)}
              </Button>
            ))}
        {passage === null ? null : (
          <Button size="xs" variant="transparent" onClick={() => onQuote(null)}>
            {t('quote.remove')}
          </Button>
        )}
      </div>
    </div>
  );
}
