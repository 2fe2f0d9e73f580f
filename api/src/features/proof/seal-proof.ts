import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import {
  manifestPath,
  sealedText,
  sealPath,
  timestampPath,
  type ManifestFile,
  type ProofManifest,
} from '@probant/shared/proof/manifest';
import { sealText } from '@probant/shared/proof/seal-files';
import type { TimestampProblem } from '@probant/shared/proof/timestamp-problem';
import type { Logger } from 'pino';
import { Clock } from '../../platform/clock/clock.js';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import { fileSlug } from '../../platform/files/file-slug.js';
import { Files } from '../../platform/files/files.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { JobRefusal } from '../../platform/jobs/job-kinds.js';
import { LOG } from '../../platform/log/log.js';
import { PDF, type PdfRenderer } from '../../platform/pdf/pdf-token.js';
import { SigningKey } from '../../platform/signing/signing-key.js';
import { askTimestamp, NoTimestamp, type Timestamp } from '../../platform/signing/timestamp-authority.js';
import { printChronology, printIndex, type Printed } from './print-proof.js';
import type { Act } from './gather-chain.js';
import type { ProofPart } from './proof-section.js';
import type { WrittenFile, ZipFile } from '../../platform/files/zip-file.js';

export interface Sealing {
  readonly about: Omit<ProofManifest, 'files' | 'format' | 'sealedAt' | 'product'>;
  readonly parts: AsyncIterable<ProofPart>;
  /** Filled while the parts are read. */
  readonly acts: readonly Act[];
  readonly signal: AbortSignal;
  readonly onFile: () => void;
}

export interface Sealed {
  readonly sealedAt: string;
  readonly files: number;
  readonly manifestSha256: string;
  readonly keyFingerprint: string;
  readonly timestampedAt: string | null;
  /** Null where it has one. */
  readonly timestampProblem: TimestampProblem | null;
}

/** Writes parts, index, chronology and manifest into an archive, has the manifest timestamped, and closes it with the seal. */
@Injectable()
export class ProofSealer {
  constructor(
    @Inject(Files) private readonly files: Pick<Files, 'store'>,
    private readonly key: SigningKey,
    private readonly clock: Clock,
    @Inject(PDF) private readonly pdf: PdfRenderer,
    @Inject(CONFIG) private readonly config: Pick<ServeConfig, 'tsaUrl'>,
    @Inject(LOG) private readonly log: Pick<Logger, 'warn'>,
  ) {}

  async seal(zip: ZipFile, { about, parts, acts, signal, onFile }: Sealing): Promise<Sealed> {
    const files: ManifestFile[] = [];
    const sealedAt = this.clock.now().toISOString();
    const add = async ({ path, role, title, content }: ProofPart): Promise<void> => {
      signal.throwIfAborted();
      files.push({ path, role, title, ...(await this.write(zip, path, content, signal)) });
      onFile();
    };
    for await (const part of parts) await add(part);
    const facts = { ...about, sealedAt, product: 'Probant' };
    const printed: Printed = { manifest: facts, files, acts, fingerprint: this.key.fingerprint };
    await add(await this.print('bordereau.pdf', 'Bordereau de pièces', printIndex(printed)));
    await add(await this.print('chronologie.pdf', 'Chronologie', printChronology(printed)));
    const manifest = canonicalJson({ ...facts, format: 'probant-proof/1', files } satisfies ProofManifest);
    const { sha256: manifestSha256 } = await zip.add(manifestPath, [Buffer.from(manifest, 'utf8')]);
    const stamped = await this.stamp(manifest);
    const timestamp = typeof stamped === 'string' ? null : stamped;
    const token = timestamp && (await zip.add(timestampPath, [timestamp.token]));
    const { publicKey, fingerprint: keyFingerprint } = this.key;
    const sealing = { manifestSha256, timestampSha256: token?.sha256 ?? null, publicKey };
    const seal = sealText({ ...sealing, signature: this.key.sign(sealedText(sealing)) });
    await zip.add(sealPath, [Buffer.from(seal, 'utf8')]);
    return {
      sealedAt,
      files: files.length,
      manifestSha256,
      keyFingerprint,
      timestampedAt: timestamp?.at ?? null,
      timestampProblem: typeof stamped === 'string' ? stamped : null,
    };
  }

  private async print(path: string, title: string, document: Parameters<PdfRenderer['render']>[0]) {
    const pdf = await this.pdf.render(document);
    return { path, title, role: 'print' as const, content: once(pdf) };
  }

  private async write(
    zip: ZipFile,
    path: string,
    content: ProofPart['content'],
    signal: AbortSignal,
  ): Promise<WrittenFile> {
    if (typeof content === 'string') return zip.add(path, [Buffer.from(content, 'utf8')]);
    if (!('sha256' in content)) return zip.add(path, content);
    const stored = await this.files.store.find(content);
    if (stored === undefined) throw new JobRefusal('file-corrupted');
    const written = await zip.add(path, until(stored.stream, signal));
    if (written.sha256 !== content.sha256) throw new JobRefusal('file-corrupted');
    return written;
  }

  /** A seal without a timestamp still proves who and what; an authority that is away must not hold it up. */
  private async stamp(manifest: string): Promise<Timestamp | TimestampProblem> {
    if (this.config.tsaUrl === null) return 'not-configured';
    try {
      return await askTimestamp(this.config.tsaUrl, manifest);
    } catch (error) {
      if (!(error instanceof NoTimestamp)) throw error;
      this.log.warn({ err: error, manifest: sha256(manifest) }, 'timestamp of a proof file');
      return error.problem;
    }
  }
}

async function* until(stream: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncIterable<Uint8Array> {
  for await (const chunk of stream) {
    signal.throwIfAborted();
    yield chunk;
  }
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** Whose file, for the name under which it is downloaded. */
export function fileNameOf(title: string, sealedAt: string): string {
  return `dossier-de-preuve-${fileSlug(title)}-${sealedAt.slice(0, 10)}.zip`;
}
