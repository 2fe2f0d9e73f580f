/** What a reader of a foreign file understood of it, before anything is saved; every format is read into this shape. */

/** A text in the languages that the file has it in; never empty, and at least one language. */
export type ImportedText = Readonly<Partial<Record<'fr' | 'en', string>>>;

export const importedQuestionTypes = [
  'single',
  'multi',
  'number',
  'duration',
  'date_age',
  'table',
  'text',
  'file',
] as const;
export type ImportedQuestionType = (typeof importedQuestionTypes)[number];

export interface ImportedOption {
  readonly key: string;
  readonly label: ImportedText;
  /** Risk 0 to 1 where the file says how good the answer is; absent where it does not. */
  readonly risk?: number;
}

/** When a question is asked: conditions on answers to other questions of the same file, by their keys. */
export type ImportedCondition =
  | { readonly q: string; readonly option: string }
  | { readonly all: readonly ImportedCondition[] }
  | { readonly any: readonly ImportedCondition[] }
  | { readonly not: ImportedCondition };

export interface ImportedQuestion {
  /** Unique in the file. */
  readonly key: string;
  /** Key of the section it stands in. */
  readonly section: string;
  readonly text: ImportedText;
  readonly help?: ImportedText;
  readonly type: ImportedQuestionType;
  /** Of single and multi only; else empty. */
  readonly options: readonly ImportedOption[];
  readonly weight?: number;
  readonly condition?: ImportedCondition;
  /** Named groups of the file that the question belongs to (levels, implementation groups, maturity). */
  readonly groups: readonly string[];
  readonly references: readonly string[];
  /** Whether the type, the risks and so on stand in the file or were guessed from what does. */
  readonly guessed: readonly ('type' | 'options' | 'risk' | 'section' | 'condition')[];
  /** Where it stands in the file: `questions[3]`, `Feuille1!B12`, `line 40`. */
  readonly where: string;
}

export interface ImportedSection {
  readonly key: string;
  readonly title: ImportedText;
}

/** Something that was left out or guessed, with its place; `message` in both languages. */
export interface ImportWarning {
  readonly where: string;
  readonly message: Readonly<Record<'fr' | 'en', string>>;
}

export const importFormats = [
  'probant',
  'ciso-assistant',
  'ciso-assistant-xlsx',
  'vsaq',
  'oscal',
  'hecvat',
  'spreadsheet',
] as const;
export type ImportFormat = (typeof importFormats)[number];

export interface ImportedQuestionnaire {
  readonly format: ImportFormat;
  readonly title: ImportedText;
  readonly sections: readonly ImportedSection[];
  readonly questions: readonly ImportedQuestion[];
  readonly warnings: readonly ImportWarning[];
  /** Conditions of the file that were understood, where some stand on more than a question; absent: one per question that has one. */
  readonly conditionsRead?: number;
}

/** Thrown for a file that cannot be read: the place, and the reason in both languages. Nothing was saved. */
export class UnreadableImport extends Error {
  constructor(
    readonly where: string,
    readonly reason: Readonly<Record<'fr' | 'en', string>>,
  ) {
    super(`${where}: ${reason.en}`);
  }
}

/** A sheet of a workbook as its cells stand: texts as shown, formulas by their cached value. Rows and columns count from 1. */
export interface ImportSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Ascending rows, ascending columns; empty cells are left out; `list` holds the values that a validation allows. */
  readonly rows: readonly {
    readonly row: number;
    readonly cells: readonly {
      readonly column: number;
      readonly text: string;
      readonly list?: readonly string[];
    }[];
  }[];
  /** Cells left out because no value stands in them, or lists of a validation that was not found. */
  readonly unread?: readonly {
    readonly row: number;
    readonly column: number;
    readonly why: 'formula-without-value' | 'error-value' | 'list-not-found';
  }[];
  /** Rows that a person who opens the sheet does not see; they are read as the others. */
  readonly hiddenRows?: readonly number[];
  /** The same of columns that hold something, ascending. */
  readonly hiddenColumns?: readonly number[];
  /** Merged ranges: the first cell holds the text. */
  readonly merges: readonly {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
}
