/**
 * The questionnaire document: what an author edits, what publishing freezes and hashes, what the score reads.
 * Plain JSON; every key is camelCase; optional keys are absent, never null, so that the canonical text is unique.
 */

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];
export type Localised = Readonly<Record<Language, string>>;

export const evidenceLevels = ['E0', 'E1', 'E2', 'E3', 'E4'] as const;
export type EvidenceLevel = (typeof evidenceLevels)[number];

export const tiers = ['T1', 'T2', 'T3', 'T4'] as const;
export type Tier = (typeof tiers)[number];

export const grades = ['A', 'B', 'C', 'D', 'E'] as const;
export type Grade = (typeof grades)[number];

export const severities = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

export const evidenceNeeds = ['required', 'recommended', 'none'] as const;
export type EvidenceNeed = (typeof evidenceNeeds)[number];

export type ContextValue = boolean | string;
export type EngagementContext = Readonly<Record<string, ContextValue>>;

/** Holds when every named fact of the engagement equals the value given; all, any and not combine at any depth. */
export type ContextCondition =
  | { readonly ctx: Readonly<Record<string, ContextValue>> }
  | { readonly all: readonly ContextCondition[] }
  | { readonly any: readonly ContextCondition[] }
  | { readonly not: ContextCondition };

export interface ContextFact {
  readonly key: string;
  readonly label: Localised;
  /** A name that fits a column head or a sum: "Hosting". */
  readonly short?: Localised;
  readonly kind: 'bool' | 'enum';
  /** Points added to the inherent tier when the boolean is true; absent: none. */
  readonly points?: number;
  /** Values of an enum with the points of each, in the author's order. */
  readonly values?: readonly { readonly value: string; readonly points: number; readonly label: Localised }[];
}

export interface TierRule {
  readonly tier: Tier;
  readonly label: Localised;
  readonly min: number;
  readonly exponent: number;
}

export interface EvidenceScale {
  readonly discount: Readonly<Record<EvidenceNeed, number>>;
  readonly levels: readonly {
    readonly level: EvidenceLevel;
    readonly phi: number;
    readonly label: Localised;
  }[];
  readonly stalePhi: number;
  readonly rejectedPhi: number;
}

export interface WeightPreset {
  readonly key: string;
  readonly label: Localised;
  readonly weights: Readonly<Record<string, number>>;
}

export const knockoutFlags = [
  'unlawful',
  'legal_review',
  'insolvency',
  'insolvency_watch',
  'cap_D',
  'cap_C',
] as const;

export type KnockoutCondition =
  | { readonly q: string; readonly riskGte: number }
  | { readonly q: string; readonly phiLt: number }
  | {
      readonly q: string;
      readonly anyRow: { readonly hdsActivitiesNotEmpty: boolean; readonly rGte: number };
    }
  | { readonly any: readonly KnockoutCondition[] }
  | { readonly all: readonly KnockoutCondition[] };

export interface Knockout {
  readonly id: string;
  readonly floor: number;
  readonly flag: string;
  readonly scope?: ContextCondition;
  readonly when: KnockoutCondition;
  readonly ref: readonly string[];
  /** A few words, for a list or a chip; documents published before there were names have none. */
  readonly name?: Localised;
  readonly text: Localised;
}

/** A text that lessons quote: a ruling, a commentary, a guide sheet, published terms. */
export interface Source {
  readonly id: string;
  /** A word or two for a trace or a chip: "Rennes". */
  readonly short: Localised;
  /** The full citation line, as counsel would write it. */
  readonly citation: Localised;
}

/** A lesson of a source: a verbatim quote of one of the sources (`seed` is its id), or the title of an external reference. */
export interface Lesson {
  readonly id: string;
  readonly seed?: string;
  readonly quote?: string;
  readonly reference?: string;
}

export interface Option {
  readonly value: string;
  readonly label: Localised;
  /** Risk 0 to 1 of a single choice. */
  readonly risk?: number;
  /** Credit 0 to 1 of one choice among several; the risk is 1 less the credits, at least 0. */
  readonly credit?: number;
}

export const columnTypes = ['text', 'siren', 'country', 'bool', 'date', 'enum', 'multi_enum'] as const;
export interface Column {
  readonly key: string;
  readonly type: (typeof columnTypes)[number];
  readonly label: Localised;
  readonly values?: readonly { readonly value: string; readonly label: Localised }[];
}

/** Keys are those of the bank: expires_in_days_gte, hds_activities_not_empty, has_certificate, has_any_certificate, or a column to equal. */
export interface RowRule {
  readonly when: Readonly<Record<string, string | number | boolean>>;
  readonly risk: number;
}

