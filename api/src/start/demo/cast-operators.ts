import { demoSupplier, demoSupplierPeople } from '../../features/instance/instance.public.js';
import type { DemoSupplier } from './suppliers.js';

/** Those who run systems that stand with the buyer. */
export const operators = [
  {
    key: 'cadran',
    name: demoSupplier,
    siren: '993197722',
    notes: 'Infogérant historique. Contrat-cadre renouvelé chaque mois de janvier.',
    contacts: [
      {
        name: demoSupplierPeople.lea.name,
        email: demoSupplierPeople.lea.email,
        jobTitle: demoSupplierPeople.lea.title,
      },
    ],
    engagements: [
      {
        name: 'Infogérance du SI de gestion',
        description: 'Serveurs, postes et annuaire des trois sites.',
        context: {
          personal_data: 'ordinary',
          criticality: 'high',
          privileged_access: 'domain_admin',
          hosting: 'partial',
          substitutability: 'medium',
          antimalware: true,
          managed_patching: true,
          directory_admin: true,
          on_premise: true,
        },
      },
      {
        name: 'Supervision des liens et des pare-feu',
        description: 'Surveillance et astreinte, sans accès aux données.',
        context: {
          criticality: 'medium',
          privileged_access: 'admin',
          substitutability: 'medium',
          mssp: true,
        },
      },
      {
        name: 'Sauvegarde des postes nomades',
        description: 'Copie chiffrée des postes de direction.',
        context: {
          personal_data: 'ordinary',
          criticality: 'medium',
          hosting: 'full',
          managed_patching: true,
        },
      },
    ],
  },
  {
    key: 'lagune',
    name: 'Lagune Exploitation',
    siren: '996076022',
    notes: '',
    contacts: [
      { name: 'Yvan Costil', email: 'yvan.costil@lagune.example', jobTitle: 'Responsable exploitation' },
    ],
    engagements: [
      {
        name: 'Exploitation du progiciel de cotisations',
        description: 'Infogérance applicative et base de données.',
        context: {
          personal_data: 'ordinary',
          criticality: 'vital',
          privileged_access: 'admin',
          hosting: 'partial',
          substitutability: 'hard',
          managed_patching: true,
        },
      },
    ],
  },
  {
    key: 'talweg',
    name: 'Talweg Infogérance',
    siren: '996281408',
    notes: 'Reprise d’un contrat de 2019.',
    contacts: [
      {
        name: 'Thibaut Le Moal',
        email: 'thibaut.lemoal@talweg.example',
        jobTitle: 'Directeur des opérations',
      },
    ],
    engagements: [
      {
        name: 'Serveurs de l’agence de Brest',
        description: 'Deux serveurs sur site, annuaire compris.',
        context: {
          personal_data: 'ordinary',
          criticality: 'medium',
          privileged_access: 'domain_admin',
          substitutability: 'medium',
          antimalware: true,
          managed_patching: true,
          directory_admin: true,
          on_premise: true,
        },
      },
    ],
  },
  {
    key: 'ravel',
    name: 'Ravel Télésurveillance',
    siren: '995548104',
    notes: '',
    contacts: [{ name: 'Gwenn Tanguy', email: 'gwenn.tanguy@ravel.example', jobTitle: 'Chef de projet' }],
    engagements: [
      {
        name: 'Caméras des agences',
        description: 'Télésurveillance de six agences.',
        context: { personal_data: 'ordinary', privileged_access: 'user', on_premise: true },
      },
    ],
  },
  {
    key: 'quartz',
    name: 'Quartz et Brume SOC',
    siren: '991722265',
    notes: '',
    contacts: [
      { name: 'Malo Gicquel', email: 'malo.gicquel@quartz-brume.example', jobTitle: 'Responsable du SOC' },
    ],
    engagements: [
      {
        name: 'Supervision de sécurité 24 h / 24',
        description: 'Collecte des journaux, détection, réponse.',
        context: {
          personal_data: 'ordinary',
          criticality: 'high',
          privileged_access: 'admin',
          hosting: 'partial',
          substitutability: 'medium',
          antimalware: true,
          mssp: true,
        },
      },
    ],
  },
  {
    key: 'sextant',
    name: 'Sextant Réseaux',
    siren: '997822382',
    notes: '',
    contacts: [
      { name: 'Nolwenn Quéré', email: 'nolwenn.quere@sextant.example', jobTitle: 'Responsable réseau' },
    ],
    engagements: [
      {
        name: 'Réseau des agences',
        description: 'Liens, routeurs et pare-feu de six agences.',
        context: {
          criticality: 'high',
          privileged_access: 'admin',
          substitutability: 'medium',
          mssp: true,
          on_premise: true,
        },
      },
    ],
  },
  {
    key: 'pavois',
    name: 'Pavois Cyber',
    siren: '996081089',
    notes: 'À interroger avant la fin de l’appel d’offres.',
    contacts: [{ name: 'Servane Cloarec', email: 'servane.cloarec@pavois.example', jobTitle: 'Associée' }],
    engagements: [
      {
        name: 'Tests d’intrusion annuels',
        description: '',
        context: { privileged_access: 'user' },
      },
    ],
  },
] as const satisfies readonly DemoSupplier[];
