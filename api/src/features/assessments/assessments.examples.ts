import { exampleIds } from '../../platform/http/example-ids.js';
import type { OperationExamples } from '../../platform/http/openapi-examples.js';

const summary = {
  id: exampleIds.assessment,
  campaignId: exampleIds.campaign,
  campaignName: 'Infogérance et sécurité 2026',
  engagementId: exampleIds.engagement,
  engagementName: 'Infogérance du SI de gestion',
  supplierId: exampleIds.supplier,
  supplierName: 'Cadran Infogérance',
  status: 'returned',
  statusAt: '2026-11-16T08:22:24.000Z',
  dueOn: '2026-11-22',
  overdue: true,
  answered: 86,
  questions: 87,
  submissions: 1,
  recipientName: 'Léa Marchetti',
  recipientEmail: 'lea.marchetti@cadran.example',
  mailState: 'sent',
  sentAt: '2026-10-16T08:18:46.000Z',
};

/** What programs get of assessments. */
export const assessmentExamples = {
  list: { reply: { items: [summary], next: null, total: 1 } },
  read: {
    reply: {
      ...summary,
      title: 'Infogérance du SI de gestion',
      message: 'Nous préparons le renouvellement de janvier : merci de répondre avant l’échéance.',
      buyerContact: 'Claire Vasseur <claire.vasseur@ponant.example>',
      version: {
        versionId: exampleIds.version,
        code: 'MSSP-DD',
        title: {
          en: 'Security provider / host / SaaS due diligence',
          fr: 'Due diligence prestataire de sécurité / hébergeur / SaaS',
        },
        number: 1,
        sha256: 'cb99733873af69cffa62f454c2a6b220a65891975b4771dd576bfb15c782552f',
      },
      documentSha256: 'faff03091d47dcb854e01c192508609327ca1458b7a5dacb3bf9e90ecb83de3c',
      tier: 'T3',
      points: 8,
      context: {
        mssp: false,
        hosting: 'partial',
        custom_dev: false,
        on_premise: true,
        antimalware: true,
        criticality: 'high',
        dns_or_mail: false,
        health_data: false,
        personal_data: 'ordinary',
        directory_admin: true,
        managed_patching: true,
        substitutability: 'medium',
        privileged_access: 'domain_admin',
        buyer_is_it_professional: false,
      },
      recipients: [
        {
          id: '01a22463-4ba5-707f-a421-dda8bfada04b',
          name: 'Léa Marchetti',
          email: 'lea.marchetti@cadran.example',
          language: 'fr',
          sentAt: '2026-10-16T08:18:46.000Z',
          expiresAt: '2027-02-24T23:59:59.999Z',
          expired: false,
          openedAt: '2026-10-19T08:29:37.000Z',
          acceptedAt: '2026-10-19T08:30:48.000Z',
          revokedAt: null,
        },
      ],
      mails: [
        {
          id: '01a22464-02fb-7d66-b969-e03e5cc51c09',
          template: 'warning-silent',
          to: 'ines.kerbrat@ponant.example',
          state: 'sent',
          attempts: 1,
          lastError: null,
          createdAt: '2026-11-28T23:01:03.857Z',
          sentAt: '2026-11-28T23:01:04.315Z',
        },
      ],
      timeline: [
        {
          sequence: 116,
          at: '2026-11-26T08:12:25.000Z',
          actor: 'member',
          actorName: 'Claire Vasseur',
          event: {
            assessmentId: exampleIds.assessment,
            kind: 'reminder-sent',
            recipient: 'lea.marchetti@cadran.example',
          },
        },
      ],
      possible: [],
      reminder: { refusal: null, nextOn: null },
      revision: 8,
    },
  },
} satisfies OperationExamples;
