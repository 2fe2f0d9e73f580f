import type { Column, Localised } from '../questionnaires/document.js';
import type { SupplierOption, SupplierQuestion } from '../questionnaires/supplier-questionnaire.js';

interface Common {
  readonly id: string;
  readonly text: Localised;
}

/**
 * A question as the answer library keeps it: what is needed to read the answer again and to tell whether another question asks
 * the same. Every question that a supplier is asked is one of these.
 */
export type LibraryQuestion =
  | (Common & { readonly type: 'single' | 'multi'; readonly options: readonly SupplierOption[] })
  | (Common & {
      readonly type: 'number' | 'duration' | 'date_age';
      readonly unit: Localised;
      readonly none: boolean;
    })
  | (Common & {
      readonly type: 'table';
      readonly columns: readonly Column[];
      readonly rowsRequired?: readonly string[];
    })
  | (Common & { readonly type: 'text' | 'file' });

/** Without help, lessons, conditions and what evidence is asked for: those are the buyer's. */
export function toLibraryQuestion(question: LibraryQuestion): LibraryQuestion {
  const { id, text } = question;
  const common = { id, text: both(text) };
  switch (question.type) {
    case 'single':
    case 'multi':
      return { ...common, type: question.type, options: question.options.map(toChoice) };
    case 'number':
    case 'duration':
    case 'date_age':
      return { ...common, type: question.type, unit: both(question.unit), none: question.none };
    case 'table':
      return {
        ...common,
        type: question.type,
        columns: question.columns.map(toColumn),
        ...(question.rowsRequired === undefined ? {} : { rowsRequired: [...question.rowsRequired] }),
      };
    case 'text':
    case 'file':
      return { ...common, type: question.type };
  }
}

/** So that the rules for answers read it: nothing is asked for beside the answer, and "does not apply" is one. */
export function askable(question: LibraryQuestion): SupplierQuestion {
  return {
    ...question,
    evidence: { need: 'none', kinds: [] },
    notApplicable: true,
    mustAnswer: false,
    lessons: [],
  };
}

function both({ fr, en }: Localised): Localised {
  return { fr, en };
}

function toChoice({ value, label }: SupplierOption): SupplierOption {
  return { value, label: both(label) };
}

function toColumn({ key, type, label, values }: Column): Column {
  return {
    key,
    type,
    label: both(label),
    ...(values === undefined ? {} : { values: values.map(toChoice) }),
  };
}
