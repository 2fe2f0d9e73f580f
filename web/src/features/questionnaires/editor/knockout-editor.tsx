import './editor.css';

import { NativeSelect } from '@mantine/core';
import { knockoutSentence, scopeInWords } from '@probant/shared/questionnaires/condition-words';
import type { Knockout, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { questionsOf } from '@probant/shared/questionnaires/edit-document';
import { effectOf, flagFor, knockoutEffects } from '@probant/shared/questionnaires/knockout-tree';
import { withOptional } from '@probant/shared/questionnaires/optional-property';
import { gradeOf } from '@probant/shared/scoring/grade';
import { type ReactNode, useId, useMemo } from 'react';

import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { ConditionFields } from './condition-fields.js';
import { FieldContext, type EditorProblem, useFieldAt } from './editor-context.js';
import { WhenFields } from './knockout-when.js';
import { knockoutTexts } from './knockout.texts.js';
import { LessonFields } from './lesson-fields.js';
import { LimitField } from './limit-field.js';
import { WordingFields } from './wording-fields.js';

export interface KnockoutEditorProps {
  /** What the knock-out stands in: its questions, facts and lessons. */
  readonly document: QuestionnaireDocument;
  readonly knockout: Knockout;
  readonly onChange: (knockout: Knockout) => void;
  /** By pointer into the knock-out; each is shown at its field. */
  readonly problems: readonly EditorProblem[];
}

/** Every property of one knock-out, in both languages, with the sentence that it makes. */
export function KnockoutEditor({ document, knockout, onChange, problems }: KnockoutEditorProps): ReactNode {
  const { t, language } = useTranslation(knockoutTexts);
  const prefix = useId();
  const questions = useMemo(
    () => new Map(questionsOf(document).map((question) => [question.id, question])),
    [document],
  );
  const { scope } = knockout;
  const only = scope === undefined ? '' : scopeInWords(scope, document.context, language);
  return (
    <FieldContext value={{ problems, prefix }}>
      <div className="pb-question-editor">
        <section className="pb-stack">
          <p className="pb-condition-sentence" aria-live="polite">
            {knockoutSentence(knockout, document, questions, language)}
          </p>
          <WhenFields
            {...{ document, questions }}
            when={knockout.when}
            onWhen={(when) => {
              onChange({ ...knockout, when });
            }}
          />
          <ConditionFields
            facts={document.context}
            value={scope}
            sentence={scope === undefined ? t('scope.all') : t('scope.only', { when: only })}
            limit={t('scope.limit')}
            always={t('scope.always')}
            onValue={(next) => {
              onChange(withOptional(knockout, 'scope', next));
            }}
          />
        </section>
        <ForceFields {...{ document, knockout, onChange }} />
        <section className="pb-stack">
          <h3>{t('wording')}</h3>
          <WordingFields
            optional
            label={t('name')}
            at="/name"
            value={knockout.name}
            onChange={(name) => {
              onChange(withOptional(knockout, 'name', name));
            }}
          />
          <WordingFields
            label={t('text')}
            at="/text"
            value={knockout.text}
            onChange={(text) => {
              onChange({ ...knockout, text: text ?? { fr: '', en: '' } });
            }}
          />
        </section>
        <section className="pb-stack">
          <h3>{t('lessons')}</h3>
          <LessonFields
            document={document}
            chosen={knockout.ref}
            onChosen={(ref) => {
              onChange({ ...knockout, ref });
            }}
          />
        </section>
      </div>
    </FieldContext>
  );
}

/** How far the grade is held down, and as what that is shown. */
function ForceFields({ document, knockout, onChange }: Omit<KnockoutEditorProps, 'problems'>): ReactNode {
  const { t } = useTranslation(knockoutTexts);
  const { floor, flag } = knockout;
  const { id, error } = useFieldAt('/flag');
  const effect = effectOf(flag);
  return (
    <section className="pb-stack">
      <h3>{t('force')}</h3>
      <div className="pb-form-pair">
        <LimitField
          label={t('floor')}
          at="/floor"
          max={100}
          value={floor}
          description={t('floor.grade', { grade: gradeOf(document, floor) })}
          onValue={(next) => {
            const shown = effect === 'cap' ? flagFor('cap', next, document) : flag;
            onChange({ ...knockout, floor: next, flag: shown });
          }}
        />
        <NativeSelect
          id={id}
          error={error}
          label={t('effect')}
          value={effect ?? flag}
          data={[
            ...(effect === undefined ? [{ value: flag, label: flag }] : []),
            ...knockoutEffects.map((one) => ({ value: one, label: t(`effect.${one}`) })),
          ]}
          onChange={(event) => {
            const next = knockoutEffects.find((one) => one === event.currentTarget.value);
            if (next !== undefined) onChange({ ...knockout, flag: flagFor(next, floor, document) });
          }}
        />
      </div>
    </section>
  );
}
