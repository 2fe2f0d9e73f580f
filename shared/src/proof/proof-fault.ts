import type { Language } from '../questionnaires/document.js';

export const proofFaultCodes = [
  'archive',
  'name',
  'header',
  'duplicate',
  'changed',
  'missing',
  'unlisted',
  'malformed',
  'seal',
  'timestamp',
  'chain',
  'anchor',
  'untold',
  'record',
  'version',
  'score',
] as const;

/** What is wrong with a proof file, and with which file in it. */
export interface ProofFault {
  readonly code: (typeof proofFaultCodes)[number];
  /** Empty where it is the archive itself. */
  readonly path: string;
  readonly detail?: string;
}

const sentences: Readonly<Record<ProofFault['code'], Readonly<Record<Language, string>>>> = {
  archive: {
    fr: 'l’archive n’a pas la forme d’un dossier de preuve : octets ajoutés, retirés ou changés hors des fichiers',
    en: 'the archive has not the form of a proof file: bytes were added, removed or changed outside its files',
  },
  name: { fr: 'nom de fichier refusé', en: 'a file name that is refused' },
  header: { fr: 'son en-tête dans l’archive a été modifié', en: 'its header in the archive was changed' },
  duplicate: { fr: 'présent deux fois', en: 'stands twice' },
  changed: { fr: 'son contenu a été modifié', en: 'its content was changed' },
  missing: { fr: 'annoncé par le manifeste et absent', en: 'listed in the manifest and missing' },
  unlisted: { fr: 'absent du manifeste', en: 'not listed in the manifest' },
  malformed: {
    fr: 'illisible, ou écrit autrement que le format le demande',
    en: 'unreadable, or not written as the format asks',
  },
  seal: { fr: 'le sceau ne correspond pas', en: 'the seal does not match' },
  timestamp: { fr: 'l’horodatage ne correspond pas', en: 'the timestamp does not match' },
  chain: { fr: 'le journal est rompu', en: 'the chain of events is broken' },
  anchor: {
    fr: 'le journal n’est pas ancré dans la racine signée',
    en: 'the chain is not anchored in the signed root',
  },
  untold: { fr: 'aucun événement du journal ne le mentionne', en: 'no event of the chains tells of it' },
  record: {
    fr: 'ce qui y est consigné n’est pas ce que dit son événement',
    en: 'what it records is not what its event tells',
  },
  version: {
    fr: 'la version dont ce score est calculé n’est pas dans le fichier, ou n’y est plus telle que scellée',
    en: 'the version that this score is worked out from is not in the file, or no longer as it was sealed',
  },
  score: { fr: 'le score recalculé est différent', en: 'the score worked out again differs' },
};

/** One sentence that names the file. */
export function tellFault({ code, path, detail }: ProofFault, language: Language): string {
  const about = path === '' ? { fr: 'Archive', en: 'Archive' }[language] : path;
  const more = detail === undefined || detail === '' ? '' : ` (${detail})`;
  const colon = language === 'fr' ? '\u00a0:' : ':';
  return `${about}${colon} ${sentences[code][language]}${more}.`;
}
