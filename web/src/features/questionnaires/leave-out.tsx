import type { Localised, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { type ReactNode, useState } from 'react';

import { isProblem } from '../../platform/api/problem.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { questionnaireTexts } from './questionnaires.texts.js';
import { type Edit, type Questionnaire, useEditQuestionnaire } from './use-questionnaires.js';

/** The API says what else would change; it is asked for once more with that in view. */
export interface LeavingOut {
  readonly what: string;
  readonly edit: Edit;
  readonly dependents: string;
}

interface Editing {
  readonly apply: (edit: Edit) => void;
  readonly pending: boolean;
  /** A refusal that no dialog explains. */
  readonly problem: unknown;
  readonly savedAt: number | null;
  readonly dialog: ReactNode;
}

/** Acts on a draft; leaving out what others depend on asks first. */
export function useEditing(questionnaire: Questionnaire): Editing {
  const edit = useEditQuestionnaire(questionnaire);
  const leave = useEditQuestionnaire(questionnaire);
  const [asking, setAsking] = useState<LeavingOut | null>(null);
  const apply = (one: Edit): void => {
    edit.mutateAsync(one).catch((error: unknown) => {
      if (!isProblem(error, 'question-depended-on')) return;
      const params = error.extensions['params'] as { question?: string; dependents?: string } | undefined;
      setAsking({ what: params?.question ?? '', dependents: params?.dependents ?? '', edit: one });
    });
  };
  const problem = edit.isError && !isProblem(edit.error, 'question-depended-on') ? edit.error : null;
  const saved = [edit, leave].filter(({ isSuccess }) => isSuccess).map(({ submittedAt }) => submittedAt);
  return {
    apply,
    pending: edit.isPending,
    problem,
    savedAt: saved.length === 0 ? null : Math.max(...saved),
    dialog: (
      <LeaveOutDialog
        document={questionnaire.document}
        asking={asking}
        onLeaveOut={(leaving) => leave.mutateAsync({ ...leaving.edit, withDependents: true })}
        onClose={() => {
          setAsking(null);
        }}
      />
    ),
  };
}

interface LeaveOutDialogProps {
  readonly document: QuestionnaireDocument;
  readonly asking: LeavingOut | null;
  readonly onLeaveOut: (asking: LeavingOut) => Promise<unknown>;
  readonly onClose: () => void;
}

function LeaveOutDialog({ document, asking, onLeaveOut, onClose }: LeaveOutDialogProps): ReactNode {
  const { t, language } = useTranslation(questionnaireTexts);
  return (
    <ConfirmDialog
      opened={asking !== null}
      title={t('leaveOut.title', { what: asking?.what ?? '' })}
      confirm={t('leaveOut.confirm')}
      act={async () => {
        if (asking) await onLeaveOut(asking);
      }}
      onClose={onClose}
    >
      <p>{t('leaveOut.dependents')}</p>
      <ul className="pb-dependents">
        {(asking?.dependents ?? '').split(', ').map((id) => (
          <li key={id}>
            <span className="pb-mono">{id}</span> {textOf(document, id)?.[language]}
          </li>
        ))}
      </ul>
      <p>{t('leaveOut.dependents.text')}</p>
    </ConfirmDialog>
  );
}

/** Of a question, a knock-out or a check, whichever has the key. */
function textOf(document: QuestionnaireDocument, key: string): Localised | undefined {
  const questions = document.themes.flatMap((theme) => theme.questions);
  const named = [...questions, ...document.knockouts, ...document.consistencyChecks];
  return named.find(({ id }) => id === key)?.text;
}
