import type { Gap } from '@probant/shared/contracts/clause-status';
import type { Redline } from '@probant/shared/contracts/redline';
import type { Language } from '@probant/shared/questionnaires/document';
import { withOrdinal } from '@probant/shared/words/dates';

/** What a printed redline says around the clauses. */
export interface RedlineFile {
  readonly redline: Redline;
  readonly engagementName: string;
  readonly supplierName: string;
  readonly contractTitle: string | null;
  readonly organisationName: string;
  readonly language: Language;
  readonly at: Date;
}

export const redlineWords = {
  fr: {
    title: 'Liste d’amendements',
    of: (supplier: string, engagement: string) => `${supplier}\u00a0: ${engagement}`,
    contract: 'Contrat',
    by: 'Établie par',
    on: 'le',
    notice:
      'Indicatif, sans valeur de conseil juridique. La rédaction proposée est une aide pour le conseil, à adapter au contrat\u00a0; les passages cités le sont mot pour mot.',
    current: 'Le contrat dit',
    silent: 'Le contrat n’en dit rien.',
    unquoted: 'Passage non cité\u00a0: le texte du contrat n’a pas pu être lu.',
    proposed: 'Rédaction proposée',
    article: (article: string) => `article ${article}`,
    unread: 'Clauses qui n’ont pas encore été lues',
    none: 'Aucun écart parmi les clauses lues.',
    status: { weak: 'faible', adverse: 'défavorable', absent: 'absente' },
    model: '',
  },
  en: {
    title: 'Redline list',
    of: (supplier: string, engagement: string) => `${supplier}: ${engagement}`,
    contract: 'Contract',
    by: 'Drawn up by',
    on: 'on',
    notice:
      'Indicative, no legal advice. The wording proposed is a drafting aid for counsel, to be fitted to the contract; passages are quoted word for word.',
    current: 'The contract says',
    silent: 'The contract says nothing of it.',
    unquoted: 'Passage not quoted: the text of the contract could not be read.',
    proposed: 'Wording proposed',
    article: (article: string) => `article ${article}`,
    unread: 'Clauses that have not been read yet',
    none: 'No gap among the clauses read.',
    status: { weak: 'weak', adverse: 'adverse', absent: 'absent' },
    model: 'The wording is in French: it goes into a contract under French law.',
  },
} as const satisfies Readonly<
  Record<Language, { readonly status: Readonly<Record<Gap, string>> } & Readonly<Record<string, unknown>>>
>;

/** `Contrat : … · Établie par …, le 28 novembre 2026`. */
export function headLines(file: RedlineFile): string[] {
  const words = redlineWords[file.language];
  const format = new Intl.DateTimeFormat(file.language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'Europe/Paris',
  });
  const day = withOrdinal(format.format(file.at), file.language);
  const colon = file.language === 'fr' ? '\u00a0:' : ':';
  return [
    words.of(file.supplierName, file.engagementName),
    ...(file.contractTitle === null ? [] : [`${words.contract}${colon} ${file.contractTitle}`]),
    `${words.by} ${file.organisationName}, ${words.on} ${day}`,
  ];
}
