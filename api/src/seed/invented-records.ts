import type { EngagementContext } from '@probant/shared/questionnaires/document';
import type { Chance } from './chance.js';

const firstWords = [
  'Alcyon',
  'Brumaire',
  'Cadence',
  'Dorsale',
  'Estran',
  'Faisceau',
  'Granit',
  'Halage',
  'Isthme',
  'Jalon',
  'Kaolin',
  'Lisière',
  'Méridien',
  'Noroît',
  'Oriel',
  'Parallaxe',
  'Quinconce',
  'Ressac',
  'Sémaphore',
  'Trame',
  'Ubac',
  'Verrou',
] as const;
const trades = [
  'Infogérance',
  'Hébergement',
  'Sécurité',
  'Réseaux',
  'Logiciels',
  'Sauvegarde',
  'Santé numérique',
] as const;

export interface InventedEngagement {
  readonly name: string;
  readonly context: EngagementContext;
}

const quiet: EngagementContext = {
  health_data: false,
  personal_data: 'ordinary',
  criticality: 'low',
  privileged_access: 'none',
  hosting: 'none',
  substitutability: 'easy',
  dns_or_mail: false,
  antimalware: false,
  managed_patching: false,
  mssp: false,
  directory_admin: false,
  on_premise: false,
  custom_dev: false,
  buyer_is_it_professional: false,
};

/** A few services, each with what makes it risky: as many questionnaires for suppliers as there are lines here. */
export const engagements: readonly InventedEngagement[] = [
  {
    name: 'Hébergement du dossier patient',
    context: {
      ...quiet,
      health_data: true,
      personal_data: 'sensitive',
      criticality: 'high',
      privileged_access: 'admin',
      hosting: 'full',
      substitutability: 'hard',
      managed_patching: true,
      antimalware: true,
    },
  },
  {
    name: 'Infogérance du parc',
    context: {
      ...quiet,
      criticality: 'high',
      privileged_access: 'domain_admin',
      substitutability: 'medium',
      antimalware: true,
      managed_patching: true,
      directory_admin: true,
      on_premise: true,
    },
  },
  {
    name: 'Supervision de sécurité',
    context: { ...quiet, criticality: 'medium', privileged_access: 'admin', mssp: true, antimalware: true },
  },
  {
    name: 'Messagerie externalisée',
    context: {
      ...quiet,
      criticality: 'medium',
      hosting: 'full',
      dns_or_mail: true,
      privileged_access: 'user',
    },
  },
  {
    name: 'Paie en ligne',
    context: {
      ...quiet,
      personal_data: 'sensitive',
      criticality: 'medium',
      hosting: 'full',
      privileged_access: 'user',
      managed_patching: true,
    },
  },
  {
    name: 'Gestion des signatures de courriel',
    context: { ...quiet, hosting: 'partial', privileged_access: 'user', managed_patching: true },
  },
  {
    name: 'Développement du portail',
    context: {
      ...quiet,
      criticality: 'medium',
      custom_dev: true,
      privileged_access: 'user',
      substitutability: 'medium',
    },
  },
  {
    name: 'Réseau des sites',
    context: {
      ...quiet,
      criticality: 'high',
      on_premise: true,
      privileged_access: 'admin',
      substitutability: 'medium',
    },
  },
];

export function supplierName(chance: Chance, number: number): string {
  return `${chance.pick(firstWords)} ${chance.pick(trades)} ${String(number).padStart(5, '0')}`;
}
