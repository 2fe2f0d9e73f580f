import type { ProblemParams } from '@probant/shared/decision';
import { isFieldCode } from '@probant/shared/field-problems';
import { fieldDetail } from '@probant/shared/problems';
import type { Language, Question, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { createContext, useContext } from 'react';

import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { editorTexts } from './editor.texts.js';

/** As a rule refuses a field, or as the API tells that it did, already in words. */
export interface EditorProblem {
  /** Into the question. */
  readonly pointer: string;
  readonly code: string;
  readonly params?: ProblemParams;
  readonly detail?: string;
}

export interface Editor {
  readonly document: QuestionnaireDocument;
  readonly question: Question;
  readonly onChange: (question: Question) => void;
  readonly problems: readonly EditorProblem[];
  /** Before the ids of its fields. */
  readonly prefix: string;
}

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (editor === null) throw new Error('a part of the question editor stands outside of it');
  return editor;
}

/** The id of a field and what is wrong with it, or with anything inside it unless that says so itself. */
export function useFieldAt(
  pointer: string,
  inside: 'inside' | 'itself' = 'inside',
): { readonly id: string; readonly error: string | undefined } {
  const { problems, prefix } = useEditor();
  const { language } = useTranslation(editorTexts);
  const found = problems.find(
    (one) => one.pointer === pointer || (inside === 'inside' && one.pointer.startsWith(`${pointer}/`)),
  );
  return {
    id: `${prefix}${pointer}`,
    error: found === undefined ? undefined : inWords(found, language),
  };
}

function inWords({ code, params, detail }: EditorProblem, language: Language): string {
  return detail ?? (isFieldCode(code) ? fieldDetail({ code, params }, language) : code);
}
