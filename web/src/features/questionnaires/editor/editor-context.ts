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

/** Fields that are edited together. */
export interface FieldScope {
  readonly problems: readonly EditorProblem[];
  /** Before the ids of its fields. */
  readonly prefix: string;
}

export interface Editor extends FieldScope {
  readonly document: QuestionnaireDocument;
  readonly question: Question;
  readonly onChange: (question: Question) => void;
  /** The address of a knock-out, where it can be opened. */
  readonly addressOfKnockout?: ((id: string) => string) | undefined;
}

export const FieldContext = createContext<FieldScope | null>(null);

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
  const scope = useContext(FieldContext);
  if (scope === null) throw new Error('a field stands outside of an editor');
  const { problems, prefix } = scope;
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
