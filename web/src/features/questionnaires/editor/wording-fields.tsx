import { Textarea } from '@mantine/core';
import { languages, type Language, type Localised } from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';

import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { editorTexts } from './editor.texts.js';
import { useFieldAt } from './editor-context.js';

interface WordingFieldsProps {
  readonly label: string;
  readonly at: string;
  readonly value: Localised | undefined;
  /** Nothing when both languages are empty, where the text may be left out. */
  readonly onChange: (value: Localised | undefined) => void;
  readonly optional?: boolean;
  readonly description?: string;
}

/** One text in both languages, side by side; where one is there and the other is not, it says so. */
export function WordingFields(props: WordingFieldsProps): ReactNode {
  const { value = { fr: '', en: '' }, optional = false, onChange } = props;
  const set = (language: Language, text: string): void => {
    const next = { ...value, [language]: text };
    onChange(optional && next.fr.trim() === '' && next.en.trim() === '' ? undefined : next);
  };
  return (
    <div className="pb-form-pair">
      {languages.map((language) => (
        <WordingField key={language} {...props} language={language} value={value} onText={set} />
      ))}
    </div>
  );
}

interface WordingFieldProps extends WordingFieldsProps {
  readonly value: Localised;
  readonly language: Language;
  readonly onText: (language: Language, text: string) => void;
}

function WordingField({
  label,
  at,
  value,
  language,
  onText,
  optional = false,
  description,
}: WordingFieldProps): ReactNode {
  const { t } = useTranslation(editorTexts);
  const { id, error } = useFieldAt(`${at}/${language}`);
  const other = language === 'fr' ? value.en : value.fr;
  const missing = value[language].trim() === '' && (!optional || other.trim() !== '');
  return (
    <div className="pb-wording">
      <Textarea
        id={id}
        autosize
        minRows={1}
        maxRows={8}
        lang={language}
        label={`${label} (${t(`in.${language}`)})`}
        {...(description === undefined ? {} : { description })}
        error={error}
        value={value[language]}
        onChange={(event) => {
          onText(language, event.currentTarget.value);
        }}
      />
      {missing ? <span className="pb-tag pb-tag-amber">{t('missing')}</span> : null}
    </div>
  );
}
