import { Button } from '@mantine/core';
import type { Question, Theme } from '@probant/shared/questionnaires/document';
import { problemsOfQuestion } from '@probant/shared/questionnaires/problems-of-question';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { uiTexts } from '../../ui/ui.texts.js';
import type { EditorProblem } from './editor/editor-context.js';
import { editorTexts } from './editor/editor.texts.js';
import { QuestionEditor } from './editor/question-editor.js';
import { emptyQuestion, refusedOfQuestion, toQuestionBody } from './question-body.js';
import { type Questionnaire, useEditQuestionnaire } from './use-questionnaires.js';

export interface QuestionTarget {
  readonly theme: Theme;
  /** null: a new one. */
  readonly question: Question | null;
}

interface QuestionDialogProps {
  readonly questionnaire: Questionnaire;
  readonly target: QuestionTarget | null;
  readonly onClose: () => void;
}

/** One question of the draft, written or changed in a dialog and saved as a whole. */
export function QuestionDialog({ questionnaire, target, onClose }: QuestionDialogProps): ReactNode {
  const { t, language } = useTranslation(editorTexts);
  const [changed, setChanged] = useState(false);
  const title = target?.question
    ? t('dialog.change', { id: target.question.id })
    : t('dialog.add', { theme: target?.theme.title[language] ?? '' });
  const close = (): void => {
    setChanged(false);
    onClose();
  };
  return (
    <Dialog opened={target !== null} onClose={close} title={title} size="xl" changed={changed}>
      {target ? (
        <QuestionForm
          questionnaire={questionnaire}
          target={target}
          onClose={close}
          onChanged={() => {
            setChanged(true);
          }}
        />
      ) : null}
    </Dialog>
  );
}

interface QuestionFormProps extends QuestionDialogProps {
  readonly target: QuestionTarget;
  readonly onChanged: () => void;
}

function QuestionForm({ questionnaire, target, onClose, onChanged }: QuestionFormProps): ReactNode {
  const { t } = useTranslation(editorTexts);
  const { t: tUi } = useTranslation(uiTexts);
  const edit = useEditQuestionnaire(questionnaire);
  const [question, setQuestion] = useState(target.question ?? emptyQuestion);
  const [tried, setTried] = useState(target.question !== null);
  const problems = useProblems(questionnaire, target.theme, question);
  const refused = refusedOfQuestion(edit.error);
  const shown = tried ? onceEach([...refused, ...problems]) : [];
  const save = async (): Promise<void> => {
    setTried(true);
    const body = toQuestionBody(question);
    await edit.mutateAsync(
      target.question === null
        ? { kind: 'add-question', themeCode: target.theme.code, question: body }
        : { kind: 'change-question', question: body },
    );
    onClose();
  };
  return (
    <form
      className="pb-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save().catch(() => undefined);
      }}
    >
      <QuestionEditor
        document={questionnaire.document}
        question={question}
        isNew={target.question === null}
        problems={shown}
        onChange={(next) => {
          edit.reset();
          setQuestion(next);
          onChanged();
        }}
      />
      {edit.isError ? <ProblemNotice error={edit.error} /> : null}
      {shown.length > 0 ? (
        <p className="pb-sm pb-amber" role="status">
          {t('problems', { count: shown.length })}
        </p>
      ) : null}
      <div className="pb-row pb-wrap pb-question-actions">
        <Button type="submit" variant="filled" loading={edit.isPending}>
          {t('save')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {tUi('cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Worked out after the key was shown: a thousand questions take longer than one stroke may. */
function useProblems(
  { document }: Questionnaire,
  { code }: Theme,
  question: Question,
): readonly EditorProblem[] {
  const calm = useDeferredValue(question);
  return useMemo(() => problemsOfQuestion(document, code, calm), [document, code, calm]);
}

function onceEach(problems: readonly EditorProblem[]): readonly EditorProblem[] {
  return [...new Map(problems.map((one) => [`${one.pointer} ${one.code}`, one])).values()];
}
