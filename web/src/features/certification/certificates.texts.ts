import { defineTexts } from '../../platform/i18n/texts.js';

export const certificatesTexts = defineTexts({
  fr: {
    title: 'Certificats',
    import: 'Importer la liste HDS',
    search: 'Chercher un titulaire, un numéro, un organisme',
    'filter.band': 'Échéance',
    engagements: 'Prestations concernées',
    'engagements.none': 'aucune',
    'engagements.more': { one: 'et {count} autre', other: 'et {count} autres' },
    none: 'Aucun certificat au dossier',
    'none.text':
      'Un certificat s’enregistre dans la partie Certification du dossier d’une prestation, ou par import.',
    legal: 'Indicatif, pas un conseil juridique.',
  },
  en: {
    title: 'Certificates',
    import: 'Import the HDS list',
    search: 'Search a holder, a number, a body',
    'filter.band': 'Expiry',
    engagements: 'Engagements concerned',
    'engagements.none': 'none',
    'engagements.more': { one: 'and {count} more', other: 'and {count} more' },
    none: 'No certificate on record',
    'none.text':
      'A certificate is recorded in the Certification part of the file of an engagement, or by an import.',
    legal: 'Indicative, no legal advice.',
  },
});
