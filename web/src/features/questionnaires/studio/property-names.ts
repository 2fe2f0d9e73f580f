import type { Language } from '../../../platform/i18n/language.js';

type Names = Readonly<Record<string, readonly [fr: string, en: string]>>;

const names: Names = {
  title: ['titre', 'title'],
  disclaimer: ['avertissement', 'disclaimer'],
  text: ['texte', 'text'],
  short: ['nom court', 'short name'],
  help: ['aide', 'help'],
  finding: ['constat', 'finding'],
  fix: ['correction', 'remediation'],
  unit: ['unité', 'unit'],
  type: ['type', 'type'],
  need: ['preuve attendue', 'evidence needed'],
  kinds: ['pièces acceptées', 'pieces accepted'],
  maxAgeMonths: ['fraîcheur de la preuve', 'freshness of evidence'],
  weight: ['poids', 'weight'],
  options: ['choix', 'choices'],
  curve: ['courbe', 'curve'],
  noneRisk: ['risque de « aucun »', 'risk of “none”'],
  columns: ['colonnes', 'columns'],
  rowRisk: ['règles des lignes', 'rules of rows'],
  rowsRequired: ['lignes exigées', 'rows required'],
  risk: ['risque', 'risk'],
  mandatory: ['caractère obligatoire', 'obligation to answer'],
  notApplicable: ['« sans objet »', '“not applicable”'],
  severity: ['gravité', 'severity'],
  trigger: ['seuil du constat', 'threshold of the finding'],
  keyPoint: ['point de la fiche', 'point of the guide sheet'],
  scope: ['condition', 'condition'],
  name: ['nom', 'name'],
  floor: ['plancher', 'floor'],
  flag: ['effet', 'effect'],
  when: ['déclencheur', 'trigger'],
  inheritIf: ['règle de dépendance', 'rule of dependence'],
  knockouts: ['points éliminatoires', 'knock-outs'],
  ref: ['leçons', 'lessons'],
};

/** "texte (en)", "poids". */
export function propertyName(property: string, language: Language): string {
  const [name = '', inner] = property.split('/');
  const key = name === 'evidence' && inner !== undefined ? inner : name;
  const [fr, en] = names[key] ?? [key, key];
  const suffix = inner === 'fr' || inner === 'en' ? ` (${inner})` : '';
  return `${language === 'fr' ? fr : en}${suffix}`;
}
