import { Injectable } from '@nestjs/common';
import type { OrganisationId, QuestionnaireId, VersionId } from '@probant/shared/ids';
import type { Localised, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import type { VerificationResponse, VersionResponse, VersionSummaryResponse } from './questionnaires.dto.js';

export interface PublishedVersion {
  readonly id: VersionId;
  readonly questionnaireId: QuestionnaireId;
  readonly number: number;
  readonly code: string;
  readonly title: Localised;
  readonly sha256: string;
  readonly questionCount: number;
  readonly retired: boolean;
  /** The same object as long as it is kept: the score compiles it once. */
  readonly document: QuestionnaireDocument;
}

export interface VersionRow {
  readonly id: VersionId;
  readonly questionnaire_id: QuestionnaireId;
  readonly number: number;
  readonly code: string;
  readonly title: Localised;
  readonly sha256: string;
  readonly question_count: number;
  readonly published_by_name: string;
  readonly published_at: Date;
  readonly retired_at: Date | null;
}

export const versionColumns = `v.id, v.questionnaire_id, v.number, v.code, v.title, v.sha256, v.question_count, v.published_by_name, v.published_at,
  (SELECT r.retired_at FROM version_retirements r WHERE r.organisation_id = v.organisation_id AND r.version_id = v.id) AS retired_at`;
const maxKept = 40;

/** Published versions: read by all of the buyer's features, changed by none. */
@Injectable()
export class Versions {
  /** By hash: what a hash names never changes, and a row must have been read before its hash is known. */
  private readonly kept = new Map<string, QuestionnaireDocument>();

  constructor(private readonly work: Work) {}

  /** A document that was read before; nothing where it has to be read. */
  findKept(hash: string | null): QuestionnaireDocument | undefined {
    return this.kept.get(hash ?? '');
  }

  async get(tx: Tx, organisationId: OrganisationId, id: VersionId): Promise<PublishedVersion> {
    const row = await tx.get<VersionRow>(
      `SELECT ${versionColumns} FROM questionnaire_versions v WHERE v.organisation_id = $1 AND v.id = $2`,
      [organisationId, id],
    );
    return this.complete(tx, organisationId, row);
  }

  /** What a submission or an assessment names by its hash: of the same questionnaire as this version. */
  async named(
    tx: Tx,
    organisationId: OrganisationId,
    sibling: VersionId,
    hash: string,
  ): Promise<PublishedVersion> {
    const row = await tx.get<VersionRow>(
      `SELECT ${versionColumns} FROM questionnaire_versions v
       WHERE v.organisation_id = $1 AND v.id = version_named($1, $2, $3)`,
      [organisationId, sibling, hash],
    );
    return this.complete(tx, organisationId, row);
  }

  /** The newest version of each questionnaire that is not archived, but for those that are retired. */
  async current(tx: Tx, organisationId: OrganisationId): Promise<PublishedVersion[]> {
    const rows = await tx.query<VersionRow>(
      `SELECT DISTINCT ON (v.questionnaire_id) ${versionColumns} FROM questionnaire_versions v
         JOIN questionnaires q ON q.organisation_id = v.organisation_id AND q.id = v.questionnaire_id
       WHERE v.organisation_id = $1 AND q.archived_at IS NULL AND NOT EXISTS (
         SELECT 1 FROM version_retirements r WHERE r.organisation_id = v.organisation_id AND r.version_id = v.id) ORDER BY v.questionnaire_id, v.number DESC`,
      [organisationId],
    );
    const versions: PublishedVersion[] = [];
    for (const row of rows) versions.push(await this.complete(tx, organisationId, row));
    return versions;
  }

  /** Of the questionnaire of this version, the newest that may be sent; nothing where all are retired. */
  async newest(
    tx: Tx,
    organisationId: OrganisationId,
    sibling: VersionId,
  ): Promise<PublishedVersion | undefined> {
    const [row] = await tx.query<VersionRow>(
      `SELECT ${versionColumns} FROM questionnaire_versions v JOIN questionnaire_versions known
         ON known.organisation_id = v.organisation_id AND known.questionnaire_id = v.questionnaire_id
       WHERE v.organisation_id = $1 AND known.id = $2 AND NOT EXISTS (
         SELECT 1 FROM version_retirements r WHERE r.organisation_id = v.organisation_id AND r.version_id = v.id)
       ORDER BY v.number DESC LIMIT 1`,
      [organisationId, sibling],
    );
    return row === undefined ? undefined : this.complete(tx, organisationId, row);
  }

  /** Newest first. */
  async list(
    tx: Tx,
    organisationId: OrganisationId,
    questionnaireId: QuestionnaireId,
  ): Promise<VersionSummaryResponse[]> {
    const rows = await tx.query<VersionRow>(
      `SELECT ${versionColumns} FROM questionnaire_versions v
       WHERE v.organisation_id = $1 AND v.questionnaire_id = $2 ORDER BY v.number DESC`,
      [organisationId, questionnaireId],
    );
    return rows.map(toSummary);
  }

  read(scope: Scope, questionnaireId: QuestionnaireId, id: VersionId): Promise<VersionResponse> {
    return this.work.run(scope, async (tx) => {
      const row = await tx.get<VersionRow & { readonly document_text: string }>(
        `SELECT ${versionColumns}, v.document_text FROM questionnaire_versions v
         WHERE v.organisation_id = $1 AND v.questionnaire_id = $2 AND v.id = $3`,
        [scope.organisationId, questionnaireId, id],
      );
      return { ...toSummary(row), documentText: row.document_text };
    });
  }

  async verify(scope: Scope, questionnaireId: QuestionnaireId, id: VersionId): Promise<VerificationResponse> {
    const version = await this.read(scope, questionnaireId, id);
    const computed = sha256(version.documentText);
    return { sha256: version.sha256, computed, intact: computed === version.sha256 };
  }

  private async complete(tx: Tx, organisationId: OrganisationId, row: VersionRow): Promise<PublishedVersion> {
    return {
      id: row.id,
      questionnaireId: row.questionnaire_id,
      number: row.number,
      code: row.code,
      title: row.title,
      sha256: row.sha256,
      questionCount: row.question_count,
      retired: row.retired_at !== null,
      document: await this.documentOf(tx, organisationId, row),
    };
  }

  private async documentOf(
    tx: Tx,
    organisationId: OrganisationId,
    version: VersionRow,
  ): Promise<QuestionnaireDocument> {
    const known = this.kept.get(version.sha256);
    const document = known ?? (await readDocument(tx, organisationId, version.id));
    this.kept.delete(version.sha256);
    this.kept.set(version.sha256, document);
    const [oldest] = this.kept.keys();
    if (this.kept.size > maxKept && oldest !== undefined) this.kept.delete(oldest);
    return document;
  }
}

async function readDocument(
  tx: Tx,
  organisationId: OrganisationId,
  id: VersionId,
): Promise<QuestionnaireDocument> {
  const { document_text } = await tx.get<{ document_text: string }>(
    'SELECT document_text FROM questionnaire_versions WHERE organisation_id = $1 AND id = $2',
    [organisationId, id],
  );
  // Validated when it was published, and immutable since.
  return JSON.parse(document_text) as QuestionnaireDocument;
}

export function toSummary(row: VersionRow): Pick<VersionSummaryResponse, keyof VersionSummaryResponse> {
  return {
    id: row.id,
    questionnaireId: row.questionnaire_id,
    number: row.number,
    code: row.code,
    title: row.title,
    sha256: row.sha256,
    questionCount: row.question_count,
    publishedByName: row.published_by_name,
    publishedAt: row.published_at.toISOString(),
    retiredAt: row.retired_at?.toISOString() ?? null,
  };
}