export type InheritRule =
  | { readonly q: string; readonly value: string; readonly risk: number }
  | { readonly q: string; readonly riskGte: number; readonly risk: number };

interface QuestionCommon {
  readonly id: string;
  readonly text: Localised;
  /** The subject in a few words, for traces, findings and lists: "Disconnected backup". */
  readonly short?: Localised;
  readonly help?: Localised;
  readonly weight: number;
  readonly evidence: {
    readonly need: EvidenceNeed;
    readonly kinds: readonly string[];
    readonly maxAgeMonths?: number;
  };
  readonly scope?: ContextCondition;
  readonly inheritIf?: readonly InheritRule[];
  /** True when the supplier may claim that the question does not apply. */
  readonly notApplicable: boolean;
  readonly knockouts: readonly string[];
  readonly ref: readonly string[];
  readonly severity: Severity;
  /** Risk from which the answer raises a finding; 0.5 unless the author says otherwise. */
  readonly trigger?: number;
  readonly finding?: Localised;
  readonly fix?: Localised;
  /** Number of the point of the guide sheet's ten that the question asks about. */
  readonly keyPoint?: number;
  /** Only text and file questions, which carry no risk of their own: does leaving them out count as missing? */
  readonly mandatory?: boolean;
}

/** Piecewise linear, x ascending, clamped outside, monotone; risk 0 to 1. */
export type Curve = readonly (readonly [x: number, risk: number])[];

export type Question =
  | (QuestionCommon & { readonly type: 'single' | 'multi'; readonly options: readonly Option[] })
  | (QuestionCommon & {
      readonly type: 'number' | 'duration' | 'date_age';
      readonly unit: Localised;
      readonly curve: Curve;
      /** Risk of the answer "none"; absent: "none" is not an answer here. */
      readonly noneRisk?: number;
    })
  | (QuestionCommon & {
      readonly type: 'table';
      readonly columns: readonly Column[];
      readonly rowRisk: readonly RowRule[];
      /** Values of the column `activity` that must each have a row. */
      readonly rowsRequired?: readonly string[];
    })
  | (QuestionCommon & {
      readonly type: 'text' | 'file';
      /** Risk of an answer given, when the author puts one on it; absent: the answer carries no risk and stays out of the means. */
      readonly risk?: number;
    });

export const questionTypes = [
  'single',
  'multi',
  'number',
  'duration',
  'date_age',
  'table',
  'text',
  'file',
] as const satisfies readonly Question['type'][];
export type QuestionType = Question['type'];

export interface Theme {
  readonly code: string;
  readonly title: Localised;
  /** A name that fits a column head: "Backups". */
  readonly short?: Localised;
  readonly weight: number;
  readonly mandatory: boolean;
  readonly scope?: ContextCondition;
  readonly questions: readonly Question[];
}

export type ConsistencyCondition =
  | { readonly q: string; readonly value: string }
  | { readonly q: string; readonly riskLt: number }
  | { readonly q: string; readonly optionAbsent: string }
  | { readonly q: string; readonly anyRow: { readonly performerIs: 'supplier' | 'third_party' } }
  | { readonly external: string }
  | { readonly any: readonly ConsistencyCondition[] }
  | { readonly all: readonly ConsistencyCondition[] };

/** A contradiction between two answers: raises a reviewer's task, never changes the score. */
export interface ConsistencyCheck {
  readonly id: string;
  readonly when: ConsistencyCondition;
  readonly text: Localised;
}

export interface QuestionnaireDocument {
  readonly format: 1;
  readonly code: string;
  readonly version: string;
  readonly title: Localised;
  readonly disclaimer: Localised;
  readonly context: readonly ContextFact[];
  readonly tiers: readonly TierRule[];
  readonly tierMinimums: readonly { readonly when: ContextCondition; readonly tier: Tier }[];
  /** Ascending; a score below `max` has the grade. */
  readonly grades: readonly { readonly grade: Grade; readonly max: number }[];
  readonly evidence: EvidenceScale;
  readonly presets: readonly WeightPreset[];
  readonly knockouts: readonly Knockout[];
  readonly sources: readonly Source[];
  readonly lessons: readonly Lesson[];
  readonly themes: readonly Theme[];
  readonly consistencyChecks: readonly ConsistencyCheck[];
}

/** One value as the supplier gives it, by question type: option key, option keys, number or "none", ISO date or "none", rows, text. */
export type AnswerValue = string | number | boolean | readonly string[] | readonly TableRow[];
export type TableRow = Readonly<Record<string, string | number | boolean | readonly string[]>>;
