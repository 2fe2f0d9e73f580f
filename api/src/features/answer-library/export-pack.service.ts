import { createReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import type { LibraryAnswer } from '@probant/shared/answer-library/library-entry';
import type { LibraryQuestion } from '@probant/shared/answer-library/library-question';
import {
  packManifestPath,
  packManifestText,
  packSealedText,
  packSealPath,
  packSealText,
  piecePath,
  type PackManifest,
  type PackPiece,
} from '@probant/shared/answer-library/pack-format';
import { maxBytes, maxCounts } from '@probant/shared/limits';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { Files } from '../../platform/files/files.js';
import type { StoredFile } from '../../platform/files/stored-file.js';
import { ZipFile } from '../../platform/files/zip-file.js';
import { fail } from '../../platform/http/problem.js';
import { SigningKey } from '../../platform/signing/signing-key.js';
import { takeSubmissions } from './take-submissions.js';

interface PieceRow extends PackPiece {
  readonly id: string;
}

interface ChosenRow {
  readonly question: LibraryQuestion;
  readonly answer: LibraryAnswer;
  readonly given_at: Date;
  readonly pieces: readonly PieceRow[];
}

/** Answers and pieces of a workspace as one signed file that any installation reads. */
@Injectable()
export class PackExport {
  constructor(
    private readonly work: Work,
    private readonly files: Files,
    private readonly key: SigningKey,
    private readonly clock: Clock,
  ) {}

  async make(
    scope: Scope,
    chosen: readonly string[] | undefined,
  ): Promise<{ readonly name: string; readonly file: StoredFile }> {
    const manifest = await this.work.run(scope, async (tx) => {
      await takeSubmissions(tx, scope);
      return this.compose(scope, await readChosen(tx, scope, chosen));
    });
    const zip = await ZipFile.create(this.files.workPath(`${process.pid}-${newId()}.upload`));
    try {
      const manifestSha256 = await this.write(zip, scope, manifest);
      const size = await zip.finish();
      await this.work.run(scope, (tx) =>
        tx.record({
          kind: 'answer-pack-exported',
          answers: manifest.entries.length,
          pieces: manifest.pieces.length,
          manifestSha256,
        }),
      );
      const stream = createReadStream(zip.path);
      // Gone when the last byte was read, and when whoever asked went away.
      stream.once('close', () => void zip.discard());
      return { name: `reponses-${manifest.exportedAt.slice(0, 10)}.zip`, file: { size, stream } };
    } catch (error) {
      await zip.discard();
      throw error;
    }
  }

  private compose(scope: Scope, rows: readonly ChosenRow[]): Omit<PackManifest, 'format'> {
    const pieces = [...new Map(rows.flatMap((row) => row.pieces).map((piece) => [piece.id, piece])).values()];
    const places = new Map(pieces.map(({ id }, place) => [id, place]));
    if (rows.length > maxCounts.packEntries || pieces.length > maxCounts.packPieces || isTooHeavy(pieces))
      fail('pack-too-large', {
        params: {
          answers: maxCounts.packEntries,
          pieces: maxCounts.packPieces,
          megabytes: maxBytes.answerPack / 1_000_000,
        },
      });
    return {
      exportedAt: this.clock.now().toISOString(),
      owner: scope.organisationName,
      entries: rows.map(({ question, answer, given_at, pieces: beside }) => ({
        question,
        answer,
        givenAt: given_at.toISOString(),
        pieces: beside.flatMap(({ id }) => places.get(id) ?? []),
      })),
      pieces: pieces.map(({ sha256, bytes, name, kind, datedOn, expiresOn }) => ({
        sha256,
        bytes,
        name,
        kind,
        datedOn,
        expiresOn,
      })),
    };
  }

  private async write(
    zip: ZipFile,
    { organisationId }: Scope,
    manifest: Omit<PackManifest, 'format'>,
  ): Promise<string> {
    for (const sha256 of new Set(manifest.pieces.map((piece) => piece.sha256))) {
      const stored = await this.files.store.find({ organisationId, sha256 });
      if (stored === undefined) fail('file-corrupted');
      await zip.add(piecePath(sha256), stored.stream);
    }
    const text = packManifestText(manifest);
    const { sha256: manifestSha256 } = await zip.add(packManifestPath, [Buffer.from(text, 'utf8')]);
    const facts = { manifestSha256, publicKey: this.key.publicKey };
    const seal = packSealText({ ...facts, signature: this.key.sign(packSealedText(facts)) });
    await zip.add(packSealPath, [Buffer.from(seal, 'utf8')]);
    return manifestSha256;
  }
}

function isTooHeavy(pieces: readonly PieceRow[]): boolean {
  const sizes = new Map(pieces.map(({ sha256, bytes }) => [sha256, bytes]));
  return (
    [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0) > maxBytes.answerPack - maxBytes.evidenceFile
  );
}

/** Those chosen, or the latest answer to every question; what was retired stays at home, and so do pieces that were replaced. */
async function readChosen(
  tx: Tx,
  { organisationId }: Scope,
  chosen: readonly string[] | undefined,
): Promise<ChosenRow[]> {
  const rows = await tx.query<ChosenRow & { id: string }>(
    `WITH wanted AS (
       SELECT DISTINCT ON (CASE WHEN $2::uuid[] IS NULL THEN e.question_sha256 ELSE e.id::text END) e.*
       FROM library_entries e WHERE e.organisation_id = $1 AND e.retired_at IS NULL
         AND ($2::uuid[] IS NULL OR e.id = ANY ($2::uuid[]))
       ORDER BY CASE WHEN $2::uuid[] IS NULL THEN e.question_sha256 ELSE e.id::text END, e.given_at DESC)
     SELECT w.id, q.question, w.answer, w.given_at,
       (SELECT coalesce(json_agg(json_build_object('id', v.id, 'sha256', v.sha256, 'bytes', f.bytes, 'name', v.name, 'kind', v.kind,
           'datedOn', v.dated_on, 'expiresOn', v.expires_on) ORDER BY v.uploaded_at, v.id), '[]')
         FROM library_pieces p
         JOIN evidence v ON v.organisation_id = p.organisation_id AND v.id = p.evidence_id AND v.superseded_at IS NULL
         JOIN evidence_files f ON f.organisation_id = v.organisation_id AND f.sha256 = v.sha256
         WHERE p.organisation_id = w.organisation_id AND p.entry_id = w.id) AS pieces
     FROM wanted w JOIN library_questions q ON q.organisation_id = w.organisation_id AND q.sha256 = w.question_sha256
     ORDER BY w.question_key, w.given_at DESC, w.id LIMIT $3`,
    [organisationId, chosen ?? null, maxCounts.packEntries + 1],
  );
  if (chosen !== undefined && rows.length < new Set(chosen).size) fail('not-found');
  return rows.filter(({ answer, pieces }) => answer.state !== 'pieces' || pieces.length > 0);
}
