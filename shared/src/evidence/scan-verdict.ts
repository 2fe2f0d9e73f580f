import type { Localised } from '../questionnaires/document.js';

/** Why a file cannot be looked into to the end. It is the file's doing: trying again changes nothing. */
export const unscannableReasons = {
  encrypted: {
    fr: 'Une partie du fichier est chiffrée ou protégée par un mot de passe.',
    en: 'Part of the file is encrypted or protected by a password.',
  },
  'too-deep': { fr: 'Les archives sont trop imbriquées.', en: 'Archives are nested too deep.' },
  'too-many-entries': { fr: 'L’archive contient trop de fichiers.', en: 'The archive holds too many files.' },
  'expands-too-much': {
    fr: 'Décompressé, le fichier est démesuré.',
    en: 'Decompressed, the file is out of proportion.',
  },
  corrupt: { fr: 'L’archive est abîmée ou mal formée.', en: 'The archive is damaged or malformed.' },
  'format-not-opened': {
    fr: 'Le fichier contient une archive d’un format que l’analyse n’ouvre pas ; utilisez ZIP.',
    en: 'The file contains an archive of a format that the scan does not open; use ZIP.',
  },
} as const satisfies Readonly<Record<string, Localised>>;

export type UnscannableReason = keyof typeof unscannableReasons;

/** Why a scan gave no verdict. It is our doing: the same file may pass later. */
export const scanFailures = [
  'engine-unreachable',
  'engine-timeout',
  'engine-answer',
  'time-limit',
  'read-failed',
  'queue-full',
] as const;
export type ScanFailure = (typeof scanFailures)[number];

export type ScanVerdict =
  | {
      readonly outcome: 'clean';
      readonly engine: string;
      /** True when no antivirus looked, or when a part could not be opened: the file shows as *partially scanned*. */
      readonly partial: boolean;
      /** Paths of the parts that were read as raw bytes only, e.g. an encrypted stream of a PDF. */
      readonly unopened: readonly string[];
    }
  /** `where` is the path inside archives, `lot.zip/mail.eml/a.txt`; empty for the file itself. */
  | {
      readonly outcome: 'infected';
      readonly engine: string;
      readonly signature: string;
      readonly where: string;
    }
  | { readonly outcome: 'unscannable'; readonly reason: UnscannableReason; readonly where: string }
  | { readonly outcome: 'failed'; readonly reason: ScanFailure };
