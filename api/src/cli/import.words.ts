import type { TerminalLanguage } from './terminal-language.js';

export const importUsages: Readonly<Record<TerminalLanguage, string>> = {
  fr: `Usage : probant import FICHIER --dry-run [--json]
        probant import FICHIER --organisation NOM [--into CODE [--keep-others]] [--json]

Lit un questionnaire : Probant, CISO Assistant (YAML, XLSX), Google VSAQ (JSON), catalogue OSCAL 1.x (JSON ou YAML),
HECVAT 4 (XLSX), grille d’un acheteur (XLSX, CSV). Le format est reconnu au contenu. Dit ce qui est compris, deviné et
laissé de côté.

--dry-run            n’enregistre rien, et n’a besoin d’aucune base
--organisation NOM   enregistre un brouillon dans cette organisation d’acheteur (nom ou identifiant)
--into CODE          en fait le nouveau brouillon de ce questionnaire (code ou identifiant)
--keep-others        y garde les questions que le fichier n’a pas
`,
  en: `Usage: probant import FILE --dry-run [--json]
       probant import FILE --organisation NAME [--into CODE [--keep-others]] [--json]

Reads a questionnaire: Probant, CISO Assistant (YAML, XLSX), Google VSAQ (JSON), OSCAL 1.x catalog (JSON or YAML),
HECVAT 4 (XLSX), a buyer's own sheet (XLSX, CSV). The format is recognised by what stands in the file. Tells what is
understood, guessed and left out.

--dry-run             saves nothing, and needs no database
--organisation NAME   saves a draft in this buyer organisation (name or id)
--into CODE           makes it the new draft of this questionnaire (code or id)
--keep-others         keeps there the questions that the file does not have
`,
};

export const savedWords = {
  fr: {
    nothing: 'Rien n’a été enregistré.',
    saved: (questions: number, code: string, revision: number) =>
      `Enregistré : ${questions} questions, brouillon du questionnaire ${code}, révision ${revision}.`,
    sameTitle: 'Le fichier n’a son titre que dans une langue : il sert pour les deux.',
    noOrganisation: (name: string) => `il n’y a pas une seule organisation d’acheteur du nom de « ${name} »`,
    noQuestionnaire: (code: string) => `cette organisation n’a pas de questionnaire « ${code} »`,
  },
  en: {
    nothing: 'Nothing was saved.',
    saved: (questions: number, code: string, revision: number) =>
      `Saved: ${questions} questions, draft of the questionnaire ${code}, revision ${revision}.`,
    sameTitle: 'The file has its title in one language only: it serves for both.',
    noOrganisation: (name: string) => `there is not one buyer organisation called "${name}"`,
    noQuestionnaire: (code: string) => `this organisation has no questionnaire "${code}"`,
  },
} as const;
