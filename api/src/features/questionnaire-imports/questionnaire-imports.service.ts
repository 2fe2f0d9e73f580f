import { Injectable } from '@nestjs/common';
import { media } from '@probant/shared/evidence/media';
import type { QuestionnaireId, QuestionnaireImportId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { Files, type TakenFile } from '../../platform/files/files.js';
import type { StoredFile } from '../../platform/files/stored-file.js';
import { fail, found, ProblemError } from '../../platform/http/problem.js';
import type { Upload } from '../../platform/http/upload.js';
import { importKind } from '../../platform/imports/read-import-file.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Library } from '../library/library.public.js';
import { describeItems } from './describe-items.js';
import { readQuestionnaire } from './import-job.js';
import {
  findOutcome,
  listImports,
  lockImport,
  readImport,
  type KeptReading,
  type LockedImport,
} from './imports-store.js';
import type {
  ImportItemsResponse,
  ImportListResponse,
  ImportResponse,
  KeepWishRequest,
  ReadAgainRequest,
  SavedDraftResponse,
  SaveImportRequest,
  UploadImportRequest,
} from './questionnaire-imports.dto.js';
import { readHead } from './read-head.js';
import { saveDraft } from './save-draft.js';

/** Files of questionnaires: taken, read in the background, mapped and changed item by item, saved as a draft. */
@Injectable()
export class QuestionnaireImports {
  constructor(
    private readonly work: Work,
    private readonly files: Files,
    private readonly jobs: Jobs,
    private readonly library: Library,
    private readonly clock: Clock,
  ) {}

  async take(scope: Scope, upload: Upload<UploadImportRequest>): Promise<ImportResponse> {
    const taken = await this.examine(scope, upload);
    const { organisationId } = scope;
    const { sha256 } = taken.received;
    await this.files.store.keep({ organisationId, sha256 }, taken.received);
    const reading: KeptReading = { asSpreadsheet: upload.fields.readAs === 'spreadsheet' };
    return this.work.run(scope, async (tx) => {
      const id = newId<QuestionnaireImportId>();
      const jobId = await this.addJob(tx, scope, id);
      await tx.query(
        `INSERT INTO questionnaire_imports (organisation_id, id, file_name, sha256, bytes, media_type, scan_engine,
           scan_partial, job_id, reading, uploaded_by, uploaded_by_name)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          ...[organisationId, id, upload.fileName, sha256, taken.received.size, media[taken.kind].mime],
          ...[taken.scan.engine, taken.scan.partial, jobId, JSON.stringify(reading)],
          ...[scope.accountId, scope.accountName],
        ],
      );
      await tx.record({ kind: 'questionnaire-file-taken', importId: id, name: upload.fileName, sha256 });
      return readImport(tx, organisationId, id);
    });
  }

  list(scope: Scope, questionnaireId: string | undefined): Promise<ImportListResponse> {
    return this.work.run(scope, async (tx) => ({
      items: await listImports(tx, scope.organisationId, questionnaireId),
    }));
  }

  read(scope: Scope, id: QuestionnaireImportId): Promise<ImportResponse> {
    return this.work.run(scope, (tx) => readImport(tx, scope.organisationId, id));
  }

  items(scope: Scope, id: QuestionnaireImportId): Promise<ImportItemsResponse> {
    return this.work.run(scope, async (tx) => {
      const outcome = await findOutcome(tx, scope.organisationId, id);
      return outcome?.state === 'read' ? describeItems(outcome.read) : fail('import-not-read');
    });
  }

  cancel(scope: Scope, id: QuestionnaireImportId): Promise<ImportResponse> {
    const { organisationId } = scope;
    return this.work.run(scope, async (tx) => {
      const { jobId, state, fileName, sha256 } = await lockImport(tx, organisationId, id);
      if (state === 'queued' || state === 'running') {
        await this.jobs.cancel(tx, organisationId, jobId);
        await tx.record({ kind: 'questionnaire-file-given-up', importId: id, name: fileName, sha256 });
      }
      return readImport(tx, organisationId, id);
    });
  }

  /** The same file under another mapping, or once more after it was given up; what was changed of the items stays. */
  readAgain(
    scope: Scope,
    id: QuestionnaireImportId,
    { revision, asSpreadsheet, mappings }: ReadAgainRequest,
  ): Promise<ImportResponse> {
    const { organisationId } = scope;
    return this.work.run(scope, async (tx) => {
      const { jobId } = await this.lockAt(tx, scope, id, revision);
      await this.jobs.cancel(tx, organisationId, jobId);
      const next = await this.addJob(tx, scope, id);
      const reading: KeptReading = { asSpreadsheet, mappings };
      await tx.query(
        `UPDATE questionnaire_imports SET reading = $3, job_id = $4, outcome = NULL, revision = revision + 1
         WHERE organisation_id = $1 AND id = $2`,
        [organisationId, id, JSON.stringify(reading), next],
      );
      return readImport(tx, organisationId, id);
    });
  }

  keepWish(
    scope: Scope,
    id: QuestionnaireImportId,
    { revision, ...wish }: KeepWishRequest,
  ): Promise<ImportResponse> {
    const { organisationId } = scope;
    return this.work.run(scope, async (tx) => {
      await this.lockAt(tx, scope, id, revision);
      await tx.query(
        `UPDATE questionnaire_imports SET wish = $3, revision = revision + 1
         WHERE organisation_id = $1 AND id = $2`,
        [organisationId, id, JSON.stringify(wish)],
      );
      return readImport(tx, organisationId, id);
    });
  }

  save(
    scope: Scope,
    id: QuestionnaireImportId,
    { revision, title, standing }: SaveImportRequest,
  ): Promise<SavedDraftResponse> {
    const { organisationId } = scope;
    return this.work.run(scope, async (tx) => {
      const { wish, fileName } = await this.lockAt(tx, scope, id, revision);
      const outcome = await findOutcome(tx, organisationId, id);
      if (outcome?.state !== 'read') return fail('import-not-read');
      const saved = await saveDraft(
        tx,
        outcome.read,
        {
          title: { fr: title.fr, en: title.en },
          items: itemsThere(wish.items ?? [], outcome.read),
          given: wish.given ?? {},
        },
        {
          organisationId,
          library: this.library.questionBank(),
          now: this.clock.now(),
          fileName,
          ...(standing === undefined
            ? {}
            : { standing: { ...standing, questionnaireId: standing.questionnaireId as QuestionnaireId } }),
        },
      );
      const { questionnaire, questions, matched, added, others } = saved;
      await tx.query(
        `UPDATE questionnaire_imports SET questionnaire_id = $3, saved_by_name = $4, saved_at = $5, revision = revision + 1
         WHERE organisation_id = $1 AND id = $2`,
        [organisationId, id, questionnaire.id, scope.accountName, questionnaire.updatedAt],
      );
      await tx.record({
        kind: 'questionnaire-file-saved',
        importId: id,
        questionnaireId: questionnaire.id,
        title: questionnaire.title.fr,
        revision: questionnaire.draftRevision,
        name: fileName,
        questions,
      });
      return {
        questionnaireId: questionnaire.id,
        revision: questionnaire.draftRevision,
        questions,
        matched,
        added,
        others,
      };
    });
  }

  /** The file as it was uploaded. */
  async content(
    scope: Scope,
    id: QuestionnaireImportId,
  ): Promise<{ readonly name: string; readonly mediaType: string; readonly file: StoredFile }> {
    const { organisationId } = scope;
    const { name, mediaType, sha256 } = await this.work.run(scope, (tx) =>
      tx.get<{ name: string; mediaType: string; sha256: string }>(
        `SELECT file_name AS name, media_type AS "mediaType", sha256 FROM questionnaire_imports
         WHERE organisation_id = $1 AND id = $2`,
        [organisationId, id],
      ),
    );
    return { name, mediaType, file: found(await this.files.store.find({ organisationId, sha256 })) };
  }

  private addJob(tx: Tx, { organisationId, accountId }: Scope, id: QuestionnaireImportId): Promise<string> {
    const wanted = { name: readQuestionnaire, payload: { importId: id }, wantedBy: accountId };
    return this.jobs.add(tx, organisationId, wanted);
  }

  private async lockAt(
    tx: Tx,
    scope: Scope,
    id: QuestionnaireImportId,
    revision: number,
  ): Promise<LockedImport> {
    const locked = await lockImport(tx, scope.organisationId, id);
    if (locked.saved) fail('import-saved-already');
    if (locked.revision !== revision) fail('stale-revision');
    return locked;
  }

  /** Scanned like every upload; a text is one whatever its name ends with. A refused file leaves its event and nothing else. */
  private async examine(
    scope: Scope,
    { received, fileName }: Upload<UploadImportRequest>,
  ): Promise<TakenFile> {
    const kind = importKind(await readHead(received.path), fileName);
    const plain = `${fileName.replace(/\.[^./\\]*$/u, '')}.${kind === 'text' ? 'txt' : kind}`;
    const examined = await this.files.examine(received, plain, scope.organisationId);
    if (examined.accepted) return examined.value;
    const { code, params } = examined.refusal;
    const signature = params?.['signature'];
    await this.work.run(scope, (tx) =>
      tx.record({
        kind: 'questionnaire-file-refused',
        name: Buffer.from(fileName.slice(0, 255)).toString(),
        reason: code,
        ...(signature === undefined ? {} : { signature: String(signature) }),
      }),
    );
    throw new ProblemError(examined.refusal);
  }
}

/** Another mapping may have taken an item away; what was changed of it waits for its return. */
function itemsThere<T extends { readonly where: string }>(
  items: readonly T[],
  { imported }: { readonly imported: { readonly questions: readonly { readonly where: string }[] } },
): readonly T[] {
  const there = new Set(imported.questions.map(({ where }) => where));
  return items.filter(({ where }) => there.has(where));
}
