import { defineTexts } from '../../platform/i18n/texts.js';

export const admissionTexts = defineTexts({
  fr: {
    replies: 'Ce que le fournisseur a répondu',
    waiting: "Sans réponse pour l'instant.",
    filed: 'Reconnaissance du fournisseur',
    'filed.by': 'Classée par {name}',
    'filed.until': 'Doit avoir changé avant le',
    'filed.no-day': "Le fournisseur n'a annoncé aucune date.",
    file: 'Classer la réponse comme reconnaissance',
    'file.again': 'Corriger ce qui est classé',
    'file.text':
      "Ses propres mots sont gardés avec leur empreinte, au journal et dans le dossier de preuve. Une reconnaissance n'a plus à être prouvée.",
    'file.message': 'Message du fournisseur',
    'file.day': 'Date annoncée par le fournisseur',
    'file.day.help': "Laissez vide s'il n'en annonce aucune.",
    'file.save': 'Classer',
  },
  en: {
    replies: 'What the supplier answered',
    waiting: 'No answer yet.',
    filed: 'Admission of the supplier',
    'filed.by': 'Filed by {name}',
    'filed.until': 'Has to have changed by',
    'filed.no-day': 'The supplier named no day.',
    file: 'File the answer as an admission',
    'file.again': 'Correct what was filed',
    'file.text':
      'Its own words are kept with their hash, in the log and in the proof file. An admission needs no further proof.',
    'file.message': 'Message of the supplier',
    'file.day': 'Day that the supplier named',
    'file.day.help': 'Leave it empty where it names none.',
    'file.save': 'File',
  },
});
