import type { CertificateKind, LossCause } from '../certifications/certificate.js';
import type { ProcedureCause, ProcedureStep } from '../certifications/loss-procedure.js';
import type { CertificateId, EngagementId, LossProcedureId, SubcontractorId } from '../ids.js';
import type { Day } from '../calendar.js';
import type { FieldChange } from './field-changes.js';

interface OfCertificate {
  readonly certificateId: CertificateId;
  readonly holderName: string;
  readonly certificateKind: CertificateKind;
  readonly number: string;
}

interface OfEngagement {
  readonly engagementId: EngagementId;
  readonly name: string;
  readonly supplierName: string;
}

/** Events of who performs what under which certificate; names are those of the moment. */
export type CertificationEvent =
  | (OfEngagement & {
      readonly kind: 'certification-chain-stated';
      readonly revision: number;
      readonly actors: number;
      readonly chainSha256: string;
      /** The file that it was imported from. */
      readonly fileName?: string;
      readonly fileSha256?: string;
    })
  | {
      readonly kind: 'subcontractor-added';
      readonly subcontractorId: SubcontractorId;
      readonly name: string;
      readonly siren?: string;
    }
  | {
      readonly kind: 'subcontractor-changed';
      readonly subcontractorId: SubcontractorId;
      readonly name: string;
      readonly changes: readonly FieldChange[];
    }
  | (OfCertificate & {
      readonly kind: 'certificate-recorded';
      readonly body: string;
      readonly activities: readonly string[];
      readonly sites: readonly string[];
      readonly validFrom: Day;
      readonly validUntil: Day;
    })
  | (OfCertificate & { readonly kind: 'certificate-changed'; readonly changes: readonly FieldChange[] })
  | (OfCertificate & { readonly kind: 'certificate-removed' })
  | (OfCertificate & {
      readonly kind: 'certificate-lost';
      readonly cause: LossCause;
      readonly lostOn: Day;
      readonly note: string;
    })
  | (OfEngagement & {
      readonly kind: 'loss-procedure-opened';
      readonly procedureId: LossProcedureId;
      readonly certificateId: CertificateId;
      readonly holderName: string;
      readonly cause: ProcedureCause;
      readonly lostOn: Day;
    })
  | (OfEngagement & {
      readonly kind: 'loss-procedure-moved';
      readonly procedureId: LossProcedureId;
      readonly holderName: string;
      readonly step: ProcedureStep;
      readonly doneOn: Day;
      readonly note: string;
    });
