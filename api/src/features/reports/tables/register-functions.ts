import { empty, filled, told, type RegisterTemplate } from './register-columns.js';
import type { RegisterRow } from './register-row.js';
import { arrangementColumn, context, providerColumns, reference } from './register-sources.js';

const criticality: Readonly<Record<string, readonly [fr: string, en: string]>> = {
  low: ['Non', 'No'],
  medium: ['Non', 'No'],
  high: ['Oui', 'Yes'],
  vital: ['Oui', 'Yes'],
};

export const functions: RegisterTemplate<RegisterRow> = {
  code: 'B_06.01',
  title: { fr: 'Fonctions', en: 'Functions identification' },
  columns: [
    filled('c0010', ['Identifiant de la fonction', 'Function identifier'], reference, ({ id }) => id),
    empty('c0020', 'Activité agréée', 'Licensed activity'),
    filled(
      'c0030',
      ['Nom de la fonction', 'Function name'],
      told(
        'Nom de la prestation\u00a0: Probant suit des prestations et non des fonctions.',
        'Name of the engagement: Probant follows engagements, not functions.',
      ),
      ({ engagement }) => engagement,
    ),
    empty('c0040', 'LEI de l’entité', 'LEI of the entity'),
    filled(
      'c0050',
      ['Critique ou importante', 'Criticality or importance'],
      told(
        'Contexte de la prestation\u00a0: oui à partir de la criticité élevée.',
        'Context of the engagement: yes from high criticality on.',
      ),
      ({ context: facts }, language) =>
        criticality[String(facts['criticality'])]?.[language === 'fr' ? 0 : 1] ?? '',
    ),
    filled(
      'c0060',
      ['Motifs', 'Reasons'],
      told('Niveau de risque inhérent de la prestation.', 'Inherent tier of the engagement.'),
      ({ tier }) => tier,
    ),
    filled(
      'c0070',
      ['Dernière évaluation', 'Date of the last assessment', 'day'],
      told('Jour du dernier score.', 'Day of the last score.'),
      ({ scoredOn }) => scoredOn,
    ),
    empty('c0080', 'RTO', 'RTO'),
    empty('c0090', 'RPO', 'RPO'),
    empty('c0100', 'Effet d’une interruption', 'Impact of discontinuing'),
  ],
};

const substitutability: Readonly<Record<string, readonly [fr: string, en: string]>> = {
  easy: ['Facilement remplaçable', 'Easily substitutable'],
  medium: ['Complexité moyenne', 'Medium complexity in terms of substitutability'],
  hard: ['Très complexe', 'Highly complex substitutability'],
};

export const assessments: RegisterTemplate<RegisterRow> = {
  code: 'B_07.01',
  title: { fr: 'Évaluation des services TIC', en: 'Assessment of the ICT services' },
  columns: [
    arrangementColumn('c0010'),
    ...providerColumns('c0020', 'c0030'),
    empty('c0040', 'Type de services TIC', 'Type of ICT services'),
    filled(
      'c0050',
      ['Possibilité de remplacement', 'Substitutability'],
      context,
      ({ context: facts }, language) =>
        substitutability[String(facts['substitutability'])]?.[language === 'fr' ? 0 : 1] ?? '',
    ),
    empty('c0060', 'Motif', 'Reason'),
    empty(
      'c0070',
      'Dernier audit',
      'Date of the last audit',
      told(
        'Vide\u00a0: un examen de réponses n’est pas un audit.',
        'Empty: a review of answers is no audit.',
      ),
    ),
    empty('c0080', 'Plan de sortie', 'Existence of an exit plan'),
    empty('c0090', 'Réintégration possible', 'Possibility of reintegration'),
    empty('c0100', 'Effet d’une interruption', 'Impact of discontinuing'),
    empty('c0110', 'Autres prestataires identifiés', 'Alternative providers identified'),
    empty('c0120', 'Lesquels', 'Which ones'),
  ],
};
