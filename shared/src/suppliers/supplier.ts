import {
  accept,
  fieldRefusal,
  pointer,
  refuseFields,
  type Decision,
  type FieldRefusal,
} from '../decision.js';
import { maxCounts, maxLengths } from '../limits.js';
import { checkText, tidyText } from '../plain-text.js';
import type { Language, Localised } from '../questionnaires/document.js';
import { isCountry } from './countries.js';
import { findSiren, passesSirenChecksum } from './siren.js';

/** What a buyer writes down about a company. */
export interface SupplierFacts {
  readonly name: string;
  readonly siren: string | null;
  readonly country: string;
  readonly website: string;
  readonly domains: readonly string[];
  readonly notes: string;
}

export const supplierFields = ['name', 'siren', 'country', 'website', 'domains', 'notes'] as const;

/** The facts as they are kept, or every field that cannot be. A SIREN may be typed with spaces, or as a SIRET or VAT number. */
export function decideSupplier(typed: SupplierFacts): Decision<SupplierFacts> {
  const siren = typed.siren === null || typed.siren.trim() === '' ? null : findSiren(typed.siren);
  const domains = typed.domains.map(tidyDomain);
  const country = typed.country.trim().toUpperCase();
  const website = tidyWebsite(typed.website);
  const errors = [
    ...checkText('/name', typed.name, { max: maxLengths.name }),
    ...(siren === undefined ? [fieldRefusal('/siren', 'not-a-siren')] : []),
    ...(isCountry(country) ? [] : [fieldRefusal('/country', 'not-a-country')]),
    ...checkWebsite(website),
    ...checkDomains(domains),
    ...checkText('/notes', typed.notes, { max: maxLengths.longText, multiline: true, optional: true }),
  ];
  if (errors.length > 0 || siren === undefined) return refuseFields(errors);
  const { name, notes } = typed;
  return accept({ name: tidyText(name), siren, country, website, domains, notes: tidyText(notes) });
}

function checkWebsite(website: string): FieldRefusal[] {
  const wrong = checkText('/website', website, { max: maxLengths.address, optional: true });
  if (wrong.length > 0 || website === '') return wrong;
  const host = /^https?:\/\/([^/?#\s:@]+)(:\d{1,5})?([/?#]\S*)?$/i.exec(website)?.[1];
  return host !== undefined && isDomain(host) ? [] : [fieldRefusal('/website', 'not-a-url')];
}

/** A bare name becomes an address: `exemple.fr` is `https://exemple.fr`. */
function tidyWebsite(website: string): string {
  const tidy = tidyText(website);
  return tidy === '' || tidy.includes('://') ? tidy : `https://${tidy}`;
}

function checkDomains(domains: readonly string[]): FieldRefusal[] {
  if (domains.length > maxCounts.domainsPerSupplier) {
    return [fieldRefusal('/domains', 'too-many', { max: maxCounts.domainsPerSupplier })];
  }
  return domains.flatMap((domain, index) => {
    const at = pointer('domains', index);
    if (!isDomain(domain)) return [fieldRefusal(at, 'not-a-domain')];
    return domains.indexOf(domain) < index ? [fieldRefusal(at, 'duplicate')] : [];
  });
}

/** As people paste it: scheme, path and a final dot fall away. */
export function tidyDomain(typed: string): string {
  const host = tidyText(typed)
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[/?#].*$/, '');
  return host.replace(/\.$/, '');
}

const domainLabel = /^(?!-)[\p{L}\p{N}-]{1,63}(?<!-)$/u;

/** A name with a dot, of labels in any script; the last one is not a number. */
export function isDomain(text: string): boolean {
  const labels = text.split('.');
  const last = labels.at(-1) ?? '';
  return (
    text.length <= maxLengths.domain &&
    labels.length > 1 &&
    labels.every((label) => domainLabel.test(label)) &&
    last.length > 1 &&
    !/^\d+$/.test(last)
  );
}

/** Something that may well be a mistake and is kept all the same. */
export interface SupplierWarning {
  readonly pointer: string;
  readonly code: SupplierWarningCode;
}

const warningSentences = {
  'siren-checksum': {
    fr: 'Ce SIREN ne passe pas la clé de contrôle : vérifiez les chiffres. Il est enregistré tel quel.',
    en: 'This SIREN fails its checksum: check the digits. It is kept as it is.',
  },
  'siren-abroad': {
    fr: 'Un SIREN désigne une entreprise immatriculée en France, et le pays indiqué est un autre.',
    en: 'A SIREN names a company registered in France, and the country given is another.',
  },
} as const satisfies Readonly<Record<string, Localised>>;

export type SupplierWarningCode = keyof typeof warningSentences;

/** Territories whose companies are in the French register too. */
const withSiren: readonly string[] = [
  ...['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'PF', 'NC', 'WF', 'TF', 'MC'],
];

export function warnAboutSupplier(facts: Pick<SupplierFacts, 'siren' | 'country'>): SupplierWarning[] {
  if (facts.siren === null) return [];
  return [
    ...(passesSirenChecksum(facts.siren) ? [] : [{ pointer: '/siren', code: 'siren-checksum' as const }]),
    ...(withSiren.includes(facts.country) ? [] : [{ pointer: '/siren', code: 'siren-abroad' as const }]),
  ];
}

export function warningSentence(code: SupplierWarningCode, language: Language): string {
  return warningSentences[code][language];
}
