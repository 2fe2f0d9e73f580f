import type { Writable } from 'node:stream';
import { tellFault } from '@probant/shared/proof/proof-fault';
import { verifyProof, type ProofReport } from '@probant/shared/proof/verify-proof';
import { openSource } from '../platform/files/file-source.js';
import { nodeProofCrypto } from '../platform/signing/node-proof-crypto.js';

export interface ProofFileOptions {
  readonly file: string;
  readonly json: boolean;
  /** Fingerprints. */
  readonly trusted: readonly string[];
}

/** Checks a proof file without a database; 0: intact, and signed by a trusted key where one was named. */
export async function verifyProofFile(
  { file, json, trusted }: ProofFileOptions,
  { stdout, stderr }: { readonly stdout: Writable; readonly stderr: Writable },
): Promise<number> {
  let source: Awaited<ReturnType<typeof openSource>>;
  try {
    source = await openSource(file);
  } catch {
    stderr.write(`${file} cannot be read.\n`);
    return 1;
  }
  try {
    const report = await verifyProof(source, {
      crypto: nodeProofCrypto,
      ...(trusted.length > 0
        ? { trusted: trusted.map((key) => key.toLowerCase().replaceAll(/[\s:]/g, '')) }
        : {}),
    });
    stdout.write(json ? `${JSON.stringify(report)}\n` : toText(report));
    return report.intact && report.trusted !== false ? 0 : 1;
  } finally {
    await source.close();
  }
}

function toText(report: ProofReport): string {
  const { manifest, contents, timestamp } = report;
  const lines = report.faults.map((fault) => tellFault(fault, 'en'));
  if (manifest !== null)
    lines.push(`"${manifest.subject.title}", sealed for ${manifest.owner.name} at ${manifest.sealedAt}.`);
  lines.push(
    `${report.files} files, ${contents.chains.length} chains of ${contents.events} events, ${contents.records} records beside their events, ${contents.scores.length} scores worked out again.`,
    ...contents.scores
      .filter(({ same }) => same === null)
      .map(({ path }) => `${path}: its engine is not known here; the score was not worked out again.`),
    ...contents.chains.map(describeChain),
    ...(contents.roots > 0
      ? [`${contents.roots} signed roots, ${contents.stampedRoots} of them timestamped by an authority.`]
      : []),
    timestamp === null ? 'No timestamp.' : describeTimestamp(timestamp),
    report.intact
      ? 'INTACT: every byte is as it was sealed, whoever sealed it.'
      : `NOT INTACT: ${report.faults.length} faults.`,
    ...describeKeys(report),
  );
  return `${lines.join('\n')}\n`;
}

function describeChain(chain: ProofReport['contents']['chains'][number]): string {
  const { path, excerpt, events, anchoredEvents, anchoredAt, timestampedAt } = chain;
  if (excerpt) return `${path}: ${anchoredEvents} of ${events} events of an excerpt stood in signed roots.`;
  if (anchoredAt === null) return `${path}: in no signed root yet.`;
  const stamped = timestampedAt === null ? '' : `, timestamped at ${timestampedAt}`;
  return `${path}: its first ${anchoredEvents} events stood in the signed root of ${anchoredAt}${stamped}.`;
}

function describeTimestamp({
  at,
  certificateSha256,
  signatureChecked,
}: NonNullable<ProofReport['timestamp']>): string {
  const signed = signatureChecked ? '' : ' (its signature is of a kind that is not checked here)';
  return `Timestamped at ${at} by the authority of certificate ${certificateSha256}${signed}.`;
}

/** The seal's key, and those of the roots where they are others. */
function describeKeys({ keyFingerprint: key, contents, trusted, untrustedKeys }: ProofReport): string[] {
  const ofRoots = contents.rootKeys.filter((one) => one !== key);
  const tell = (what: string, one: string): string =>
    trusted === null
      ? `${what} by the key ${one}: compare it with the fingerprint that the other side told you (--trust FINGERPRINT).`
      : untrustedKeys.includes(one)
        ? `${what} by a key you do NOT trust: ${one}.`
        : `${what} by a key you trust: ${one}.`;
  const sealed = key === null ? 'It bears no seal that can be read.' : tell('Sealed', key);
  return [sealed, ...ofRoots.map((one) => tell('Its roots are signed', one)), ...verdictOf(trusted)];
}

function verdictOf(trusted: boolean | null): string[] {
  if (trusted === null) return [];
  return [
    trusted
      ? 'TRUSTED: every key is one that you trust.'
      : 'NOT TRUSTED: not every key is one that you trust.',
  ];
}
