import { writeFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';

import type { OrganisationId, QuestionnaireId } from '@probant/shared/ids';
import { hashContent } from '@probant/shared/questionnaires/content-hash';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';

import { StartRefusal } from '../platform/config/start-refusal.js';
import { findBuyer, findQuestionnaire } from '../platform/database/find-named.js';
import type { Tx } from '../platform/database/work.js';
import { isSystemError } from '../platform/files/system-error.js';
import { sha256 } from '../platform/hash/sha256.js';
import { writeDocumentYaml } from '../platform/imports/write-document.js';
import { savedWords } from './import.words.js';
import { terminalLanguage, type TerminalLanguage } from './terminal-language.js';
import { withWork } from './with-work.js';

const usages: Readonly<Record<TerminalLanguage, string>> = {
  fr: `Usage : probant export CODE --organisation NOM [--version N] [--format json|yaml] [--out FICHIER]

Écrit un questionnaire (code ou identifiant) : son brouillon, ou sa version N. En JSON c’est le texte canonique
(RFC 8785), à l’octet près celui dont la version porte l’empreinte ; en YAML (par défaut) il se relit à ce même texte.
Sans --out, sur la sortie standard.
`,
  en: `Usage: probant export CODE --organisation NAME [--version N] [--format json|yaml] [--out FILE]

Writes a questionnaire (code or id): its draft, or its version N. In JSON it is the canonical text (RFC 8785), to the byte
the one whose hash the version carries; in YAML (the default) it reads back to that same text. Without --out, on standard
output.
`,
};

const noVersion = {
  fr: (version: string) => `ce questionnaire n’a pas de version ${version}`,
  en: (version: string) => `this questionnaire has no version ${version}`,
} as const;

interface Asked {
  readonly code: string;
  readonly organisation: string;
  readonly version: string | undefined;
  readonly format: 'json' | 'yaml';
  readonly out: string | undefined;
}

export interface ExportSurroundings {
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
}

class Refused extends Error {}

/** Gives the exit code: 0, or 2 when there is no such questionnaire or the command is not understood. */
export async function exportQuestionnaire(
  args: readonly string[],
  { stdout, stderr, env }: ExportSurroundings = process,
): Promise<number> {
  const language = terminalLanguage(env);
  const asked = readArguments(args);
  if (asked === 'help') {
    stdout.write(usages[language]);
    return 0;
  }
  if (asked === undefined) {
    stderr.write(usages[language]);
    return 2;
  }
  try {
    const canonical = await withWork(
      env,
      (line) => void stderr.write(`${line}\n`),
      async (work) => {
        const organisationId = await findBuyer(work, asked.organisation);
        if (organisationId === undefined)
          throw new Refused(savedWords[language].noOrganisation(asked.organisation));
        return work.runFor(organisationId, (tx) => canonicalOf(tx, organisationId, asked, language));
      },
    );
    const text = asked.format === 'json' ? canonical : writeDocumentYaml(canonical);
    if (asked.out === undefined) stdout.write(text);
    else await writeFile(asked.out, text, { flag: 'wx' });
    return 0;
  } catch (error) {
    const known = error instanceof Refused || error instanceof StartRefusal || isSystemError(error);
    if (!known) throw error;
    stderr.write(`probant export: ${error.message}\n`);
    return 2;
  }
}

export { exportQuestionnaire as export };

function readArguments(args: readonly string[]): Asked | 'help' | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        organisation: { type: 'string' },
        version: { type: 'string' },
        format: { type: 'string', default: 'yaml' },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return 'help';
    const [code, ...more] = positionals;
    const { organisation, version, format, out } = values;
    if (code === undefined || more.length > 0 || organisation === undefined) return undefined;
    if (format !== 'json' && format !== 'yaml') return undefined;
    return version === undefined || /^\d{1,9}$/u.test(version)
      ? { code, organisation, version, format, out }
      : undefined;
  } catch {
    // An option that does not exist: the usage says which do.
    return undefined;
  }
}

async function canonicalOf(
  tx: Tx,
  organisationId: OrganisationId,
  { code, version }: Asked,
  language: TerminalLanguage,
): Promise<string> {
  const id = await findQuestionnaire(tx, organisationId, code);
  if (id === undefined) throw new Refused(savedWords[language].noQuestionnaire(code));
  if (version !== undefined) return versionText(tx, [organisationId, id, version], language);
  const { draft } = await tx.get<{ draft: QuestionnaireDocument }>(
    'SELECT draft FROM questionnaires WHERE organisation_id = $1 AND id = $2',
    [organisationId, id],
  );
  return hashContent(draft, sha256).text;
}

async function versionText(
  tx: Tx,
  [organisationId, id, version]: readonly [OrganisationId, QuestionnaireId, string],
  language: TerminalLanguage,
): Promise<string> {
  const [row] = await tx.query<{ text: string }>(
    `SELECT document_text AS text FROM questionnaire_versions
     WHERE organisation_id = $1 AND questionnaire_id = $2 AND number = $3`,
    [organisationId, id, version],
  );
  if (row === undefined) throw new Refused(noVersion[language](version));
  return row.text;
}
