import path from 'node:path';
import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';

import { fitRead } from '@probant/shared/imports/draft/fit-read';
import type { ReadImport } from '@probant/shared/imports/draft/plan-draft';
import { UnreadableImport, type ImportedText } from '@probant/shared/imports/imported-questionnaire';
import { tellPlace } from '@probant/shared/imports/place-words';
import { problem } from '@probant/shared/problems';
import type { Localised } from '@probant/shared/questionnaires/document';

import { saveDraft } from '../features/questionnaire-imports/questionnaire-imports.public.js';
import { StartRefusal } from '../platform/config/start-refusal.js';
import type { Work } from '../platform/database/work.js';
import { isSystemError } from '../platform/files/system-error.js';
import { ProblemError } from '../platform/http/problem.js';
import { openImport, readOpened } from '../platform/imports/read-import-file.js';
import { readQuestionBank } from '../platform/library/library-files.js';
import { findBuyer, findQuestionnaire } from '../platform/database/find-named.js';
import { importUsages, savedWords } from './import.words.js';
import { toJson, toText } from './tell-import.js';
import { terminalLanguage, type TerminalLanguage } from './terminal-language.js';
import { withWork } from './with-work.js';

export interface ImportSurroundings {
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
}

interface Asked {
  readonly file: string;
  readonly json: boolean;
  /** Absent: nothing is saved. */
  readonly save?: SaveWish;
}

interface SaveWish {
  readonly organisation: string;
  /** Code or id of the questionnaire of which the file is a new draft. */
  readonly into: string | undefined;
  readonly keepOthers: boolean;
}

/** What cannot be done as it was asked, told on standard error. */
class Refused extends Error {}

/** Gives the exit code: 0, or 2 when the file cannot be read or saved, or the command is not understood. */
export async function importFile(
  args: readonly string[],
  { stdout, stderr, env }: ImportSurroundings = process,
): Promise<number> {
  const language = terminalLanguage(env);
  const asked = readArguments(args);
  if (asked === 'help') {
    stdout.write(importUsages[language]);
    return 0;
  }
  if (asked === undefined) {
    stderr.write(importUsages[language]);
    return 2;
  }
  try {
    const read = readOpened(await openImport(asked.file, path.basename(asked.file)));
    const { save } = asked;
    const tell = (line: string): void => void stderr.write(`${line}\n`);
    const saved =
      save === undefined
        ? savedWords[language].nothing
        : await withWork(env, tell, (work) => saveIn(work, read, { ...save, file: asked.file }, language));
    stdout.write(asked.json ? toJson(read.imported, language) : toText(read.imported, saved, language));
    return 0;
  } catch (error) {
    const reason = tellFault(error, language);
    if (reason === undefined) throw error;
    stderr.write(`probant import: ${asked.file}: ${reason}\n`);
    return 2;
  }
}

export { importFile as import };

/** Either a dry run, or an organisation to save in. */
function readArguments(args: readonly string[]): Asked | 'help' | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        organisation: { type: 'string' },
        into: { type: 'string' },
        'keep-others': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return 'help';
    const [file, ...more] = positionals;
    const { organisation, into, json, 'keep-others': keepOthers, 'dry-run': dryRun } = values;
    if (file === undefined || more.length > 0 || dryRun === (organisation !== undefined)) return undefined;
    if (organisation === undefined) return into === undefined && !keepOthers ? { file, json } : undefined;
    if (keepOthers && into === undefined) return undefined;
    return { file, json, save: { organisation, into, keepOthers } };
  } catch {
    // An option that does not exist: the usage says which do.
    return undefined;
  }
}

/** The sentence that says what was saved. */
async function saveIn(
  work: Work,
  read: ReadImport,
  { organisation, into, keepOthers, file }: SaveWish & { readonly file: string },
  language: TerminalLanguage,
): Promise<string> {
  const words = savedWords[language];
  const organisationId = await findBuyer(work, organisation);
  if (organisationId === undefined) throw new Refused(words.noOrganisation(organisation));
  const fileName = path.basename(file);
  return work.runFor(organisationId, async (tx) => {
    const questionnaireId =
      into === undefined ? undefined : await findQuestionnaire(tx, organisationId, into);
    if (into !== undefined && questionnaireId === undefined) throw new Refused(words.noQuestionnaire(into));
    const fitted = fitRead(read);
    const { questionnaire, questions } = await saveDraft(
      tx,
      fitted,
      { title: titleOf(fitted.imported.title, fileName), items: [], given: {} },
      {
        organisationId,
        library: readQuestionBank(),
        now: new Date(),
        fileName,
        ...(questionnaireId === undefined ? {} : { standing: { questionnaireId, keepOthers } }),
      },
    );
    await tx.record({
      kind: 'questionnaire-file-saved',
      questionnaireId: questionnaire.id,
      title: questionnaire.title.fr,
      revision: questionnaire.draftRevision,
      name: fileName,
      questions,
    });
    const told = words.saved(questions, questionnaire.code, questionnaire.draftRevision);
    const { fr, en } = fitted.imported.title;
    return fr !== undefined && en !== undefined ? told : `${told}\n${words.sameTitle}`;
  });
}

/** A questionnaire is listed in both languages: the title that the file lacks is the one that it has, and that is told. */
function titleOf({ fr, en }: ImportedText, fileName: string): Localised {
  const title = fr ?? en ?? path.parse(fileName).name;
  return { fr: fr ?? title, en: en ?? title };
}

function tellFault(error: unknown, language: TerminalLanguage): string | undefined {
  if (error instanceof UnreadableImport)
    return `${tellPlace(error.where, language)}: ${error.reason[language]}`;
  if (error instanceof ProblemError) {
    const { title, errors = [] } = problem(error.refusal, language);
    return [title, ...errors.map(({ pointer, detail }) => `  ${pointer}: ${detail}`)].join('\n');
  }
  if (error instanceof Refused || error instanceof StartRefusal) return error.message;
  return isSystemError(error) ? error.message : undefined;
}
