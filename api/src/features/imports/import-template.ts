import type { ContextFact, Language } from '@probant/shared/questionnaires/document';
import type { WrittenTable } from '../../platform/tables/written-table.js';
import { fieldLabels } from './describe-plan.js';

const example: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'supplier.name': { fr: 'Exemple Hébergement', en: 'Example Hosting' },
  'supplier.siren': { fr: '732829320', en: '732829320' },
  'supplier.country': { fr: 'FR', en: 'FR' },
  'supplier.website': { fr: 'https://exemple.example', en: 'https://exemple.example' },
  'supplier.domains': { fr: 'exemple.example', en: 'exemple.example' },
  'supplier.notes': { fr: 'Ligne d’exemple, à effacer', en: 'Example row, to be deleted' },
  'contact.name': { fr: 'Camille Exemple', en: 'Camille Example' },
  'contact.email': { fr: 'camille@exemple.example', en: 'camille@exemple.example' },
  'contact.jobTitle': { fr: 'RSSI', en: 'CISO' },
  'contact.phone': { fr: '+33 1 99 00 00 00', en: '+33 1 99 00 00 00' },
  'contact.language': { fr: 'fr', en: 'fr' },
  'engagement.name': { fr: 'Hébergement de la paie', en: 'Payroll hosting' },
  'engagement.description': { fr: '', en: '' },
};

/** Every column that an import knows, with one row to show how it is filled in. */
export function importTemplate(facts: readonly ContextFact[], language: Language): WrittenTable {
  const no = language === 'fr' ? 'Non' : 'No';
  const words = new Map<string, string>(
    facts.map((fact) => [`context.${fact.key}`, fact.values?.[0]?.label[language] ?? no]),
  );
  const labels = fieldLabels(facts, language);
  return {
    name: 'Import',
    columns: labels.map(({ label }) => ({ title: label, kind: 'text' })),
    rows: [labels.map(({ field }) => example[field]?.[language] ?? words.get(field) ?? '')],
  };
}
