import type { Language } from '../questionnaires/document.js';

export const packFaultCodes = [
  'archive',
  'name',
  'duplicate',
  'header',
  'missing',
  'unlisted',
  'changed',
  'malformed',
  'too-many',
  'seal',
  'entry',
  'piece',
] as const;

/** What is wrong with a pack of answers, and where. */
export interface PackFault {
  readonly code: (typeof packFaultCodes)[number];
  /** A file of the archive; empty where it is the archive itself. */
  readonly path: string;
  /** The number of an entry or of a piece in the manifest, counted from one. */
  readonly place?: number;
}

const sentences: Readonly<Record<PackFault['code'], Readonly<Record<Language, string>>>> = {
  archive: {
    fr: 'l’archive n’a pas la forme d’un lot de réponses',
    en: 'the archive has not the form of a pack of answers',
  },
  name: { fr: 'nom de fichier refusé', en: 'a file name that is refused' },
  duplicate: { fr: 'présent deux fois', en: 'stands twice' },
  header: {
    fr: 'son en-tête n’est pas celui d’un fichier simple, sans compression',
    en: 'its header is not that of a plain file without compression',
  },
  missing: { fr: 'annoncé et absent', en: 'announced and missing' },
  unlisted: { fr: 'absent du manifeste', en: 'not listed in the manifest' },
  changed: {
    fr: 'son contenu n’est plus celui qui a été signé',
    en: 'its content is no longer what was signed',
  },
  malformed: {
    fr: 'illisible, ou écrit autrement que le format le demande',
    en: 'unreadable, or not written as the format asks',
  },
  'too-many': {
    fr: 'plus de réponses ou de pièces qu’un lot n’en peut contenir',
    en: 'more answers or pieces than a pack may hold',
  },
  seal: { fr: 'la signature ne correspond pas', en: 'the signature does not match' },
  entry: {
    fr: 'la réponse nº\u00a0{place} n’est pas une réponse à sa question',
    en: 'answer no. {place} is not an answer to its question',
  },
  piece: {
    fr: 'la pièce nº\u00a0{place} est mal décrite (nom, nature ou dates)',
    en: 'piece no. {place} is not described as it should be (name, kind or dates)',
  },
};

/** One sentence that names the file. */
export function tellPackFault({ code, path, place }: PackFault, language: Language): string {
  const about = path === '' ? 'Archive' : path;
  const said = sentences[code][language].replace('{place}', String(place ?? ''));
  return `${about}${language === 'fr' ? '\u00a0:' : ':'} ${said}.`;
}
