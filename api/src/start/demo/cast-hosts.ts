import type { DemoSupplier } from './suppliers.js';

/** Those with whom data of the buyer stands. */
export const hosts = [
  {
    key: 'niveole',
    name: 'Nivéole Santé',
    siren: '995853199',
    notes: 'Héberge les dossiers de prévention des adhérents.',
    contacts: [
      { name: 'Bastien Orsel', email: 'bastien.orsel@niveole.example', jobTitle: 'Responsable conformité' },
    ],
    engagements: [
      {
        name: 'Hébergement des dossiers de prévention',
        description: 'Application et données de santé des adhérents.',
        context: {
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
    ],
  },
  {
    key: 'ardoise',
    name: 'Ardoise Sauvegarde',
    siren: '991094947',
    notes: '',
    contacts: [
      { name: 'Solène Garrec', email: 'solene.garrec@ardoise.example', jobTitle: 'Directrice technique' },
    ],
    engagements: [
      {
        name: 'Sauvegarde externalisée',
        description: 'Copies quotidiennes hors site, une copie hors ligne chaque semaine.',
        context: {
          personal_data: 'ordinary',
          criticality: 'high',
          privileged_access: 'user',
          hosting: 'full',
          substitutability: 'medium',
          managed_patching: true,
        },
      },
    ],
  },
  {
    key: 'tamaris',
    name: 'Tamaris Archivage',
    siren: '998702393',
    notes: 'Certification en cours de vérification par le service juridique.',
    contacts: [
      { name: 'Maud Keraven', email: 'maud.keraven@tamaris.example', jobTitle: 'Responsable qualité' },
    ],
    engagements: [
      {
        name: 'Archivage des pièces médicales',
        description: 'Archives à valeur probante, consultées une fois par trimestre.',
        context: {
          health_data: true,
          personal_data: 'sensitive',
          criticality: 'medium',
          hosting: 'full',
          substitutability: 'medium',
          managed_patching: true,
        },
      },
      {
        name: 'Numérisation des dossiers médicaux',
        description: 'Dossiers papier des centres de santé, numérisés puis conservés.',
        context: {
          health_data: true,
          personal_data: 'sensitive',
          criticality: 'medium',
          hosting: 'full',
          substitutability: 'medium',
        },
      },
    ],
  },
  {
    key: 'ombrelle',
    name: 'Ombrelle Messagerie',
    siren: '991479312',
    notes: '',
    contacts: [{ name: 'Ronan Le Bihan', email: 'ronan.lebihan@ombrelle.example', jobTitle: 'Gérant' }],
    engagements: [
      {
        name: 'Messagerie et noms de domaine',
        description: 'Boîtes, listes et zone DNS de ponant.example.',
        context: {
          personal_data: 'ordinary',
          criticality: 'high',
          privileged_access: 'user',
          hosting: 'full',
          dns_or_mail: true,
          antimalware: true,
          managed_patching: true,
        },
      },
    ],
  },
  {
    key: 'helianthe',
    name: 'Hélianthe Paie',
    siren: '991112657',
    notes: '',
    contacts: [
      { name: 'Anaïs Robic', email: 'anais.robic@helianthe.example', jobTitle: 'Responsable produit' },
    ],
    engagements: [
      {
        name: 'Paie en ligne',
        description: 'Bulletins de 240 salariés.',
        context: {
          personal_data: 'sensitive',
          criticality: 'medium',
          hosting: 'full',
          substitutability: 'medium',
          managed_patching: true,
        },
      },
    ],
  },
  {
    key: 'fanal',
    name: 'Fanal Signature',
    siren: '991315441',
    notes: '',
    contacts: [
      {
        name: 'Clémence Audren',
        email: 'clemence.audren@fanal.example',
        jobTitle: 'Déléguée à la protection des données',
      },
    ],
    engagements: [
      {
        name: 'Signature électronique des contrats',
        description: '',
        context: { personal_data: 'ordinary', criticality: 'medium', hosting: 'partial' },
      },
    ],
  },
  {
    key: 'boreale',
    name: 'Boréale RH',
    siren: '995077476',
    notes: '',
    contacts: [
      { name: 'Ludivine Hamon', email: 'ludivine.hamon@boreale.example', jobTitle: 'Directrice commerciale' },
    ],
    engagements: [
      {
        name: 'Gestion des temps',
        description: 'Badgeuses et planning.',
        context: { personal_data: 'ordinary', hosting: 'full', managed_patching: true },
      },
    ],
  },
  {
    key: 'corvette',
    name: 'Corvette Cloud',
    siren: '998741151',
    notes: '',
    contacts: [
      {
        name: 'Iris Delaunay',
        email: 'iris.delaunay@corvette.example',
        jobTitle: 'Account manager',
        language: 'en',
      },
    ],
    engagements: [
      {
        name: 'Hébergement du site institutionnel',
        description: '',
        context: { criticality: 'medium', hosting: 'full', managed_patching: true },
      },
    ],
  },
  {
    key: 'granit',
    name: 'Granit Datacenters',
    siren: '991292608',
    notes: 'Projet de colocation abandonné.',
    contacts: [{ name: 'Éric Salaün', email: 'eric.salaun@granit.example', jobTitle: 'Directeur de site' }],
    engagements: [
      {
        name: 'Colocation de secours',
        description: 'Deux baies.',
        context: { criticality: 'medium', hosting: 'full', substitutability: 'hard' },
      },
    ],
  },
] as const satisfies readonly DemoSupplier[];
