import { fieldRefusal, pointer, type FieldRefusal } from '../decision.js';
import type { Localised } from '../questionnaires/document.js';
import { comparable } from '../suppliers/import-columns.js';

/** What a column of the statutory table of guarantees, or of a list of certified hosts, can hold. */
export const certificationFields = [
  'performer.name',
  'performer.siren',
  'performer.under',
  'activities',
  'certified',
  'host',
  'sites',
  'certificate.number',
  'certificate.body',
  'certificate.from',
  'certificate.until',
] as const;
export type CertificationField = (typeof certificationFields)[number];

export const certificationHeadings: Readonly<Record<CertificationField, Localised>> = {
  'performer.name': { fr: 'Intervenant', en: 'Actor' },
  'performer.siren': { fr: 'SIREN', en: 'SIREN' },
  'performer.under': { fr: 'Sous-traitant de', en: 'Subcontractor of' },
  activities: { fr: 'Activités HDS', en: 'HDS activities' },
  certified: { fr: 'Certifié HDS', en: 'HDS certified' },
  host: { fr: 'Dans le périmètre de', en: 'Within the scope of' },
  sites: { fr: 'Sites', en: 'Sites' },
  'certificate.number': { fr: 'Numéro de certificat', en: 'Certificate number' },
  'certificate.body': { fr: 'Organisme certificateur', en: 'Certification body' },
  'certificate.from': { fr: 'Valable à partir du', en: 'Valid from' },
  'certificate.until': { fr: 'Valable jusqu’au', en: 'Valid until' },
};

const aliases: Readonly<Record<CertificationField, RegExp>> = {
  'performer.name':
    /^(raison sociale( de l acteur| de l hebergeur)?|nom( de l (acteur|hebergeur))?|acteur|hebergeur|societe|organisme heberge\w*|performer|company|host name)$/,
  'performer.siren': /^(n |no |numero )?(siren|siret)( siret)?$/,
  'performer.under': /^(sous traitant(e)? de|donneur d ordre|contracte par|contrat avec|contracted by)$/,
  activities:
    /^(activites?( d hebergement| hds| certifiees?| exercees?| couvertes?)*( sur (lesquelles|laquelle) l acteur intervient)?|perimetre( de (la )?certification| du certificat)?|activity|activities|scope)$/,
  certified: /^(certifie( e)? hds|certification hds|hds|statut( de certification)?|certified)$/,
  host: /^(perimetre audite de|couvert par|heberge par|covered by)$/,
  sites: /^(sites?( couverts?)?|lieux?( d hebergement)?|localisation|implantation|locations?|places?)$/,
  'certificate.number': /^(n |no |numero |reference )?(de |du )?(certificat|certificate)( no| number)?$/,
  'certificate.body': /^(organisme( de certification)?|certificateur|certifier|certification body|auditor)$/,
  'certificate.from':
    /^(date (de )?(delivrance|debut|emission|d effet|de debut( de validite)?|d obtention)( du certificat)?|delivre le|valable du|valid from|issued( on)?)$/,
  'certificate.until':
    /^(date (de )?(fin|expiration|d expiration|fin de validite|echeance|d echeance|de validite)( du certificat| de validite)?|echeance|expire le|valable jusqu au|validite|valid until|valid to|expires( on)?|expiry( date)?)$/,
};

export type CertificationMapping = readonly (CertificationField | null)[];

export function findCertificationField(heading: string): CertificationField | undefined {
  const wanted = comparable(heading);
  if (wanted === '') return undefined;
  return certificationFields.find((field) => {
    const { fr, en } = certificationHeadings[field];
    return [field, fr, en].some((name) => comparable(name) === wanted) || aliases[field].test(wanted);
  });
}

/** Columns without which the table says nothing. */
export const certificationTables = {
  guarantees: ['performer.name', 'activities'],
  list: ['performer.name', 'activities', 'certificate.until'],
} as const satisfies Readonly<Record<string, readonly CertificationField[]>>;
export type CertificationTable = keyof typeof certificationTables;

export function checkCertificationMapping(
  mapping: CertificationMapping,
  table: CertificationTable,
): FieldRefusal[] {
  const wrong = mapping.flatMap((field, index): FieldRefusal[] => {
    if (field === null) return [];
    const at = pointer('mapping', index);
    if (!certificationFields.includes(field)) return [fieldRefusal(at, 'unknown-column')];
    return mapping.indexOf(field) === index ? [] : [fieldRefusal(at, 'column-twice', { column: field })];
  });
  const missing = certificationTables[table]
    .filter((field) => !mapping.includes(field))
    .map((column) => fieldRefusal('/mapping', 'column-missing', { column }));
  return [...wrong, ...missing];
}
