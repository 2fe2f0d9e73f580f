import { Checkbox } from '@mantine/core';
import type {
  SupplierQuestionnaire,
  SupplierTheme,
} from '@probant/shared/questionnaires/supplier-questionnaire';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { delegationTexts } from './delegations.texts.js';

interface Part {
  readonly themes: readonly string[];
  readonly questions: readonly string[];
}

interface PartPickerProps {
  readonly id: string;
  readonly document: SupplierQuestionnaire;
  readonly value: Part;
  readonly error: string | undefined;
  readonly onChange: (part: Part) => void;
}

/** Whole themes, or questions of them; a theme that is ticked takes its questions along. */
export function PartPicker({ id, document, value, error, onChange }: PartPickerProps): ReactNode {
  const { t } = useTranslation(delegationTexts);
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className="pb-part-picker"
      aria-invalid={error !== undefined}
      aria-describedby={`${id}-error`}
    >
      <legend className="pb-field-label">{t('what')}</legend>
      <p className="pb-field-error" id={`${id}-error`}>
        {error}
      </p>
      <ul>
        {document.themes.map((theme) => (
          <ThemeChoice key={theme.code} {...{ theme, value, onChange }} />
        ))}
      </ul>
    </fieldset>
  );
}

interface ThemeChoiceProps {
  readonly theme: SupplierTheme;
  readonly value: Part;
  readonly onChange: (part: Part) => void;
}

function ThemeChoice({ theme, value, onChange }: ThemeChoiceProps): ReactNode {
  const { t, language } = useTranslation(delegationTexts);
  const whole = value.themes.includes(theme.code);
  const chosen = theme.questions.filter(({ id }) => value.questions.includes(id));
  const toggled = (list: readonly string[], item: string, on: boolean): string[] =>
    on ? [...list, item] : list.filter((one) => one !== item);
  return (
    <li>
      <Checkbox
        label={
          <>
            {theme.title[language]} <span className="pb-muted pb-tabular">{theme.questions.length}</span>
          </>
        }
        checked={whole}
        indeterminate={!whole && chosen.length > 0}
        onChange={({ currentTarget: { checked } }) => {
          onChange({
            themes: toggled(value.themes, theme.code, checked),
            questions: value.questions.filter((one) => !theme.questions.some(({ id }) => id === one)),
          });
        }}
      />
      {whole ? null : (
        <details className="pb-part-questions">
          <summary className="pb-sm">
            {chosen.length > 0 ? t('pick.some', { count: chosen.length }) : t('questions')}
          </summary>
          <ul>
            {theme.questions.map((question) => (
              <li key={question.id}>
                <Checkbox
                  size="sm"
                  label={
                    <>
                      <span className="pb-mono pb-muted">{question.id}</span>{' '}
                      {(question.short ?? question.text)[language]}
                    </>
                  }
                  checked={value.questions.includes(question.id)}
                  onChange={({ currentTarget: { checked } }) => {
                    onChange({ ...value, questions: toggled(value.questions, question.id, checked) });
                  }}
                />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
