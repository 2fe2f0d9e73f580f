import type { CertificateId, EngagementId, LossProcedureId, SubcontractorId } from '../ids.js';
import type { AuditEvent } from './events.js';
import { eventSentence } from './sentence.js';

const uuid = '0190c7f2-1111-7000-8000-000000000001';
const engagement = { engagementId: uuid as EngagementId, name: 'Dossiers', supplierName: 'Nivéole' };
const certificate = {
  certificateId: uuid as CertificateId,
  holderName: 'Granit',
  certificateKind: 'hds',
  number: '2024-0117',
} as const;

const rows: readonly (readonly [AuditEvent, string, string])[] = [
  [
    { kind: 'certification-chain-stated', ...engagement, revision: 2, actors: 4, chainSha256: 'a' },
    'Léa a décrit la chaîne de certification de la prestation Dossiers (Nivéole), version 2, 4\u00a0intervenants.',
    'Léa described the certification chain of the engagement Dossiers (Nivéole), version 2, 4\u00a0actors.',
  ],
  [
    { kind: 'subcontractor-added', subcontractorId: uuid as SubcontractorId, name: 'Granit' },
    'Léa a ajouté le sous-traitant Granit.',
    'Léa added the subcontractor Granit.',
  ],
  [
    {
      kind: 'subcontractor-changed',
      subcontractorId: uuid as SubcontractorId,
      name: 'Granit Centres',
      changes: [{ field: 'name', before: 'Granit', after: 'Granit Centres' }],
    },
    'Léa a modifié le sous-traitant Granit Centres (nom\u00a0: Granit → Granit Centres).',
    'Léa changed the subcontractor Granit Centres (name: Granit → Granit Centres).',
  ],
  [
    {
      kind: 'certificate-recorded',
      ...certificate,
      body: 'Certificateur accrédité',
      activities: ['1_sites', '2_materiel'],
      sites: [],
      validFrom: '2024-02-15',
      validUntil: '2027-02-14',
    },
    'Léa a enregistré le certificat HDS n°\u00a02024-0117 de Granit, valable jusqu’au 14 févr. 2027.',
    'Léa recorded the certificate HDS no. 2024-0117 of Granit, valid until 14 Feb 2027.',
  ],
  [
    {
      kind: 'certificate-changed',
      ...certificate,
      changes: [{ field: 'validUntil', before: '2027-02-14', after: '2028-02-14' }],
    },
    'Léa a modifié le certificat HDS n°\u00a02024-0117 de Granit (fin\u00a0: 2027-02-14 → 2028-02-14).',
    'Léa changed the certificate HDS no. 2024-0117 of Granit (end: 2027-02-14 → 2028-02-14).',
  ],
  [
    { kind: 'certificate-removed', ...certificate, number: '' },
    'Léa a retiré le certificat HDS de Granit.',
    'Léa removed the certificate HDS of Granit.',
  ],
  [
    { kind: 'certificate-lost', ...certificate, cause: 'suspended', lostOn: '2026-11-20', note: '' },
    'Léa a enregistré la perte du certificat HDS n°\u00a02024-0117 de Granit (suspension) au 20 nov. 2026.',
    'Léa recorded the loss of the certificate HDS no. 2024-0117 of Granit (suspension) on 20 Nov 2026.',
  ],
  [
    {
      kind: 'loss-procedure-opened',
      ...engagement,
      procedureId: uuid as LossProcedureId,
      certificateId: uuid as CertificateId,
      holderName: 'Granit',
      cause: 'expired',
      lostOn: '2027-02-15',
    },
    'Léa a ouvert la procédure de perte de certification de Granit pour la prestation Dossiers (Nivéole)\u00a0: échéance au 15 févr. 2027.',
    'Léa opened the loss procedure for the certification of Granit on the engagement Dossiers (Nivéole): expiry on 15 Feb 2027.',
  ],
  [
    {
      kind: 'loss-procedure-moved',
      ...engagement,
      procedureId: uuid as LossProcedureId,
      holderName: 'Granit',
      step: 'told',
      doneOn: '2026-11-21',
      note: '',
    },
    'Léa a daté une étape de la procédure de perte de certification de Granit (Dossiers)\u00a0: perte notifiée par le fournisseur, 21 nov. 2026.',
    'Léa dated a step of the loss procedure for the certification of Granit (Dossiers): loss notified by the supplier, 21 Nov 2026.',
  ],
];

test.each(rows)('$kind', (event, fr, en) => {
  const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
  expect(plain(eventSentence(event, 'Léa', 'fr'))).toBe(plain(fr));
  expect(plain(eventSentence(event, 'Léa', 'en'))).toBe(plain(en));
});
