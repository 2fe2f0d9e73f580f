import type { Column, EvidenceNeed, Localised, Source } from './document.js';

/**
 * What a supplier is asked: a document of its own, built by allow-list when a request is sent. Nothing that says how an
 * answer weighs stands in it; conditions that depend on it are compiled into the values that meet them.
 */
export interface SupplierQuestionnaire {
  readonly format: 1;
  readonly code: string;
  readonly version: string;
  readonly title: Localised;
  readonly disclaimer: Localised;
  readonly themes: readonly SupplierTheme[];
  /** Why we ask; questions name them by id. */
  readonly lessons: readonly SupplierLesson[];
  readonly sources: readonly Source[];
}

export interface SupplierTheme {
  readonly code: string;
  readonly title: Localised;
  readonly short?: Localised;
  readonly questions: readonly SupplierQuestion[];
}

export interface SupplierLesson {
  readonly id: string;
  readonly quote?: string;
  /** Id of the source quoted. */
  readonly source?: string;
  readonly reference?: string;
}

interface SupplierQuestionCommon {
  readonly id: string;
  readonly text: Localised;
  readonly short?: Localised;
  readonly help?: Localised;
  readonly evidence: {
    readonly need: EvidenceNeed;
    readonly kinds: readonly string[];
    readonly maxAgeMonths?: number;
  };
  readonly notApplicable: boolean;
  /** Submitting asks for an answer, a refusal or a claim that it does not apply. */
  readonly mustAnswer: boolean;
  readonly lessons: readonly string[];
  /** Not asked when one of these holds; each looks at one question that comes before. */
  readonly hiddenWhen?: readonly HidingClause[];
}

export interface SupplierOption {
  readonly value: string;
  readonly label: Localised;
}

export type SupplierQuestion =
  | (SupplierQuestionCommon & {
      readonly type: 'single' | 'multi';
      readonly options: readonly SupplierOption[];
    })
  | (SupplierQuestionCommon & {
      readonly type: 'number' | 'duration' | 'date_age';
      readonly unit: Localised;
      /** True when "none" is an answer. */
      readonly none: boolean;
    })
  | (SupplierQuestionCommon & {
      readonly type: 'table';
      readonly columns: readonly Column[];
      readonly rowsRequired?: readonly string[];
    })
  | (SupplierQuestionCommon & { readonly type: 'text' | 'file' });

/** Both ends belong to the range; an absent end is open. */
export interface ValueRange {
  readonly from?: number;
  readonly to?: number;
}

/** Holds when the question `q`, asked and answered, meets one of the tests, or when `q` itself is hidden by one of the clauses named. */
export interface HidingClause {
  readonly q: string;
  /** The answer is one of these keys. */
  readonly in?: readonly string[];
  /** Everything ticked stands in one of these sets. */
  readonly within?: readonly (readonly string[])[];
  readonly ranges?: readonly ValueRange[];
  /** Age of the date in months, on the day one looks. */
  readonly ageMonths?: readonly ValueRange[];
  readonly none?: true;
  readonly refused?: true;
  /** Indexes in the `hiddenWhen` of `q`: the first clause that holds there is one of these. */
  readonly hiddenBy?: readonly number[];
}
