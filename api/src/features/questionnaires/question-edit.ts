import { accept, fieldRefusal, refuseFields, type Decision } from '@probant/shared/decision';
import type { Question } from '@probant/shared/questionnaires/document';
import type { DocumentEdit } from '@probant/shared/questionnaires/edit-document';
import { toQuestion } from './requested-question.js';
import type { QuestionRequest } from './question.dto.js';
import type { EditQuestionnaireRequest } from './questionnaires.dto.js';

type Field = 'title' | 'themeCode' | 'questionKey' | 'theme' | 'question';

/** The act that a request names, with the fields that this kind of act needs. */
export function toEdit(request: EditQuestionnaireRequest): Decision<DocumentEdit> {
  const { kind, withDependents = false, title, themeCode, questionKey, theme, question } = request;
  switch (kind) {
    case 'rename':
      return title ? accept({ kind, title: { fr: title.fr, en: title.en } }) : missing('title');
    case 'leave-out-question':
      return questionKey ? accept({ kind, questionKey, withDependents }) : missing('questionKey');
    case 'leave-out-theme':
      return themeCode ? accept({ kind, themeCode, withDependents }) : missing('themeCode');
    case 'restore-question':
      return questionKey ? accept({ kind, questionKey }) : missing('questionKey');
    case 'restore-theme':
      return themeCode ? accept({ kind, themeCode }) : missing('themeCode');
    case 'add-theme': {
      if (!theme) return missing('theme');
      const { code, weight } = theme;
      return accept({ kind, theme: { code, weight, title: { fr: theme.title.fr, en: theme.title.en } } });
    }
    case 'add-question':
      if (!themeCode || !question)
        return missing(
          ...(themeCode ? [] : (['themeCode'] as const)),
          ...(question ? [] : (['question'] as const)),
        );
      return withQuestion(question, (asked) => ({ kind, themeCode, question: asked }));
    case 'change-question':
      return question ? withQuestion(question, (asked) => ({ kind, question: asked })) : missing('question');
  }
}

function withQuestion(
  request: QuestionRequest,
  edit: (question: Question) => DocumentEdit,
): Decision<DocumentEdit> {
  const question = toQuestion(request);
  return question.accepted ? accept(edit(question.value)) : question;
}

function missing(...fields: Field[]): Decision<never> {
  return refuseFields(fields.map((field) => fieldRefusal(`/${field}`, 'required')));
}
