import { Injectable } from '@nestjs/common';
import { comparePackEntry, isTakenByDefault } from '@probant/shared/answer-library/compare-pack';
import { questionText, type LibraryAnswer } from '@probant/shared/answer-library/library-entry';
import type { PackEntry } from '@probant/shared/answer-library/pack-format';
import type { PlacedPiece } from '@probant/shared/answer-library/read-pack';
import type { EvidenceId } from '@probant/shared/ids';
import { fieldRefusal } from '@probant/shared/decision';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { Files } from '../../platform/files/files.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { fail } from '../../platform/http/problem.js';
import type { Upload } from '../../platform/http/upload.js';
import { Evidence } from '../evidence/evidence.public.js';
import { enterAnswers, hashOf } from './enter-answers.js';
import { PackOpener, type OpenedPack } from './open-pack.js';
import type {
  ImportPackRequest,
  PackEntryResponse,
  PackImportedResponse,
  PackPreviewResponse,
  PreviewPackRequest,
} from './packs.dto.js';
import { takeSubmissions } from './take-submissions.js';
import { TrustedSigners } from './trusted-signers.service.js';

interface KnownRow {
  readonly content_sha256: string;
  readonly question_sha256: string;
  readonly answer: LibraryAnswer;
  readonly given_at: Date;
}

