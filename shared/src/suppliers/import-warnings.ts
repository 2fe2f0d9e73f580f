import type { ProblemParams } from '../decision.js';
import { fillIn } from '../problems.js';
import type { Language, Localised } from '../questionnaires/document.js';
import { warningSentences, type WarningCode } from './supplier.js';

/** What knows a record again and what names it disagree: one of the two was likely copied wrong. */
const renamingSentences = {
  'siren-under-another-name': {
    fr: 'Ce SIREN est celui de «\u00a0{before}\u00a0»\u00a0: l’import renommera ce fournisseur en «\u00a0{after}\u00a0».',
    en: 'This SIREN is that of “{before}”: the import will rename this supplier to “{after}”.',
  },
  'siren-of-another-supplier': {
    fr: 'Ce SIREN est celui de «\u00a0{before}\u00a0», et «\u00a0{after}\u00a0» est déjà un autre fournisseur\u00a0: l’import donnera aux deux le même nom.',
    en: 'This SIREN is that of “{before}”, and “{after}” is another supplier already: the import will give both the same name.',
  },
  'address-under-another-name': {
    fr: 'Cette adresse est celle de «\u00a0{before}\u00a0»\u00a0: l’import renommera ce contact en «\u00a0{after}\u00a0».',
    en: 'This address is that of “{before}”: the import will rename this contact to “{after}”.',
  },
} as const satisfies Readonly<Record<string, Localised>>;

const sentences = { ...warningSentences, ...renamingSentences } as const;

/** Worth a look before importing, and no reason to refuse. */
export interface RowWarning {
  readonly code: WarningCode | keyof typeof renamingSentences;
  readonly params?: ProblemParams;
}

/** Louder than the others: it changes whom a record is about. */
export function isRenaming({ code }: RowWarning): boolean {
  return Object.hasOwn(renamingSentences, code);
}

export function rowWarningSentence({ code, params }: RowWarning, language: Language): string {
  return fillIn(sentences[code][language], params);
}
