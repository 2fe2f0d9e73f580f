import { Checkbox, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { Controller } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { ApiFormState } from '../../ui/input/api-form.js';
import { ruleTexts } from './decision-rule.texts.js';
import type { RuleValues } from './rule-values.js';
import type { RuleVocabulary } from './use-decision-rules.js';

interface RuleAnswerProps {
  readonly state: ApiFormState<RuleValues>;
  readonly vocabulary: RuleVocabulary;
  readonly place: number;
}

/** A question, found by typing, and the answers of it that count. */
export function RuleAnswer({ state, vocabulary, place }: RuleAnswerProps): ReactNode {
  const { t, language } = useTranslation(ruleTexts);
  const questionId = state.form.watch(`conditions.${place}.questionId`);
  const options = vocabulary.questions.find(({ id }) => id === questionId)?.options ?? [];
  return (
    <>
      <Controller
        control={state.form.control}
        name={`conditions.${place}.questionId`}
        rules={{ required: t('question.required') }}
        render={({ field }) => (
          <Select
            id={state.idOf(`conditions.${place}.questionId`)}
            label={t('question')}
            searchable
            required
            data={vocabulary.questions.map((one) => ({
              value: one.id,
              label: `${one.id} · ${one[language]}`,
            }))}
            value={field.value === '' ? null : field.value}
            error={state.errorOf(`conditions.${place}.questionId`)}
            onBlur={field.onBlur}
            onChange={(value) => {
              field.onChange(value ?? '');
              state.form.setValue(`conditions.${place}.values`, []);
            }}
          />
        )}
      />
      {options.length === 0 ? null : (
        <Controller
          control={state.form.control}
          name={`conditions.${place}.values`}
          render={({ field }) => (
            <Checkbox.Group
              id={state.idOf(`conditions.${place}.values`)}
              label={t('values')}
              value={field.value}
              onChange={field.onChange}
              error={state.errorOf(`conditions.${place}.values`)}
            >
              <div className="pb-stack">
                {options.map((one) => (
                  <Checkbox key={one.value} value={one.value} label={one[language]} />
                ))}
              </div>
            </Checkbox.Group>
          )}
        />
      )}
      <Checkbox label={t('or-nothing')} {...state.form.register(`conditions.${place}.orNothing`)} />
    </>
  );
}
