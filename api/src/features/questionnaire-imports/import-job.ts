import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { countImport } from '@probant/shared/imports/count-import';
import { fitRead } from '@probant/shared/imports/draft/fit-read';
import { UnreadableImport } from '@probant/shared/imports/imported-questionnaire';
import { sheetsRead } from '@probant/shared/imports/sheets/read-spreadsheet';
import { describeSheets, type DescribedSheet } from '@probant/shared/imports/sheets/sheet-mapping';
import type { QuestionnaireImportId } from '@probant/shared/ids';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import { Work } from '../../platform/database/work.js';
import { Files } from '../../platform/files/files.js';
import { openImport, readOpened, type OpenImport } from '../../platform/imports/read-import-file.js';
import { JobRefusal, type JobRun } from '../../platform/jobs/job-kinds.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import type { KeptReading, Outcome } from './imports-store.js';

export const readQuestionnaire = 'read-questionnaire';

/** The file at hand, what stands in it, what it means, what is kept. */
const steps = 4;

/** Reads the file of an import, beside the main thread where that takes long, and keeps what came of it. */
@Injectable()
export class ImportJob implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly files: Files,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: ServeConfig,
  ) {}

  onModuleInit(): void {
    this.jobs.handle({ name: readQuestionnaire, run: (run) => this.run(run) });
  }

  private async run({ organisationId, id: jobId, payload, signal, progress }: JobRun): Promise<void> {
    const id = payload['importId'] as QuestionnaireImportId;
    const asked = await this.work.runFor(organisationId, (tx) =>
      tx.get<{ sha256: string; fileName: string; reading: KeptReading }>(
        `SELECT sha256, file_name AS "fileName", reading FROM questionnaire_imports
         WHERE organisation_id = $1 AND id = $2`,
        [organisationId, id],
      ),
    );
    progress(0, steps);
    const file = await this.files.store.find({ organisationId, sha256: asked.sha256 });
    if (file === undefined) throw new JobRefusal('file-corrupted');
    const path = this.files.workPath(`${process.pid}-${jobId}.upload`);
    try {
      await pipeline(file.stream, createWriteStream(path, { mode: 0o600, flags: 'w' }), { signal });
      progress(1, steps);
      const opening = { party: organisationId, signal, scanner: { clamd: this.config.clamd ?? undefined } };
      const outcome = await toOutcome(
        () => openImport(path, asked.fileName, opening),
        asked.reading,
        () => progress(2, steps),
      );
      signal.throwIfAborted();
      progress(3, steps);
      await this.work.runFor(organisationId, (tx) =>
        // Only of the reading that is still the one wanted.
        tx.query(
          'UPDATE questionnaire_imports SET outcome = $4 WHERE organisation_id = $1 AND id = $2 AND job_id = $3',
          [organisationId, id, jobId, JSON.stringify(outcome)],
        ),
      );
      progress(steps, steps);
    } finally {
      await rm(path, { force: true });
    }
  }
}

/** What a person can do nothing about but choose another file or another reading is an outcome, and no failure. */
async function toOutcome(
  open: () => Promise<OpenImport>,
  reading: KeptReading,
  onOpen: () => void,
): Promise<Outcome> {
  let sheets: readonly DescribedSheet[] = [];
  try {
    const opened = await open();
    onOpen();
    sheets = describe(opened, reading);
    const read = fitRead(readOpened(opened, reading));
    const { format, title, questions, warnings } = read.imported;
    return {
      state: 'read',
      format,
      title,
      counts: countImport(read.imported),
      guesses: questions.filter(({ guessed }) => guessed.length > 0).length,
      warnings: warnings.length,
      sheets,
      read,
    };
  } catch (error) {
    if (!(error instanceof UnreadableImport)) throw error;
    return { state: 'unreadable', where: storable(error.where), reason: error.reason, sheets };
  }
}

function describe(opened: OpenImport, { mappings = [] }: KeptReading): readonly DescribedSheet[] {
  if (!('sheets' in opened)) return [];
  return describeSheets(opened.sheets, mappings, sheetsRead(opened.sheets, mappings));
}

const longestPlace = 500;

function storable(text: string): string {
  return text.replaceAll('\0', '').slice(0, longestPlace);
}
