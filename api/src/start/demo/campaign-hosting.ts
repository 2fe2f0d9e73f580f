import type { AnswerValue } from '@probant/shared/questionnaires/document';
import type { DemoCampaign } from './story.js';

const activities = ['1_sites', '2_materiel', '3_virtuel', '4_plateforme', '5_exploitation', '6_sauvegarde'];

/** The chain of health data hosting, one line for each activity. */
function hdsChain(
  performer: string,
  { expiresOn, certified }: { expiresOn: string; certified: readonly string[] },
): AnswerValue {
  return activities.map((activity) =>
    certified.includes(activity)
      ? {
          activity,
          performer,
          certificate_no: 'HDS-2025-0417',
          certifier: 'Certificateur accrédité',
          referential: 'v2_0',
          scope_covers: true,
          expires_on: expiresOn,
          coverage: 'own_certificate',
        }
      : {
          activity,
          performer: 'Sous-traitant de production',
          referential: 'none',
          scope_covers: false,
          coverage: 'none',
        },
  );
}

const everyday = [
  'contrat',
  'kbis',
  'comptes',
  'urssaf',
  'restauration',
  'architecture',
  'correctifs',
] as const;

/** The first campaign: everything was answered, and most of it decided. */
export function hostingCampaign(day: (daysAgo: number) => string): DemoCampaign {
  return {
    name: 'Hébergeurs et éditeurs 2026',
    message: 'Revue annuelle de nos hébergeurs. Merci de joindre les pièces demandées.',
    sentOn: 74,
    dueOn: 44,
    stories: [
      {
        supplier: 'niveole',
        opensOn: 71,
        answers: {
          on: 60,
          quality: 'fair',
          sayings: {
            'HDS-01': {
              value: hdsChain('Nivéole Santé', { expiresOn: day(-500), certified: activities.slice(2, 5) }),
            },
            'HDS-02': {
              value: 'partiel',
              comment:
                'Notre certificat couvre les activités 3 à 5 ; le centre de données est en cours de démarche.',
            },
            'BKP-04': { value: 'immuable', comment: 'Stockage objet verrouillé 30 jours.' },
            'SUB-01': { value: 'rang1' },
          },
          pieces: [...everyday, 'hds', 'dpa', 'eicar', 'comptesAcces'],
          submitsOn: 48,
        },
        review: {
          on: 6,
          levels: {
            hds: 'E3',
            contrat: 'E3',
            kbis: 'E4',
            restauration: 'E2',
            architecture: 'E2',
            eicar: 'E2',
          },
          notes: {
            'HDS-02': 'Vu avec le service juridique : montage non couvert, ne pas mettre en production.',
          },
          asks: {
            'HDS-01': {
              asked:
                'Qui exploite le centre de données, et sous quel certificat pour les activités 1, 2 et 6 ?',
            },
          },
        },
      },
      {
        supplier: 'ardoise',
        opensOn: 73,
        answers: {
          on: 66,
          quality: 'strong',
          pieces: [
            ...everyday,
            'sauvegarde',
            'sousTraitants',
            'misesEnGarde',
            'comptesAcces',
            'audit',
            'dpa',
            'assurance',
          ],
          submitsOn: 62,
        },
        review: {
          on: 55,
          levels: {
            contrat: 'E3',
            kbis: 'E4',
            comptes: 'E4',
            urssaf: 'E4',
            restauration: 'E3',
            architecture: 'E3',
            correctifs: 'E3',
            sauvegarde: 'E3',
            sousTraitants: 'E3',
            misesEnGarde: 'E3',
            comptesAcces: 'E3',
            audit: 'E4',
            dpa: 'E3',
            assurance: 'E4',
          },
          finishesOn: 52,
        },
        decision: {
          on: 50,
          outcome: 'sign',
          reason: 'Copie hors ligne éprouvée, restauration chronométrée, aucune réserve.',
          message: 'Merci pour la qualité de vos réponses.',
          shareGrade: true,
          by: 'claire',
        },
      },
      {
        supplier: 'tamaris',
        opensOn: 70,
        answers: {
          on: 58,
          quality: 'good',
          sayings: {
            'HDS-01': {
              value: hdsChain('Tamaris Archivage', { expiresOn: day(-420), certified: activities }),
            },
            'HDS-02': { value: 'oui', comment: 'Certificat renouvelé au printemps.' },
            'HDS-03': { value: 'v2' },
          },
          pieces: [...everyday, 'sousTraitants', 'dpa', 'comptesAcces'],
          submitsOn: 50,
        },
        review: {
          on: 40,
          levels: {
            contrat: 'E2',
            kbis: 'E4',
            comptes: 'E3',
            urssaf: 'E3',
            restauration: 'E2',
            architecture: 'E2',
            correctifs: 'E2',
            sousTraitants: 'E2',
            dpa: 'E3',
            comptesAcces: 'E2',
          },
          notes: { 'HDS-02': 'Certificat annoncé mais non joint, absent de la liste publique à ce jour.' },
          finishesOn: 33,
        },
      },
      {
        supplier: 'ombrelle',
        opensOn: 72,
        answers: {
          on: 61,
          quality: 'fair',
          sayings: {
            'DNS-01': { value: 'prestataire', comment: 'Le domaine a été déposé à notre nom en 2011.' },
            'DNS-02': { value: 'prestataire' },
            'BKP-04': { value: 'hors_ligne' },
          },
          pieces: [...everyday, 'eicar', 'antivirus', 'dpa', 'sousTraitants'],
          submitsOn: 55,
        },
        review: {
          on: 49,
          levels: {
            contrat: 'E2',
            kbis: 'E4',
            comptes: 'E3',
            urssaf: 'E3',
            restauration: 'E3',
            architecture: 'E2',
            eicar: 'E3',
            antivirus: 'E2',
            dpa: 'E3',
            sousTraitants: 'E2',
          },
          rejected: { correctifs: 'Le relevé ne porte pas sur nos serveurs.' },
          finishesOn: 46,
        },
        decision: {
          on: 44,
          outcome: 'sign-with-conditions',
          reason: 'Service satisfaisant, mais le domaine doit nous revenir.',
          conditions: 'Transfert du nom de domaine à notre nom dans les trois mois.',
          message: 'Nous vous adressons un modèle de mandat de transfert.',
          shareGrade: true,
          by: 'ines',
        },
      },
      {
        supplier: 'helianthe',
        opensOn: 73,
        answers: {
          on: 67,
          quality: 'good',
          pieces: ['contrat', 'kbis', 'restauration', 'correctifs', 'dpa'],
          submitsOn: 65,
        },
        review: {
          on: 60,
          levels: { contrat: 'E3', kbis: 'E4', dpa: 'E3' },
          rejected: { restauration: 'Le procès-verbal ne nomme pas le serveur restauré.' },
          asks: {
            'BKP-07': {
              asked: 'Quel serveur a été restauré, et depuis quelle copie ?',
              replied: 'Le serveur de paie, depuis la copie hors ligne. Un nouveau procès-verbal est joint.',
            },
          },
          returns: 'Trois précisions sur les sauvegardes, le reste est complet.',
        },
        again: {
          on: 57,
          quality: 'good',
          sayings: { 'BKP-04': { value: 'hors_ligne', comment: 'Cartouches au coffre, voir le schéma.' } },
          pieces: ['architecture', 'sauvegarde', 'comptesAcces'],
          submitsOn: 56,
        },
        secondReview: {
          on: 51,
          levels: { architecture: 'E3', sauvegarde: 'E3', correctifs: 'E3', comptesAcces: 'E3' },
          finishesOn: 48,
        },
        decision: {
          on: 47,
          outcome: 'sign',
          reason: 'Réponses complétées, risques courants.',
          message: '',
          shareGrade: false,
          by: 'claire',
        },
      },
      {
        supplier: 'boreale',
        opensOn: 69,
        answers: {
          on: 54,
          quality: 'weak',
          sayings: {
            'FIN-01': { value: 'redressement' },
            'FIN-04': { refused: true },
            'SUB-01': { value: 'refus', comment: 'Information commerciale confidentielle.' },
            'RGP-01': { value: 'non' },
            'REV-01': { value: 'non' },
          },
          pieces: ['contrat', 'kbis'],
          submitsOn: 50,
        },
        review: {
          on: 43,
          levels: { kbis: 'E4' },
          rejected: { contrat: 'Conditions générales non signées.' },
          finishesOn: 42,
        },
        decision: {
          on: 41,
          outcome: 'refuse',
          reason: 'Redressement judiciaire, sous-traitants cachés, aucun accord de traitement.',
          message: 'Nous ne donnons pas suite.',
          shareGrade: false,
          by: 'ines',
        },
      },
      { supplier: 'granit', cancels: { on: 63, reason: 'Projet de colocation abandonné.' } },
    ],
  };
}
