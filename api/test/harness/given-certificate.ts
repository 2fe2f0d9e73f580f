import type {
  ChangeCertificateRequest,
  RecordCertificateRequest,
} from '../../src/features/certifications/certificates.dto.js';

/** The same without its holder, which never changes. */
export function aCertificateChange(change: Partial<ChangeCertificateRequest> = {}): object {
  const facts: Partial<RecordCertificateRequest> = aCertificate('');
  delete facts.holderId;
  return { ...facts, ...change };
}

/** An HDS certificate of activities 1 and 2, valid on any day that tests are run at. */
export function aCertificate(
  holderId: string,
  change: Partial<RecordCertificateRequest> = {},
): RecordCertificateRequest {
  return {
    holderId,
    kind: 'hds',
    number: 'HDS-2024-0117',
    body: 'Certificateur accrédité',
    activities: ['1_sites', '2_materiel'],
    sites: ['Lille'],
    validFrom: '2024-02-15',
    validUntil: '2099-02-14',
    ...change,
  };
}
