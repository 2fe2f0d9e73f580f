import { exampleIds } from '../../platform/http/example-ids.js';
import type { OperationExamples } from '../../platform/http/openapi-examples.js';

const plan = {
  dueOn: '2026-11-25',
  owner: 'Léa Marchetti',
  proof: 'Rapport d’audit daté, ou constat sur place.',
  action: 'Faire auditer la configuration de l’annuaire et corriger les écarts.',
  ownerSide: 'supplier',
};

const received = {
  id: exampleIds.finding,
  questionId: 'PRV-05',
  severity: 'critical',
  text: { en: 'Directory misconfigured or never checked.', fr: 'Annuaire mal configuré ou jamais contrôlé.' },
  fix: {
    en: 'Configuration audit within 30 days, correction plan, new check within three months.',
    fr: 'Audit de configuration sous 30 jours, plan de correction, nouveau contrôle sous trois mois.',
  },
  status: 'verified',
  plan,
  proposal: null,
  acceptedUntil: null,
  assessmentId: exampleIds.assessment,
  overdue: false,
  buyerName: 'Mutuelle du Ponant',
  title: 'Infogérance du SI de gestion',
  revision: 5,
};

/** What programs of a supplier get of the findings that were shared with it. */
export const followedFindingExamples = {
  list: { reply: { items: [received], next: null, total: 1 } },
  read: {
    reply: {
      ...received,
      questionText: {
        en: 'What level did the directory reach in its last check (ANSSI AD control points or similar)?',
        fr: 'Quel niveau l’annuaire a-t-il obtenu au dernier contrôle (points de contrôle AD de l’ANSSI ou équivalent)\u00a0?',
      },
      possible: ['comment'],
      acts: [
        {
          number: 5,
          act: 'verify',
          by: 'buyer',
          authorName: 'Claire Vasseur',
          reason: 'Vu sur place avec Hugo Dervaux, configuration et rapport concordent.',
          status: 'verified',
          plan,
          proposal: null,
          acceptedUntil: null,
          at: '2026-11-20T08:35:13.000Z',
        },
      ],
      pieces: [
        {
          evidenceId: '01a22463-c0b2-7b58-ae98-2c6731820295',
          name: 'Synthèse d’audit indépendant.pdf',
          kind: 'rapport_audit',
          mediaType: 'application/pdf',
          bytes: 794,
          sha256: '245992b1d4fc3e35c10f08232644fdc9b300c1ccab73cd4309943d43d966d18a',
          scanEngine: 'built-in',
          scanPartial: true,
          datedOn: '2026-06-23',
          expiresOn: null,
          attachedBy: 'Léa Marchetti',
          attachedAt: '2026-11-20T08:21:31.000Z',
        },
      ],
    },
  },
} satisfies OperationExamples;
