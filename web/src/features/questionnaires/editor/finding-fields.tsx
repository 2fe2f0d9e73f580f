import { NativeSelect } from '@mantine/core';
import { knockoutInWords } from '@probant/shared/questionnaires/condition-words';
import { severities } from '@probant/shared/questionnaires/document';
import { withOptional } from '@probant/shared/questionnaires/optional-property';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { useEditor, useFieldAt } from './editor-context.js';
import { editorTexts } from './editor.texts.js';
import { NumberField } from './number-field.js';
import { WordingFields } from './wording-fields.js';

/** What the question weighs, and what is found when the answer is bad. */
export function FindingFields(): ReactNode {
  const { t } = useTranslation(editorTexts);
  const { question, onChange } = useEditor();
  const { id, error } = useFieldAt('/severity');
  return (
    <section className="pb-stack">
      <h3>{t('score')}</h3>
      <div className="pb-form-pair">
        <NumberField
          label={t('weight')}
          at="/weight"
          value={question.weight}
          onChange={(weight = NaN) => {
            onChange({ ...question, weight });
          }}
        />
        <NativeSelect
          id={id}
          label={t('severity')}
          error={error}
          value={question.severity}
          data={severities.map((severity) => ({ value: severity, label: t(`severity.${severity}`) }))}
          onChange={(event) => {
            const severity = severities.find((one) => one === event.currentTarget.value) ?? 'medium';
            onChange({ ...question, severity });
          }}
        />
        <OptionalNumber name="trigger" label={t('trigger')} />
        <OptionalNumber name="keyPoint" label={t('keyPoint')} />
      </div>
      {(['finding', 'fix'] as const).map((name) => (
        <WordingFields
          key={name}
          optional
          label={t(name)}
          at={`/${name}`}
          value={question[name]}
          onChange={(text) => {
            onChange(withOptional(question, name, text));
          }}
        />
      ))}
      <Knockouts />
    </section>
  );
}

function OptionalNumber({
  name,
  label,
}: {
  readonly name: 'trigger' | 'keyPoint';
  readonly label: string;
}): ReactNode {
  const { question, onChange } = useEditor();
  return (
    <NumberField
      optional
      label={label}
      at={`/${name}`}
      value={question[name]}
      onChange={(value) => {
        onChange(withOptional(question, name, value));
      }}
    />
  );
}

/** The floors that the answer decides, in words; they are the questionnaire's, not the question's. */
function Knockouts(): ReactNode {
  const { t, language } = useTranslation(editorTexts);
  const { document, question, addressOfKnockout } = useEditor();
  const own = document.knockouts.filter(({ id }) => question.knockouts.includes(id));
  if (own.length === 0) return null;
  return (
    <div className="pb-stack">
      <p className="pb-field-label">{t('knockouts')}</p>
      <ul className="pb-picked">
        {own.map(({ id, floor, when, text }) => (
          <li key={id} className="pb-sm">
            {addressOfKnockout === undefined ? (
              <span className="pb-mono pb-verm">{id}</span>
            ) : (
              <Link className="pb-mono" to={addressOfKnockout(id)}>
                {id}
              </Link>
            )}{' '}
            {text[language]}
            <br />
            <span className="pb-muted">
              {t('knockout.when', { floor, when: knockoutInWords(when, language) })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
