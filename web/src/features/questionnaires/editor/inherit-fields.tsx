import { Button, NativeSelect } from '@mantine/core';
import { inheritanceSentence } from '@probant/shared/questionnaires/condition-words';
import type { InheritRule, Question } from '@probant/shared/questionnaires/document';
import { questionsOf } from '@probant/shared/questionnaires/edit-document';
import { withOptional } from '@probant/shared/questionnaires/optional-property';
import { type ReactNode, useMemo } from 'react';

import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { useEditor, useFieldAt } from './editor-context.js';
import { answerTexts } from './answer.texts.js';
import { editorTexts } from './editor.texts.js';
import { NumberField } from './number-field.js';

/** When another answer decides in the place of this question, and what risk it then takes. */
export function InheritFields(): ReactNode {
  const { t } = useTranslation(editorTexts);
  const { document, question, onChange } = useEditor();
  const { id, error } = useFieldAt('/inheritIf', 'itself');
  const parents = useMemo(() => parentsOf(questionsOf(document), question.id), [document, question.id]);
  const rules = question.inheritIf ?? [];
  const set = (next: readonly InheritRule[]): void => {
    onChange(withOptional(question, 'inheritIf', next.length === 0 ? undefined : next));
  };
  const first = parents[0];
  return (
    <fieldset className="pb-stack">
      <legend className="pb-field-label">{t('inherit')}</legend>
      <p className="pb-field-help">{t('inherit.help')}</p>
      <ol className="pb-stack" hidden={rules.length === 0}>
        {rules.map((rule, index) => (
          <RuleFields
            // A rule has nothing but its place, which decides.
            key={index}
            rule={rule}
            index={index}
            parents={parents}
            onRule={(next) => {
              set(rules.with(index, next));
            }}
            onUp={() => {
              set(rules.toSpliced(index, 1).toSpliced(index - 1, 0, rule));
            }}
            onRemove={() => {
              set(rules.toSpliced(index, 1));
            }}
          />
        ))}
      </ol>
      {first === undefined ? (
        <p className="pb-sm pb-soft">{t('inherit.none')}</p>
      ) : (
        <div>
          <Button
            id={rules.length === 0 ? id : undefined}
            onClick={() => {
              set([...rules, { q: first.id, riskGte: 1, risk: 1 }]);
            }}
          >
            {t('inherit.add')}
          </Button>
        </div>
      )}
      {error !== undefined && rules.length > 0 ? <p className="pb-field-error">{error}</p> : null}
    </fieldset>
  );
}

/** Questions that come before and whose answers have risks one can take over. */
function parentsOf(questions: readonly Question[], id: string): readonly Question[] {
  const own = questions.findIndex((question) => question.id === id);
  return questions
    .slice(0, own === -1 ? questions.length : own)
    .filter(({ type }) => type !== 'table' && type !== 'text' && type !== 'file');
}

interface RuleFieldsProps {
  readonly rule: InheritRule;
  readonly index: number;
  readonly parents: readonly Question[];
  readonly onRule: (rule: InheritRule) => void;
  readonly onUp: () => void;
  readonly onRemove: () => void;
}

function RuleFields({ rule, index, parents, onRule, onUp, onRemove }: RuleFieldsProps): ReactNode {
  const { t, language } = useTranslation(editorTexts);
  const { t: tAnswer } = useTranslation(answerTexts);
  const { document } = useEditor();
  const parentField = useFieldAt(`/inheritIf/${index}/q`);
  const own = useFieldAt(`/inheritIf/${index}`);
  const number = index + 1;
  const byId = useMemo(
    () => new Map(questionsOf(document).map((question) => [question.id, question])),
    [document],
  );
  const parent = byId.get(rule.q);
  const values = valuesOf(parent, tAnswer('none.value'), language);
  return (
    <li className="pb-editor-item pb-stack" id={own.id}>
      <p className="pb-condition-sentence" aria-live="polite">
        {inheritanceSentence(rule, byId, language)}
      </p>
      <div className="pb-option-fields">
        <NativeSelect
          id={parentField.id}
          label={t('inherit.question', { number })}
          value={rule.q}
          data={[
            ...(parents.some(({ id }) => id === rule.q) ? [] : [{ value: rule.q, label: rule.q }]),
            ...parents.map(({ id, short, text }) => ({
              value: id,
              label: `${id} – ${(short ?? text)[language]}`,
            })),
          ]}
          onChange={(event) => {
            onRule({ q: event.currentTarget.value, riskGte: 1, risk: rule.risk });
          }}
        />
        <NativeSelect
          label={t('inherit.comparison', { number })}
          value={'value' in rule ? 'value' : 'risk'}
          data={[
            { value: 'risk', label: t('inherit.risk') },
            ...(values.length === 0 && !('value' in rule)
              ? []
              : [{ value: 'value', label: t('inherit.value') }]),
          ]}
          onChange={(event) => {
            const { q, risk } = rule;
            onRule(
              event.currentTarget.value === 'risk'
                ? { q, riskGte: 1, risk }
                : { q, value: values[0]?.value ?? '', risk },
            );
          }}
        />
        {'value' in rule ? (
          <NativeSelect
            label={t('inherit.answer', { number })}
            value={rule.value}
            data={
              values.some(({ value }) => value === rule.value)
                ? values
                : [{ value: rule.value, label: rule.value }, ...values]
            }
            onChange={(event) => {
              onRule({ ...rule, value: event.currentTarget.value });
            }}
          />
        ) : (
          <NumberField
            label={t('inherit.least', { number })}
            at={`/inheritIf/${index}/riskGte`}
            value={rule.riskGte}
            onChange={(riskGte = NaN) => {
              onRule({ ...rule, riskGte });
            }}
          />
        )}
        <NumberField
          label={t('inherit.takes', { number })}
          at={`/inheritIf/${index}/risk`}
          value={rule.risk}
          onChange={(risk = NaN) => {
            onRule({ ...rule, risk });
          }}
        />
      </div>
      {own.error === undefined ? null : <p className="pb-field-error">{own.error}</p>}
      <div className="pb-row pb-wrap">
        <Button variant="transparent" size="xs" disabled={index === 0} onClick={onUp}>
          {t('rule.up', { number })}
        </Button>
        <Button variant="transparent" size="xs" onClick={onRemove}>
          {t('rule.remove', { number })}
        </Button>
      </div>
    </li>
  );
}

function valuesOf(parent: Question | undefined, none: string, language: 'fr' | 'en') {
  if (parent === undefined) return [];
  if (parent.type === 'single') {
    return parent.options.map(({ value, label }) => ({ value, label: label[language] || value }));
  }
  return 'noneRisk' in parent ? [{ value: 'none', label: none }] : [];
}
