import { accept, fieldRefusal, refuseFields, type Decision } from '../decision.js';
import type { Localised } from '../questionnaires/document.js';

export const reportKinds = ['board', 'supplier-file', 'register', 'portfolio'] as const;
export type ReportKind = (typeof reportKinds)[number];

export const reportFormats = ['pdf', 'xlsx', 'csv'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** What each kind can be made as; the first one is usual. */
export const formatsOf: Readonly<Record<ReportKind, readonly [ReportFormat, ...ReportFormat[]]>> = {
  board: ['pdf'],
  'supplier-file': ['pdf'],
  register: ['xlsx'],
  portfolio: ['xlsx', 'csv'],
};

export const reportKindNames: Readonly<Record<ReportKind, Localised>> = {
  board: { fr: 'Rapport au conseil', en: 'Board report' },
  'supplier-file': { fr: 'Dossier fournisseur', en: 'Supplier file' },
  register: { fr: 'Registre d’information (modèle DORA)', en: 'Register of information (DORA style)' },
  portfolio: { fr: 'Liste du portefeuille', en: 'Portfolio list' },
};

/** How long a made report can be downloaded. */
export const reportKeptDays = 90;

/** A board reads so many rows, the riskiest; the list of the portfolio holds them all. */
export const boardRowsShown = 500;

interface WantedReport {
  readonly kind: ReportKind;
  readonly format?: ReportFormat | undefined;
  readonly engagementId?: string | undefined;
}

export interface DecidedReport {
  readonly kind: ReportKind;
  readonly format: ReportFormat;
  readonly engagementId: string | null;
}

/** A supplier file is of one engagement, every other report of the whole portfolio. */
export function decideReport({ kind, format, engagementId }: WantedReport): Decision<DecidedReport> {
  const chosen = format ?? formatsOf[kind][0];
  const ofOne = kind === 'supplier-file';
  const errors = [
    ...(formatsOf[kind].includes(chosen) ? [] : [fieldRefusal('/format', 'not-a-choice')]),
    ...(ofOne && engagementId === undefined ? [fieldRefusal('/engagementId', 'required')] : []),
    ...(!ofOne && engagementId !== undefined ? [fieldRefusal('/engagementId', 'unknown-field')] : []),
  ];
  if (errors.length > 0) return refuseFields(errors);
  return accept({ kind, format: chosen, engagementId: engagementId ?? null });
}
