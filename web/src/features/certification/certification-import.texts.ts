import { defineTexts } from '../../platform/i18n/texts.js';

export const certificationImportTexts = defineTexts({
  fr: {
    'guarantees.title': 'Importer le tableau des garanties',
    'guarantees.crumb': 'Certification',
    'guarantees.help':
      "Le tableau que le référentiel HDS fait remettre par l'hébergeur : une ligne par intervenant, ses activités, s'il est certifié. Un « non » du fournisseur vaut réponse donnée ; un « oui » attend le certificat.",
    'guarantees.columns':
      'Colonnes lues : intervenant, SIREN, sous-traitant de, activités, certifié HDS, dans le périmètre de, sites, numéro, organisme et dates du certificat. Ce dont le tableau ne parle pas reste en place.',
    'list.title': 'Importer la liste des hébergeurs certifiés',
    'list.crumb': 'Certificats',
    'list.help':
      "La liste publique n'a pas de format établi : enregistrez-la en CSV ou XLSX, l'aperçu laisse corriger le sens des colonnes. Seules les lignes de vos fournisseurs et sous-traitants sont reprises.",
    'list.columns':
      'Colonnes lues : hébergeur, SIREN, activités, numéro, organisme et dates du certificat. Sans date de début, le certificat vaut à partir du jour de lecture.',
    'help.all': "Une seule cellule fautive, et rien n'est écrit : l'aperçu dit laquelle.",
    'paste.label': 'Ou collez le tableau',
    'paste.help': "Cellules copiées d'un tableur ou d'un document, titres compris.",
    'paste.read': 'Lire le tableau collé',
    'paste.file': 'tableau-colle.csv',
    'row.actor': 'Intervenant',
    'row.activities': 'Activités HDS',
    'row.effect': 'Effet',
    'effect.create': 'nouveau',
    'effect.change': 'modifié',
    'effect.same': 'inchangé',
    'effect.not-yours': 'pas parmi les vôtres',
    done: 'Nouveaux intervenants : {actors} ; certificats enregistrés : {recorded} ; certificats modifiés : {changed} ; lignes laissées de côté : {passedOver}.',
    see: 'Voir le résultat',
  },
  en: {
    'guarantees.title': 'Import the table of guarantees',
    'guarantees.crumb': 'Certification',
    'guarantees.help':
      'The table that the HDS framework makes the host hand over: a row for each actor, its activities, whether it is certified. A “no” of the supplier is an answer given; a “yes” awaits the certificate.',
    'guarantees.columns':
      'Columns read: actor, SIREN, subcontractor of, activities, HDS certified, within the scope of, sites, number, body and dates of the certificate. What the table does not speak of stays.',
    'list.title': 'Import the list of certified hosts',
    'list.crumb': 'Certificates',
    'list.help':
      'The public list has no settled format: save it as CSV or XLSX, the preview lets you correct what the columns mean. Only rows about your suppliers and subcontractors are taken.',
    'list.columns':
      'Columns read: host, SIREN, activities, number, body and dates of the certificate. Without a start date, the certificate counts from the day of reading.',
    'help.all': 'One wrong cell, and nothing is written: the preview says which.',
    'paste.label': 'Or paste the table',
    'paste.help': 'Cells copied from a spreadsheet or a document, headings included.',
    'paste.read': 'Read the pasted table',
    'paste.file': 'pasted-table.csv',
    'row.actor': 'Actor',
    'row.activities': 'HDS activities',
    'row.effect': 'Effect',
    'effect.create': 'new',
    'effect.change': 'changed',
    'effect.same': 'unchanged',
    'effect.not-yours': 'not one of yours',
    done: 'New actors: {actors}; certificates recorded: {recorded}; certificates changed: {changed}; rows left aside: {passedOver}.',
    see: 'See the result',
  },
});
