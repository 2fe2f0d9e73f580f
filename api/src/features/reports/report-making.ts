import type { Day } from '@probant/shared/calendar';
import type { AccountId, EngagementId, OrganisationId } from '@probant/shared/ids';
import type { Language } from '@probant/shared/questionnaires/document';
import type { ReportFormat, ReportKind } from '@probant/shared/reports/report';
import type { Tx } from '../../platform/database/work.js';

/** One report being made: what of, for whom, and where its file is written. */
export interface ReportMaking {
  readonly organisationId: OrganisationId;
  readonly organisationName: string;
  readonly kind: ReportKind;
  readonly format: ReportFormat;
  readonly language: Language;
  readonly engagementId: EngagementId | null;
  /** Whose acceptance of the notice on amounts opens them. */
  readonly wantedBy: AccountId;
  readonly at: Date;
  readonly today: Day;
  /** Where the file is to be written. */
  readonly path: string;
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
  /** A short transaction of the organisation. */
  readonly read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
}

export interface ReportMaker {
  readonly make: (making: ReportMaking) => Promise<void>;
}
