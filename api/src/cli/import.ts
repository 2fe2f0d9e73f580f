import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';

import { countImport } from '@probant/shared/imports/count-import';
import {
  UnreadableImport,
  type ImportedQuestion,
  type ImportedQuestionnaire,
} from '@probant/shared/imports/imported-questionnaire';

import { isSystemError } from '../platform/files/system-error.js';
import { readImportFile } from '../platform/imports/read-import-file.js';

type CommandLanguage = 'fr' | 'en';

export interface ImportSurroundings {
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const usages: Readonly<Record<CommandLanguage, string>> = {
  fr: `Usage : probant import FICHIER --dry-run [--json]

Dit ce qui est compris, deviné et laissé de côté d’un questionnaire : Probant, CISO Assistant (YAML, XLSX), Google
VSAQ (JSON), catalogue OSCAL 1.x (JSON ou YAML), HECVAT 4 (XLSX), grille d’un acheteur (XLSX, CSV). Le format est reconnu au contenu. Rien n’est enregistré : cette commande
n’existe qu’avec --dry-run.
`,
  en: `Usage: probant import FILE --dry-run [--json]

Tells what is understood, guessed and left out of a questionnaire: Probant, CISO Assistant (YAML, XLSX), Google VSAQ
(JSON), OSCAL 1.x catalog (JSON or YAML), HECVAT 4 (XLSX), a buyer's own sheet (XLSX, CSV). The format is recognised by what stands in the file. Nothing is saved: the command
is offered with --dry-run only.
`,
};

/** Gives the exit code: 0, or 2 when the file cannot be read or the command is not understood. */
export async function importFile(
  args: readonly string[],
  { stdout, stderr, env }: ImportSurroundings = process,
): Promise<number> {
  const language = languageOf(env);
  const asked = readArguments(args);
  if (asked?.help === true) {
    stdout.write(usages[language]);
    return 0;
  }
  if (asked?.file === undefined || !asked.dryRun) {
    stderr.write(usages[language]);
    return 2;
  }
  try {
    const imported = await readImportFile(asked.file);
    stdout.write(asked.json ? toJson(imported, language) : toText(imported, language));
    return 0;
  } catch (error) {
    const reason = tellFault(error, language);
    if (reason === undefined) throw error;
    stderr.write(`probant import: ${asked.file}: ${reason}\n`);
    return 2;
  }
}

export { importFile as import };

/** French, as everywhere in the product, unless the terminal says English. */
function languageOf(env: ImportSurroundings['env']): CommandLanguage {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (one) => one !== undefined && one !== '',
  );
  return locale?.toLowerCase().startsWith('en') === true ? 'en' : 'fr';
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const [file, ...more] = positionals;
    return more.length > 0
      ? undefined
      : { file, dryRun: values['dry-run'], json: values.json, help: values.help };
  } catch {
    // An option that does not exist: the usage says which do.
    return undefined;
  }
}

function tellFault(error: unknown, language: CommandLanguage): string | undefined {
  if (error instanceof UnreadableImport)
    return `${placeIn(error.where, language)}: ${error.reason[language]}`;
  return isSystemError(error) ? error.message : undefined;
}

function placeIn(where: string, language: CommandLanguage): string {
  return language === 'fr' ? where.replace(/^line (?=\d+$)/, 'ligne ') : where;
}

function toJson(imported: ImportedQuestionnaire, language: CommandLanguage): string {
  const { format, title, questions, warnings } = imported;
  const told = {
    format,
    title: title[language] ?? title.fr ?? title.en ?? '',
    counts: countImport(imported),
    questions,
    warnings: warnings.map(({ where, message }) => ({ where, message: message[language] })),
  };
  return `${JSON.stringify(told, undefined, 2)}\n`;
}

const words = {
  fr: {
    counts: (counts: ReturnType<typeof countImport>) =>
      `sections : ${counts.sections}, questions : ${counts.questions}, réponses possibles : ${counts.options}, conditions : ${counts.conditions}`,
    guessed: 'deviné : ',
    names: { type: 'type', options: 'réponses', risk: 'risques', section: 'section', condition: 'condition' },
    warnings: 'À savoir',
    saved: 'Rien n’a été enregistré.',
  },
  en: {
    counts: (counts: ReturnType<typeof countImport>) =>
      `sections: ${counts.sections}, questions: ${counts.questions}, options: ${counts.options}, conditions: ${counts.conditions}`,
    guessed: 'guessed: ',
    names: { type: 'type', options: 'options', risk: 'risks', section: 'section', condition: 'condition' },
    warnings: 'To know',
    saved: 'Nothing was saved.',
  },
} as const;

function toText(imported: ImportedQuestionnaire, language: CommandLanguage): string {
  const { counts, warnings, saved } = words[language];
  const title = imported.title[language] ?? imported.title.fr ?? imported.title.en ?? '';
  const lines = [`${title} (${imported.format})`, counts(countImport(imported))];
  for (const section of imported.sections) {
    lines.push('', section.title[language] ?? section.title.fr ?? section.title.en ?? section.key);
    const own = imported.questions.filter((question) => question.section === section.key);
    lines.push(...own.map((question) => `  ${tellQuestion(question, language)}`));
  }
  if (imported.warnings.length > 0) lines.push('', warnings);
  lines.push(
    ...imported.warnings.map(({ where, message }) => `  ${placeIn(where, language)}: ${message[language]}`),
    '',
    saved,
  );
  return `${lines.join('\n')}\n`;
}

function tellQuestion(
  { key, text, type, options, guessed }: ImportedQuestion,
  language: CommandLanguage,
): string {
  const { guessed: before, names } = words[language];
  const guesses = guessed.length === 0 ? '' : `, ${before}${guessed.map((one) => names[one]).join(', ')}`;
  const count = options.length === 0 ? '' : ` ${options.length}`;
  const asked = (text[language] ?? text.fr ?? text.en ?? '').replaceAll(/\s+/g, ' ');
  return `${key} [${type}${count}${guesses}] ${asked}`;
}
