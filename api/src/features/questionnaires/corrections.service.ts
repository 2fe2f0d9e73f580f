import { Injectable } from '@nestjs/common';
import type { AssessmentId, CorrectionId, QuestionnaireId, VersionId } from '@probant/shared/ids';
import { decideCorrection, isForSupplier } from '@probant/shared/questionnaires/correct-wording';
import type { Localised } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { accepted, fail } from '../../platform/http/problem.js';
import type {
  CorrectionListResponse,
  CorrectionResponse,
  CorrectWordingRequest,
  RetireVersionRequest,
  VersionSummaryResponse,
} from './questionnaires.dto.js';
import { toSummary, versionColumns, Versions, type VersionRow } from './versions.service.js';

/** What happens to a version after it was published: its wording put right beside it, its retirement. Itself it never changes. */
@Injectable()
export class Corrections {
  constructor(
    private readonly work: Work,
    private readonly versions: Versions,
    private readonly clock: Clock,
  ) {}

  list(scope: Scope, questionnaireId: QuestionnaireId, id: VersionId): Promise<CorrectionListResponse> {
    return this.work.run(scope, async (tx) => {
      const version = await getVersion(tx, scope, questionnaireId, id);
      return { items: await readCorrections(tx, scope.organisationId, version.sha256) };
    });
  }

  correct(
    scope: Scope,
    questionnaireId: QuestionnaireId,
    id: VersionId,
    request: CorrectWordingRequest,
  ): Promise<CorrectionListResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      // One at a time: each says what the one before it made of the text.
      await tx.get('SELECT 1 FROM questionnaires WHERE organisation_id = $1 AND id = $2 FOR UPDATE', [
        organisationId,
        questionnaireId,
      ]);
      const row = await getVersion(tx, scope, questionnaireId, id);
      const version = await this.versions.get(tx, organisationId, row.id);
      const known = await readCorrections(tx, organisationId, version.sha256);
      const { subject, place, before, after } = accepted(decideCorrection(version.document, known, request));
      const correctionId = newId<CorrectionId>();
      const reason = request.reason.trim();
      await tx.query(
        `INSERT INTO version_corrections (organisation_id, id, version_id, version_sha256, subject, place, before, after,
           reason, corrected_by, corrected_by_name, corrected_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          organisationId,
          correctionId,
          id,
          version.sha256,
          subject,
          place,
          JSON.stringify(before),
          JSON.stringify(after),
          reason,
          scope.accountId,
          scope.accountName,
          this.clock.now(),
        ],
      );
      await tx.record({
        kind: 'wording-corrected',
        correctionId,
        versionId: id,
        title: version.title.fr,
        number: version.number,
        subject,
        place,
        before,
        after,
        reason,
      });
      return { items: await readCorrections(tx, organisationId, version.sha256) };
    });
  }

  /** Of the version that a supplier's request is at. */
  listForRequest(scope: Scope, assessmentId: AssessmentId): Promise<CorrectionListResponse> {
    return this.work.run(scope, async (tx) => {
      const request = await tx.get<{ buyer_id: string; version_sha256: string }>(
        'SELECT buyer_id, version_sha256 FROM assessments WHERE id = $1 AND supplier_organisation_id = $2',
        [assessmentId, scope.organisationId],
      );
      const corrections = await readCorrections(tx, request.buyer_id, request.version_sha256);
      return { items: corrections.filter(isForSupplier) };
    });
  }

  /** Out of the way of what is sent, and back; assessments that run at it go on. */
  retire(
    scope: Scope,
    questionnaireId: QuestionnaireId,
    id: VersionId,
    { retired, reason = '' }: RetireVersionRequest,
  ): Promise<VersionSummaryResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      await tx.get('SELECT 1 FROM questionnaires WHERE organisation_id = $1 AND id = $2 FOR UPDATE', [
        organisationId,
        questionnaireId,
      ]);
      const row = await getVersion(tx, scope, questionnaireId, id);
      const about = { versionId: id, title: row.title.fr, number: row.number };
      if (retired && row.retired_at === null) {
        if (reason.trim() === '')
          fail('invalid-input', { errors: [{ pointer: '/reason', code: 'reason-required' }] });
        await tx.query(
          `INSERT INTO version_retirements (organisation_id, version_id, reason, retired_by, retired_by_name, retired_at)
           VALUES ($1, $2, $3, $4, $5, $6)`,
          [organisationId, id, reason.trim(), scope.accountId, scope.accountName, this.clock.now()],
        );
        await tx.record({ kind: 'version-retired', ...about, reason: reason.trim() });
      }
      if (!retired && row.retired_at !== null) {
        await tx.query('DELETE FROM version_retirements WHERE organisation_id = $1 AND version_id = $2', [
          organisationId,
          id,
        ]);
        await tx.record({ kind: 'version-reinstated', ...about });
      }
      return toSummary(await getVersion(tx, scope, questionnaireId, id));
    });
  }
}

function getVersion(
  tx: Tx,
  { organisationId }: Scope,
  questionnaireId: QuestionnaireId,
  id: VersionId,
): Promise<VersionRow> {
  return tx.get<VersionRow>(
    `SELECT ${versionColumns} FROM questionnaire_versions v
     WHERE v.organisation_id = $1 AND v.questionnaire_id = $2 AND v.id = $3`,
    [organisationId, questionnaireId, id],
  );
}

async function readCorrections(
  tx: Tx,
  buyerId: string,
  versionSha256: string,
): Promise<CorrectionResponse[]> {
  const rows = await tx.query<{
    id: string;
    subject: string;
    place: string;
    before: Localised;
    after: Localised;
    reason: string;
    corrected_by_name: string;
    corrected_at: Date;
  }>(
    `SELECT id, subject, place, before, after, reason, corrected_by_name, corrected_at FROM version_corrections
     WHERE organisation_id = $1 AND version_sha256 = $2 ORDER BY corrected_at, id`,
    [buyerId, versionSha256],
  );
  return rows.map(({ corrected_by_name: correctedByName, corrected_at, ...row }) => ({
    ...row,
    correctedByName,
    correctedAt: corrected_at.toISOString(),
  }));
}
