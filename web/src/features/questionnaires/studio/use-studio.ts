import type {
  Knockout,
  Question,
  QuestionnaireDocument,
  Theme,
} from '@probant/shared/questionnaires/document';
import { findPlaced } from '@probant/shared/questionnaires/draft/apply-steps';
import {
  addKnockoutSteps,
  addQuestionSteps,
  addThemeSteps,
  broughtBackSteps,
  changeKnockoutSteps,
  changeQuestionSteps,
  changeThemeSteps,
  duplicateQuestionSteps,
  leaveOutQuestionSteps,
  leaveOutThemeSteps,
  moveKnockoutSteps,
  moveQuestionSteps,
  moveThemeSteps,
  removeKnockoutSteps,
  renameSteps,
} from '@probant/shared/questionnaires/draft/draft-acts';
import type { Place } from '@probant/shared/questionnaires/draft/draft-step';
import { withHiddenRules } from '@probant/shared/questionnaires/edit-document';
import { narrowDocument } from '@probant/shared/questionnaires/narrow-document';
import { useMemo } from 'react';

import { isProblem } from '../../../platform/api/problem.js';
import { type Edit, type Questionnaire, useEditAt } from '../use-questionnaires.js';
import { baseOf, useDesk, type Desk } from './use-desk.js';

/** Everything that an author does to the draft; each shows at once and can be undone. */
export interface StudioActs {
  readonly rename: (title: Questionnaire['title']) => void;
  /** As the editor has it: the question as it would be published. */
  readonly change: (question: Question) => void;
  readonly move: (key: string, to: Place) => void;
  readonly leaveOut: (key: string) => void;
  readonly add: (question: Question, theme: string) => Promise<void>;
  readonly duplicate: (key: string, newKey: string) => Promise<void>;
  readonly changeTheme: (code: string, change: Partial<Pick<Theme, 'title' | 'weight'>>) => void;
  readonly moveTheme: (code: string, after: string | null) => void;
  readonly leaveOutTheme: (code: string) => void;
  readonly addTheme: (theme: Pick<Theme, 'code' | 'title' | 'weight'>) => Promise<void>;
  readonly restoreQuestion: (key: string) => Promise<void>;
  readonly restoreTheme: (code: string) => Promise<void>;
  readonly changeKnockout: (knockout: Knockout) => void;
  readonly addKnockout: (knockout: Knockout) => Promise<void>;
  readonly moveKnockout: (id: string, after: string | null) => void;
  readonly removeKnockout: (id: string) => void;
}

export interface Studio extends Desk {
  readonly questionnaire: Questionnaire;
  /** As it is kept, with everything that was done here. */
  readonly draft: QuestionnaireDocument;
  /** As it would be published. */
  readonly document: QuestionnaireDocument;
  readonly acts: StudioActs;
}

export function useStudio(questionnaire: Questionnaire): Studio {
  const { desk, state } = useDesk(questionnaire);
  const edit = useEditAt(questionnaire.id);
  const { draft } = state;
  const document = useMemo(() => narrowDocument(draft), [draft]);
  const acts = useMemo<StudioActs>(() => {
    const now = (): QuestionnaireDocument => desk.read().draft;
    /** What the library or the last version gives back only the server knows. */
    const restore = async (act: 'restore-question' | 'restore-theme', subject: string, one: Edit) => {
      const back = questionnaire.leftOut.flatMap(({ themeCode, questions }) =>
        questions.filter(({ id }) => id === subject || themeCode === subject).map(({ id }) => id),
      );
      await desk.settled();
      const before = now();
      const at = () => ({ ...one, revision: desk.read().base.revision });
      const after = await edit(at()).catch(async (error: unknown) => {
        if (!isProblem(error, 'stale-revision')) throw error;
        await desk.reread();
        return edit(at());
      });
      desk.adopt(baseOf(after));
      desk.record({ act, subject, steps: broughtBackSteps(before, after.draft, new Set(back)) });
    };
    return {
      rename: (title) => {
        desk.act({ act: 'rename', subject: '', steps: renameSteps(now(), title) });
      },
      change: (question) => {
        const kept = findPlaced(now(), question.id)?.question;
        if (kept === undefined) return;
        const steps = changeQuestionSteps(now(), withHiddenRules(now(), kept, question));
        desk.act({ act: 'change-question', subject: question.id, steps });
      },
      move: (key, to) => {
        desk.act({ act: 'move-question', subject: key, steps: moveQuestionSteps(now(), key, to) });
      },
      leaveOut: (key) => {
        desk.act({ act: 'leave-out-question', subject: key, steps: leaveOutQuestionSteps(now(), key) });
      },
      add: (question, theme) =>
        desk.actAndWait({
          act: 'add-question',
          subject: question.id,
          steps: addQuestionSteps(now(), question, { theme }),
        }),
      duplicate: (key, newKey) =>
        desk.actAndWait({
          act: 'duplicate-question',
          subject: newKey,
          steps: duplicateQuestionSteps(now(), key, newKey),
        }),
      changeTheme: (code, change) => {
        desk.act({ act: 'change-theme', subject: code, steps: changeThemeSteps(now(), code, change) });
      },
      moveTheme: (code, after) => {
        desk.act({ act: 'move-theme', subject: code, steps: moveThemeSteps(now(), code, after) });
      },
      leaveOutTheme: (code) => {
        desk.act({ act: 'leave-out-theme', subject: code, steps: leaveOutThemeSteps(now(), code) });
      },
      addTheme: (theme) =>
        desk.actAndWait({ act: 'add-theme', subject: theme.code, steps: addThemeSteps(now(), theme) }),
      restoreQuestion: (key) =>
        restore('restore-question', key, { kind: 'restore-question', questionKey: key }),
      restoreTheme: (code) => restore('restore-theme', code, { kind: 'restore-theme', themeCode: code }),
      ...knockoutActs(desk),
    };
  }, [desk, edit, questionnaire.leftOut]);
  return { desk, state, questionnaire, draft, document, acts };
}

function knockoutActs(desk: Desk['desk']) {
  const now = (): QuestionnaireDocument => desk.read().draft;
  return {
    changeKnockout: (knockout: Knockout) => {
      const steps = changeKnockoutSteps(now(), knockout);
      desk.act({ act: 'change-knockout', subject: knockout.id, steps });
    },
    addKnockout: (knockout: Knockout) =>
      desk.actAndWait({
        act: 'add-knockout',
        subject: knockout.id,
        steps: addKnockoutSteps(now(), knockout),
      }),
    moveKnockout: (id: string, after: string | null) => {
      desk.act({ act: 'move-knockout', subject: id, steps: moveKnockoutSteps(now(), id, after) });
    },
    removeKnockout: (id: string) => {
      desk.act({ act: 'remove-knockout', subject: id, steps: removeKnockoutSteps(now(), id) });
    },
  };
}
