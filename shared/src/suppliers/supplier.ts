import { countryCodes } from './countries.js';
import {
  accept,
  fieldRefusal,
  pointer,
  refuseFields,
  type Decision,
  type FieldRefusal,
} from '../decision.js';
import { maxCounts, maxLengths } from '../limits.js';
import { checkKeys, checkText, isRecord, tidyText } from '../plain-text.js';
import { languages, type Language, type Localised } from '../questionnaires/document.js';
import { findDomain, findEmail, isWebAddress } from './network-names.js';
import { compactNumber, findSiren, hasSirenChecksum, hasSiretChecksum, isSiretShaped } from './siren.js';

/** The buyer's record of a company. */
export interface Supplier {
  readonly name: string;
  readonly siren?: string;
  /** Two capital letters. */
  readonly country: string;
  readonly website: string;
  readonly domains: readonly string[];
  readonly notes: string;
}

export interface Contact {
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly phone: string;
  readonly language: Language;
}

export const warningSentences = {
  'siren-checksum': {
    fr: 'La clé de contrôle de ce SIREN ne tombe pas juste\u00a0: vérifiez-le.',
    en: 'The checksum of this SIREN does not fit: check it.',
  },
  'siret-checksum': {
    fr: 'La clé de contrôle de ce SIRET ne tombe pas juste\u00a0: vérifiez-le.',
    en: 'The checksum of this SIRET does not fit: check it.',
  },
  'siren-abroad': {
    fr: 'Un SIREN désigne une entreprise immatriculée en France, et le pays indiqué est un autre.',
    en: 'A SIREN names a company registered in France, and the country given is another.',
  },
} as const satisfies Readonly<Record<string, Localised>>;
export type WarningCode = keyof typeof warningSentences;

/** Worth a look, and no reason to refuse. */
export interface FieldWarning {
  readonly pointer: string;
  readonly code: WarningCode;
}

export interface Checked<T> {
  readonly value: T;
  readonly warnings: readonly FieldWarning[];
}

export function validateSupplier(input: unknown): Decision<Checked<Supplier>> {
  if (!isRecord(input)) return refuseFields([fieldRefusal('', 'wrong-type')]);
  const { name, siren, country = 'FR', website = '', domains = [], notes = '' } = input;
  const number = typeof siren === 'string' ? findSiren(siren) : undefined;
  const errors = [
    ...checkKeys('', input, ['name', 'siren', 'country', 'website', 'domains', 'notes']),
    ...checkText('/name', name, { max: maxLengths.name }),
    ...checkSiren(siren, number),
    ...(typeof country === 'string' && countryCodes.includes(country)
      ? []
      : [fieldRefusal('/country', 'not-a-country')]),
    ...checkWebsite(website),
    ...checkDomains(domains),
    ...checkText('/notes', notes, { max: maxLengths.longText, multiline: true, optional: true }),
  ];
  if (errors.length > 0) return refuseFields(errors);
  const value: Supplier = {
    name: tidyText(String(name)),
    ...(number === undefined ? {} : { siren: number }),
    country: String(country),
    website: String(website).trim(),
    domains: [...new Set(listOf(domains).map((domain) => findDomain(String(domain)) ?? ''))],
    notes: tidyText(String(notes)),
  };
  return accept({ value, warnings: [...warningsOf(value), ...warningsOfSiret(siren)] });
}

/** Territories whose companies stand in the French register. */
const withSiren: readonly string[] = 'FR GP MQ GF RE YT PM BL MF PF NC WF TF MC'.split(' ');

export function warningsOf({ siren, country }: Pick<Supplier, 'siren' | 'country'>): FieldWarning[] {
  if (siren === undefined) return [];
  const warnings: FieldWarning[] = [];
  if (!hasSirenChecksum(siren)) warnings.push({ pointer: '/siren', code: 'siren-checksum' });
  if (!withSiren.includes(country)) warnings.push({ pointer: '/siren', code: 'siren-abroad' });
  return warnings;
}

/** Only the SIREN of a SIRET is kept; that the rest of it fits tells that the whole was copied right. */
function warningsOfSiret(typed: unknown): FieldWarning[] {
  const number = typeof typed === 'string' ? compactNumber(typed) : '';
  return isSiretShaped(number) && !hasSiretChecksum(number)
    ? [{ pointer: '/siren', code: 'siret-checksum' }]
    : [];
}

export function validateContact(input: unknown): Decision<Contact> {
  if (!isRecord(input)) return refuseFields([fieldRefusal('', 'wrong-type')]);
  const { name, email, jobTitle = '', phone = '', language = 'fr' } = input;
  const errors = [
    ...checkKeys('', input, ['name', 'email', 'jobTitle', 'phone', 'language']),
    ...checkText('/name', name, { max: maxLengths.name }),
    ...checkEmail('/email', email),
    ...checkText('/jobTitle', jobTitle, { max: maxLengths.title, optional: true }),
    ...checkText('/phone', phone, { max: maxLengths.phone, optional: true }),
    ...(isLanguage(language) ? [] : [fieldRefusal('/language', 'not-a-choice')]),
  ];
  if (errors.length > 0 || !isLanguage(language)) return refuseFields(errors);
  return accept({
    name: tidyText(String(name)),
    email: findEmail(String(email)) ?? '',
    jobTitle: tidyText(String(jobTitle)),
    phone: tidyText(String(phone)),
    language,
  });
}

export function checkEmail(at: string, email: unknown): FieldRefusal[] {
  const wrong = checkText(at, email, { max: maxLengths.email });
  if (wrong.length > 0) return wrong;
  return findEmail(String(email)) === undefined ? [fieldRefusal(at, 'not-an-email')] : [];
}

function checkSiren(siren: unknown, number: string | undefined): FieldRefusal[] {
  if (siren === undefined || siren === null || siren === '') return [];
  if (typeof siren !== 'string') return [fieldRefusal('/siren', 'wrong-type')];
  return number === undefined ? [fieldRefusal('/siren', 'not-a-siren')] : [];
}

function checkWebsite(website: unknown): FieldRefusal[] {
  if (typeof website !== 'string') return [fieldRefusal('/website', 'wrong-type')];
  return website.trim() === '' || isWebAddress(website.trim()) ? [] : [fieldRefusal('/website', 'not-a-url')];
}

function checkDomains(domains: unknown): FieldRefusal[] {
  if (!Array.isArray(domains)) return [fieldRefusal('/domains', 'wrong-type')];
  if (domains.length > maxCounts.domainsPerSupplier) {
    return [fieldRefusal('/domains', 'too-many', { max: maxCounts.domainsPerSupplier })];
  }
  return listOf(domains).flatMap((domain, index) =>
    typeof domain === 'string' && findDomain(domain) !== undefined
      ? []
      : [fieldRefusal(pointer('domains', index), 'not-a-domain')],
  );
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}
