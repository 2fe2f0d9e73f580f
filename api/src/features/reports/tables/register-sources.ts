import type { Period } from '@probant/shared/contracts/terms';
import type { Language } from '@probant/shared/questionnaires/document';
import { filled, told, type RegisterColumn } from './register-columns.js';

export const reference = told(
  'Identifiant de la prestation dans Probant\u00a0: il relie les tableaux entre eux.',
  'Id of the engagement in Probant: it links the tables to each other.',
);
const siren = told('SIREN de la fiche.', 'SIREN of the record.');
export const sirenKind = told(
  'FR_CRN, numéro d’immatriculation français, dès que le SIREN est connu.',
  'FR_CRN, French registration number, once the SIREN is known.',
);
export const contract = told('Contrat enregistré, dernière version.', 'Contract on record, last version.');
export const context = told('Contexte de la prestation.', 'Context of the engagement.');
export const codeKind = (known: string | null): string => (known === null ? '' : 'FR_CRN');

export function euros(cents: number | null | undefined): number | null {
  return cents === null || cents === undefined ? null : Math.round(cents) / 100;
}

export function period(notice: Period | null | undefined, language: Language): string {
  if (notice === null || notice === undefined) return '';
  const unit = { days: { fr: 'jours', en: 'days' }, months: { fr: 'mois', en: 'months' } }[notice.unit];
  return `${notice.count} ${unit[language]}`;
}

export function stored(hosting: unknown, language: Language): string {
  if (typeof hosting !== 'string') return '';
  const [no, yes] = language === 'fr' ? ['Non', 'Oui'] : ['No', 'Yes'];
  return hosting === 'none' ? no : yes;
}

/** The engagement stands for the arrangement. */
export const arrangementColumn = <R extends { readonly id: string }>(code: string): RegisterColumn<R> =>
  filled(
    code,
    ['Numéro de référence de l’accord', 'Contractual arrangement reference number'],
    reference,
    ({ id }) => id,
  );

/** The code of a provider that has a record, and what kind of code that is. */
export const providerColumns = <R extends { readonly siren: string | null }>(
  code: string,
  kind: string,
): readonly RegisterColumn<R>[] => [
  filled(
    code,
    ['Code du prestataire', 'Identification code of the provider'],
    siren,
    ({ siren: known }) => known,
  ),
  filled(kind, ['Type de code', 'Type of code'], sirenKind, ({ siren: known }) => codeKind(known)),
];
