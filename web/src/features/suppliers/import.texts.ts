import { defineTexts } from '../../platform/i18n/texts.js';

export const importTexts = defineTexts({
  fr: {
    title: 'Importer des fournisseurs',
    suppliers: 'Fournisseurs',
    contacts: 'Contacts',
    engagements: 'Prestations',
    'help.title': 'Une seule feuille pour tout',
    'help.one':
      "Chaque ligne parle d'un fournisseur et, si vous le voulez, d'un de ses contacts et d'une de ses prestations. Pour un second contact, répétez le nom du fournisseur sur une autre ligne.",
    'help.match':
      'Un fournisseur est reconnu par son SIREN, sinon par son nom ; un contact par son adresse électronique ; une prestation par son nom.',
    'help.empty': "Une cellule vide laisse en place ce que vous aviez. Rien n'est jamais effacé.",
    'help.all': "Une seule ligne fautive, et rien n'est importé : l'aperçu dit lesquelles, sans rien écrire.",
    'template.xlsx': 'Modèle Excel',
    'template.csv': 'Modèle CSV',
    'result.counts': '{create} à créer, {change} à modifier',
    renamings: {
      one: '{count} ligne change le nom de ce qui est déjà connu',
      other: '{count} lignes changent le nom de ce qui est déjà connu',
    },
    'renamings.text':
      'Un numéro ou une adresse recopié d’une autre ligne ferait la même chose. Vérifiez avant d’importer.',
    renaming: 'Ligne {row} : {detail}',
    'change.label': '{label} :',
    'row.supplier': 'Fournisseur',
    'row.name': 'Nom',
    'row.contact': 'Contact',
    'row.engagement': 'Prestation',
    'row.changes': 'Ce qui change',
    'row.warning': 'À vérifier',
    again: "Refaire l'aperçu",
    'done.text':
      'Créés ou modifiés : fournisseurs, {suppliers} ; contacts, {contacts} ; prestations, {engagements}.',
    'done.see': 'Voir les fournisseurs',
  },
  en: {
    title: 'Import suppliers',
    suppliers: 'Suppliers',
    contacts: 'Contacts',
    engagements: 'Engagements',
    'help.title': 'One sheet for everything',
    'help.one':
      'Each row speaks of one supplier and, if you like, of one of its contacts and one of its engagements. For a second contact, repeat the name of the supplier on another row.',
    'help.match':
      'A supplier is known again by its SIREN, else by its name; a contact by its e-mail address; an engagement by its name.',
    'help.empty': 'An empty cell leaves what you had. Nothing is ever deleted.',
    'help.all': 'One wrong row, and nothing is imported: the preview says which, and writes nothing.',
    'template.xlsx': 'Excel template',
    'template.csv': 'CSV template',
    'result.counts': '{create} to create, {change} to change',
    renamings: {
      one: '{count} row changes the name of what is already known',
      other: '{count} rows change the name of what is already known',
    },
    'renamings.text':
      'A number or an address copied from another row would do the same. Check before importing.',
    renaming: 'Row {row}: {detail}',
    'change.label': '{label}:',
    'row.supplier': 'Supplier',
    'row.name': 'Name',
    'row.contact': 'Contact',
    'row.engagement': 'Engagement',
    'row.changes': 'What changes',
    'row.warning': 'To check',
    again: 'Run the preview again',
    'done.text':
      'Created or changed: suppliers, {suppliers}; contacts, {contacts}; engagements, {engagements}.',
    'done.see': 'See the suppliers',
  },
});
