import type { Instant } from '../calendar.js';
import type { Localised } from '../questionnaires/document.js';

export const checkKinds = ['company', 'bodacc', 'vat', 'rdap', 'dns', 'zone-control'] as const;
export type CheckKind = (typeof checkKinds)[number];

/** What a check is about: a number of a register, or a domain. */
export const checkTargets: Readonly<Record<CheckKind, 'siren' | 'domain'>> = {
  company: 'siren',
  bodacc: 'siren',
  vat: 'siren',
  rdap: 'domain',
  dns: 'domain',
  'zone-control': 'domain',
};

export const checkNames: Readonly<Record<CheckKind, Localised>> = {
  company: { fr: 'Annuaire des entreprises', en: 'Company register' },
  bodacc: { fr: 'Annonces au Bodacc', en: 'Notices in the Bodacc' },
  vat: { fr: 'TVA au registre européen (VIES)', en: 'VAT in the European register (VIES)' },
  rdap: { fr: 'Titulaire du nom de domaine (RDAP)', en: 'Registrant of the domain (RDAP)' },
  dns: { fr: 'Zone DNS et messagerie', en: 'DNS zone and mail' },
  'zone-control': { fr: 'Contrôle de la zone', en: 'Control of the zone' },
};

/** The kind of evidence that a question of the bank asks for, and this check is. */
export const checkEvidence: Readonly<Partial<Record<CheckKind, string>>> = {
  company: 'recherche_entreprises',
  bodacc: 'bodacc',
  rdap: 'rdap',
  dns: 'dns_check',
};

const shortNames: Readonly<Record<CheckKind, string>> = {
  company: 'SIREN',
  bodacc: 'BODACC',
  vat: 'VIES',
  rdap: 'RDAP',
  dns: 'DNS',
  'zone-control': 'TXT',
};

/** A check among the pieces of an answer: `RDAP ponant.example`, in every language. */
export function checkPieceName({
  kind,
  target,
}: {
  readonly kind: CheckKind;
  readonly target: string;
}): string {
  return `${shortNames[kind]} ${target}`;
}

export const checkVerdicts = ['ok', 'attention', 'unknown'] as const;
/** A call that failed says nothing: it is unknown, never ok. */
export type CheckVerdict = (typeof checkVerdicts)[number];

export const checkVerdictNames: Readonly<Record<CheckVerdict, Localised>> = {
  ok: { fr: 'Rien à signaler', en: 'Nothing to report' },
  attention: { fr: 'À regarder', en: 'To look at' },
  unknown: { fr: 'Inconnu', en: 'Unknown' },
};

export const remarkTones = ['good', 'attention', 'unknown', 'neutral'] as const;
export type RemarkTone = (typeof remarkTones)[number];

/** One thing that a reply says, in words; what was read stays beside it in `value`. */
export interface Remark {
  readonly code: string;
  readonly tone: RemarkTone;
  readonly text: Localised;
  readonly value: string;
}

export interface CheckReading {
  readonly verdict: CheckVerdict;
  readonly remarks: readonly Remark[];
}

/** A reply as it came: nobody answered, or bytes with a status. */
export interface RawReply {
  readonly source: string;
  readonly fetchedAt: Instant;
  readonly status: number;
  readonly body: string;
}

export const checkFailures = [
  'timeout',
  'unreachable',
  'refused-address',
  'too-large',
  'bad-status',
  'bad-reply',
  'redirected',
] as const;
export type CheckFailure = (typeof checkFailures)[number];

export const failureNames: Readonly<Record<CheckFailure, Localised>> = {
  timeout: { fr: 'Pas de réponse à temps', en: 'No answer in time' },
  unreachable: { fr: 'Registre injoignable', en: 'Register unreachable' },
  'refused-address': {
    fr: 'Adresse refusée\u00a0: elle n’est pas publique',
    en: 'Address refused: it is not public',
  },
  'too-large': { fr: 'Réponse trop volumineuse', en: 'Reply too large' },
  'bad-status': { fr: 'Le registre a répondu par une erreur', en: 'The register answered with an error' },
  'bad-reply': { fr: 'Réponse illisible', en: 'Reply that cannot be read' },
  redirected: { fr: 'Renvoi refusé', en: 'Redirection refused' },
};

export function remark(code: string, tone: RemarkTone, fr: string, en: string, value = ''): Remark {
  return { code, tone, text: { fr, en }, value };
}

/** Attention wins; what could not be found out keeps the whole from being ok. */
export function readingOf(remarks: readonly Remark[]): CheckReading {
  const tones = new Set(remarks.map(({ tone }) => tone));
  const verdict = tones.has('attention')
    ? 'attention'
    : tones.has('unknown') || !tones.has('good')
      ? 'unknown'
      : 'ok';
  return { verdict, remarks };
}

export function failedReading(failure: CheckFailure): CheckReading {
  const { fr, en } = failureNames[failure];
  return { verdict: 'unknown', remarks: [remark(failure, 'unknown', fr, en)] };
}

/** JSON of a register, or nothing where it is none. */
export function parseReply(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
