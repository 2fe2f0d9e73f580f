import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef } from 'react';
import { FormProvider, useForm, useFormContext, useWatch } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { fieldOf, toDraftAnswer, toFields, type AnswerFields } from './answer-fields.js';
import { answeringTexts } from './answering.texts.js';
import { ChoiceField, TicksField } from './choice-field.js';
import { coveredFields, coveredName, withCovered } from './covered-fields.js';
import { EarlierAnswers, type Earlier } from './earlier-answers.js';
import type { KeptFields } from './kept-fields.js';
import { QuantityField } from './quantity-field.js';
import { answerOf, type Entry } from './queue-state.js';
import type { SaveQueue } from './save-queue.js';
import { StanceButtons, StanceNote } from './stance-field.js';

const TableField = lazy(async () => ({ default: (await import('./table-field.js')).TableField }));

interface AnswerFormProps {
  readonly question: SupplierQuestion;
  readonly entry: Entry;
  readonly queue: SaveQueue;
  readonly readOnly: boolean;
  readonly helpId: string;
  /** Where what an answer covers is kept. */
  readonly kept: KeptFields;
  readonly earlier: Earlier;
  /** Stands between the answer and the comment where the margin has no room. */
  readonly aside?: ReactNode;
}

/** The fields of the open question. Every change goes to the queue; leaving a field sends it at once. */
export function AnswerForm(props: AnswerFormProps): ReactNode {
  const { question, entry, queue, readOnly, helpId, kept, earlier, aside } = props;
  const { language } = useTranslation(answeringTexts);
  const name = coveredName(question.id);
  const fieldsOf = useCallback(
    (shown: Entry) => withCovered(toFields(question, answerOf(shown), language), kept.read().get(name)),
    [question, language, kept, name],
  );
  const form = useForm<AnswerFields>({ defaultValues: fieldsOf(entry) });
  const { subscribe, reset } = form;
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          queue.change(question.id, toDraftAnswer(question, values));
          kept.keep(name, coveredFields(question, values));
        },
      }),
    [subscribe, queue, question, kept, name],
  );
  const latest = useRef(entry);
  useEffect(() => {
    latest.current = entry;
  });
  const shown = useRef(entry.external);
  useEffect(() => {
    if (shown.current === entry.external) return;
    shown.current = entry.external;
    reset(fieldsOf(latest.current));
  }, [entry.external, fieldsOf, reset]);

  const troubles = useMemo(
    () =>
      new Map(
        (entry.troubles ?? []).map(({ pointer, message }) => [
          fieldOf(question, entry.draft?.answer ?? { state: 'cleared' }, pointer),
          message,
        ]),
      ),
    [entry.troubles, entry.draft, question],
  );
  return (
    <FormProvider {...form}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          queue.flush();
        }}
        onBlur={() => {
          queue.flush();
        }}
      >
        <fieldset className="pb-ans-fields" disabled={readOnly} aria-describedby={helpId}>
          <legend className="pb-hidden">{question.text[language]}</legend>
          <EarlierAnswers value={earlier}>
            <ValueField question={question} troubles={troubles} helpId={helpId} readOnly={readOnly} />
          </EarlierAnswers>
          {aside}
          <CommentField question={question} trouble={troubles.get('comment')} />
        </fieldset>
      </form>
    </FormProvider>
  );
}

interface ValueFieldProps {
  readonly question: SupplierQuestion;
  readonly troubles: ReadonlyMap<string, string>;
  readonly helpId: string;
  readonly readOnly: boolean;
}

function ValueField({ question, troubles, helpId, readOnly }: ValueFieldProps): ReactNode {
  const stance = useWatch<AnswerFields, 'stance'>({ name: 'stance' });
  const fieldId = `answer-${question.id}`;
  const noteId = `${fieldId}-note`;
  const trouble = troubles.get('value');
  const described = `${helpId} ${noteId}`;
  const stanceProps = { question, fieldId, trouble: troubles.get('justification') };
  return (
    <div>
      {stance === 'answered' ? (
        <Input {...{ question, troubles, fieldId, described, readOnly }} invalid={trouble !== undefined} />
      ) : (
        <StanceNote {...stanceProps} />
      )}
      <p className="pb-field-error" id={noteId} role="status">
        {trouble ?? ''}
      </p>
      {readOnly ? null : (
        <div className="pb-ans-stances">
          <StanceButtons {...stanceProps} />
        </div>
      )}
    </div>
  );
}

interface InputProps {
  readonly question: SupplierQuestion;
  readonly troubles: ReadonlyMap<string, string>;
  readonly fieldId: string;
  readonly described: string;
  readonly readOnly: boolean;
  readonly invalid: boolean;
}

function Input({ question, troubles, fieldId, described, readOnly, invalid }: InputProps): ReactNode {
  const { t } = useTranslation(answeringTexts);
  const { register } = useFormContext<AnswerFields>();
  switch (question.type) {
    case 'single':
      return <ChoiceField name={fieldId} options={question.options} disabled={readOnly} />;
    case 'multi':
      return <TicksField name={fieldId} options={question.options} disabled={readOnly} />;
    case 'number':
    case 'duration':
    case 'date_age':
      return (
        <QuantityField question={question} fieldId={fieldId} describedBy={described} invalid={invalid} />
      );
    case 'table':
      return (
        <Suspense fallback={<TextSkeleton lines={4} />}>
          <TableField question={question} fieldId={fieldId} troubles={troubles} />
        </Suspense>
      );
    case 'text':
      return (
        <textarea
          id={fieldId}
          className="pb-ans-input pb-ans-area"
          rows={4}
          aria-label={t('question.answer', { id: question.id })}
          aria-describedby={described}
          aria-invalid={invalid}
          {...register('text')}
        />
      );
    case 'file':
      return null;
  }
}

interface CommentFieldProps {
  readonly question: SupplierQuestion;
  readonly trouble: string | undefined;
}

function CommentField({ question, trouble }: CommentFieldProps): ReactNode {
  const { t } = useTranslation(answeringTexts);
  const { register } = useFormContext<AnswerFields>();
  const fieldId = `comment-${question.id}`;
  return (
    <div>
      <div className="pb-between">
        <label className="pb-field-label" htmlFor={fieldId}>
          {t('comment')}
        </label>
        <span className="pb-xs pb-muted">{t('optional')}</span>
      </div>
      <textarea
        id={fieldId}
        className="pb-ans-input pb-ans-area"
        rows={2}
        placeholder={t('comment.place')}
        aria-invalid={trouble !== undefined}
        aria-describedby={`${fieldId}-note`}
        {...register('comment')}
      />
      <p className="pb-field-error" id={`${fieldId}-note`}>
        {trouble ?? ''}
      </p>
    </div>
  );
}
