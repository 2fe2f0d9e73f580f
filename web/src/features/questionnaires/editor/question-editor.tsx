import './editor.css';

import { Checkbox, NativeSelect } from '@mantine/core';
import { changeType, keepParts, type AnswerParts } from '@probant/shared/questionnaires/change-type';
import {
  questionTypes,
  type Question,
  type QuestionnaireDocument,
} from '@probant/shared/questionnaires/document';
import { withOptional } from '@probant/shared/questionnaires/optional-property';
import { type ReactNode, useId, useState } from 'react';

import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { answerTexts } from './answer.texts.js';
import { CurveFields } from './curve-fields.js';
import { EditorContext, FieldContext, type EditorProblem, useEditor, useFieldAt } from './editor-context.js';
import { editorTexts } from './editor.texts.js';
import { EvidenceFields } from './evidence-fields.js';
import { FindingFields } from './finding-fields.js';
import { InheritFields } from './inherit-fields.js';
import { LessonFields } from './lesson-fields.js';
import { NumberField } from './number-field.js';
import { KeyField, OptionsFields } from './options-fields.js';
import { ScopeFields } from './scope-fields.js';
import { TableFields } from './table-fields.js';
import { WordingFields } from './wording-fields.js';

export interface QuestionEditorProps {
  /** What the question stands in: its facts, lessons, and the questions before. */
  readonly document: QuestionnaireDocument;
  readonly question: Question;
  readonly onChange: (question: Question) => void;
  /** By pointer into the question; each is shown at its field. */
  readonly problems: readonly EditorProblem[];
  /** The key may still be chosen; afterwards it never changes. */
  readonly isNew?: boolean;
  /** The address of a knock-out that the question decides, where it can be opened. */
  readonly addressOfKnockout?: (id: string) => string;
}

/** Every property of one question, in both languages; knows nothing of where it stands and of how it is saved. */
export function QuestionEditor({
  document,
  question,
  onChange,
  problems,
  isNew = false,
  addressOfKnockout,
}: QuestionEditorProps): ReactNode {
  const { t } = useTranslation(editorTexts);
  const prefix = useId();
  return (
    <EditorContext value={{ document, question, onChange, problems, prefix, addressOfKnockout }}>
      <FieldContext value={{ problems, prefix }}>
        <div className="pb-question-editor">
          <section className="pb-stack">
            <h3>{t('question')}</h3>
            <div className="pb-form-pair">
              <QuestionKey isNew={isNew} />
              <TypeField />
            </div>
            <WordingFields
              label={t('text')}
              at="/text"
              value={question.text}
              onChange={(text) => {
                onChange({ ...question, text: text ?? { fr: '', en: '' } });
              }}
            />
            {(['short', 'help'] as const).map((name) => (
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
          </section>
          <section className="pb-stack">
            <h3>{t('answer')}</h3>
            <AnswerFields />
          </section>
          <EvidenceFields />
          <FindingFields />
          <section className="pb-stack">
            <h3>{t('conditions')}</h3>
            <ScopeFields key={question.id} />
            <InheritFields />
          </section>
          <section className="pb-stack">
            <h3>{t('lessons')}</h3>
            <LessonFields
              document={document}
              chosen={question.ref}
              onChosen={(ref) => {
                onChange({ ...question, ref });
              }}
            />
          </section>
        </div>
      </FieldContext>
    </EditorContext>
  );
}

function QuestionKey({ isNew }: { readonly isNew: boolean }): ReactNode {
  const { t } = useTranslation(editorTexts);
  const { question, onChange } = useEditor();
  if (isNew) {
    return (
      <KeyField
        label={t('key')}
        description={t('key.help')}
        at="/id"
        value={question.id}
        onChange={(id) => {
          onChange({ ...question, id });
        }}
      />
    );
  }
  return (
    <div>
      <p className="pb-field-label">{t('key')}</p>
      <p className="pb-mono">{question.id}</p>
    </div>
  );
}

/** What was written for another type comes back with it. */
function TypeField(): ReactNode {
  const { t } = useTranslation(editorTexts);
  const { question, onChange } = useEditor();
  const { id, error } = useFieldAt('/type');
  const [kept, setKept] = useState<ReadonlyMap<string, AnswerParts>>(new Map());
  return (
    <NativeSelect
      id={id}
      label={t('type')}
      error={error}
      value={question.type}
      data={questionTypes.map((type) => ({ value: type, label: t(`type.${type}`) }))}
      onChange={(event) => {
        const type = questionTypes.find((one) => one === event.currentTarget.value) ?? question.type;
        const parts = keepParts(kept.get(question.id) ?? {}, question);
        setKept(new Map([...kept, [question.id, parts]]));
        onChange(changeType(question, type, parts));
      }}
    />
  );
}

function AnswerFields(): ReactNode {
  const { question } = useEditor();
  switch (question.type) {
    case 'single':
    case 'multi':
      return <OptionsFields question={question} />;
    case 'number':
    case 'duration':
    case 'date_age':
      return <CurveFields question={question} />;
    case 'table':
      return <TableFields question={question} />;
    case 'text':
    case 'file':
      return <WordsFields question={question} />;
  }
}

function WordsFields({
  question,
}: {
  readonly question: Extract<Question, { type: 'text' | 'file' }>;
}): ReactNode {
  const { t } = useTranslation(answerTexts);
  const { onChange, prefix } = useEditor();
  return (
    <>
      <NumberField
        optional
        label={t('words.risk')}
        at="/risk"
        value={question.risk}
        onChange={(risk) => {
          onChange(withOptional(question, 'risk', risk));
        }}
      />
      <Checkbox
        id={`${prefix}mandatory`}
        label={t('words.mandatory')}
        checked={question.mandatory === true}
        onChange={(event) => {
          onChange(withOptional(question, 'mandatory', event.currentTarget.checked ? true : undefined));
        }}
      />
    </>
  );
}