/** A pack of answers into the library: shown first, then taken in as chosen, and never into an assessment. */
@Injectable()
export class PackImport {
  constructor(
    private readonly work: Work,
    private readonly opener: PackOpener,
    private readonly signers: TrustedSigners,
    private readonly evidence: Evidence,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  preview(scope: Scope, upload: Upload<PreviewPackRequest>): Promise<PackPreviewResponse> {
    return this.opener.open(scope, upload, (pack) => {
      requireSame(pack, upload.fields.manifestSha256);
      return this.work.run(scope, async (tx) => {
        await takeSubmissions(tx, scope);
        const known = await readKnown(tx, scope, pack);
        return {
          manifestSha256: pack.manifestSha256,
          owner: pack.manifest.owner,
          exportedAt: pack.manifest.exportedAt,
          signer: await this.signers.recognise(tx, scope, pack.keyFingerprint),
          entries: pack.manifest.entries.map((entry, place) => compare(entry, place, known)),
          pieces: await comparePieces(tx, scope, pack),
        };
      });
    });
  }

  import(scope: Scope, upload: Upload<ImportPackRequest>): Promise<PackImportedResponse> {
    const { manifestSha256, places } = upload.fields;
    return this.opener.open(scope, upload, async (pack) => {
      requireSame(pack, manifestSha256);
      const entries = chooseEntries(pack, places);
      const wanted = [...new Set(entries.flatMap((entry) => entry.pieces))];
      for (const place of wanted) await this.keepFile(scope, pack, place);
      return this.work.run(scope, async (tx) => {
        await takeSubmissions(tx, scope);
        const stored = await this.storePieces(tx, scope, pack, wanted);
        const now = this.clock.now().toISOString();
        const entering = entries.map((entry) => ({
          ...entry,
          pieces: entry.pieces.flatMap((place) => stored.get(place) ?? []),
        }));
        await enterAnswers(tx, scope.organisationId, entering, {
          kind: 'pack',
          at: now,
          byName: scope.accountName,
          packOwner: pack.manifest.owner,
          signerFingerprint: pack.keyFingerprint,
        });
        await tx.record({
          kind: 'answer-pack-imported',
          owner: pack.manifest.owner,
          signerFingerprint: pack.keyFingerprint,
          manifestSha256,
          answers: entries.length,
          pieces: wanted.length,
        });
        return { answers: entries.length, pieces: wanted.length };
      });
    });
  }

  /** On disk before the rows that name it; a file without a row is only space. */
  private async keepFile(scope: Scope, pack: OpenedPack, place: number): Promise<void> {
    const { organisationId } = scope;
    const taken = pack.files.get(pieceAt(pack, place).sha256) ?? fail('internal-error');
    await this.files.store.keep({ organisationId, sha256: taken.received.sha256 }, taken.received);
  }

  /** A piece that the workspace has is not stored twice; what is new comes in as an upload does, without a level of evidence. */
  private async storePieces(
    tx: Tx,
    scope: Scope,
    pack: OpenedPack,
    places: readonly number[],
  ): Promise<ReadonlyMap<number, string>> {
    const stored = new Map<number, string>();
    for (const place of places) {
      const piece = pieceAt(pack, place);
      const id = (await findSamePiece(tx, scope, piece)) ?? (await this.storePiece(tx, scope, pack, piece));
      stored.set(place, id);
    }
    return stored;
  }

  private async storePiece(tx: Tx, scope: Scope, pack: OpenedPack, piece: PlacedPiece): Promise<string> {
    const taken = pack.files.get(piece.sha256) ?? fail('internal-error');
    const { id } = await this.evidence.insert(
      tx,
      scope,
      { ...taken, fileName: piece.name },
      {
        kind: piece.kind,
        ...(piece.datedOn === null ? {} : { datedOn: piece.datedOn }),
        ...(piece.expiresOn === null ? {} : { expiresOn: piece.expiresOn }),
      },
    );
    return id;
  }
}

function requireSame({ manifestSha256 }: OpenedPack, expected: string = manifestSha256): void {
  if (manifestSha256 !== expected) fail('pack-outdated');
}

function pieceAt({ pieces }: OpenedPack, place: number): PlacedPiece {
  return pieces[place] ?? fail('internal-error');
}

function chooseEntries({ manifest }: OpenedPack, places: string): PackEntry[] {
  const chosen = places === '' ? [] : [...new Set(places.split(',').map(Number))];
  const entries = chosen.flatMap((place) => manifest.entries[place] ?? []);
  if (chosen.length === 0) fail('invalid-input', { errors: [fieldRefusal('/places', 'required')] });
  if (entries.length < chosen.length)
    fail('invalid-input', { errors: [fieldRefusal('/places', 'not-a-choice')] });
  return entries;
}

async function readKnown(tx: Tx, { organisationId }: Scope, { manifest }: OpenedPack): Promise<KnownRow[]> {
  const questions = [...new Set(manifest.entries.map(({ question }) => sha256(questionText(question))))];
  return tx.query<KnownRow>(
    `SELECT content_sha256, question_sha256, answer, given_at FROM library_entries
     WHERE organisation_id = $1 AND question_sha256 = ANY ($2) AND retired_at IS NULL ORDER BY given_at DESC`,
    [organisationId, questions],
  );
}

function compare(entry: PackEntry, place: number, known: readonly KnownRow[]): PackEntryResponse {
  const contentSha256 = hashOf(entry);
  const question = sha256(questionText(entry.question));
  const latest = known.find((row) => row.question_sha256 === question);
  const standing = comparePackEntry(
    { contentSha256, givenAt: entry.givenAt },
    {
      hasContent: known.some((row) => row.content_sha256 === contentSha256),
      latest: latest && { contentSha256: latest.content_sha256, givenAt: latest.given_at.toISOString() },
    },
  );
  const other = standing === 'newer' || standing === 'older' ? latest : undefined;
  return {
    place,
    questionId: entry.question.id,
    question: entry.question,
    answer: entry.answer,
    givenAt: entry.givenAt,
    standing,
    taken: isTakenByDefault(standing),
    mine: other?.answer ?? null,
    mineGivenAt: other?.given_at.toISOString() ?? null,
    pieces: entry.pieces.length,
  };
}

async function comparePieces(
  tx: Tx,
  { organisationId }: Scope,
  { pieces }: OpenedPack,
): Promise<PackPreviewResponse['pieces']> {
  const rows = await tx.query<{ sha256: string }>(
    'SELECT sha256 FROM evidence_files WHERE organisation_id = $1 AND sha256 = ANY ($2)',
    [organisationId, pieces.map((piece) => piece.sha256)],
  );
  const known = new Set(rows.map((row) => row.sha256));
  return pieces.map(({ name, kind, bytes, datedOn, expiresOn, sha256: hash }) => ({
    name,
    kind,
    bytes,
    datedOn,
    expiresOn,
    known: known.has(hash),
  }));
}

async function findSamePiece(
  tx: Tx,
  { organisationId }: Scope,
  { sha256: hash, kind, datedOn, expiresOn }: PlacedPiece,
): Promise<EvidenceId | undefined> {
  const [row] = await tx.query<{ id: EvidenceId }>(
    `SELECT id FROM evidence WHERE organisation_id = $1 AND sha256 = $2 AND kind = $3 AND superseded_at IS NULL
       AND dated_on IS NOT DISTINCT FROM $4::date AND expires_on IS NOT DISTINCT FROM $5::date ORDER BY uploaded_at, id LIMIT 1`,
    [organisationId, hash, kind, datedOn, expiresOn],
  );
  return row?.id;
}
