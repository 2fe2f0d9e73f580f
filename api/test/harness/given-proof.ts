import type { OrganisationId } from '@probant/shared/ids';
import type { ProofManifest } from '@probant/shared/proof/manifest';
import { readZip } from '@probant/shared/proof/read-zip';
import { headerSize } from '@probant/shared/proof/zip-layout';
import { sourceOf, type TestFile } from '@probant/shared/testing/seal-in-memory';
import type { ProofFileResponse } from '../../src/features/proof/proof.dto.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import type { Actor, Reply } from './actor.js';
import type { World } from './world.js';

export interface Subject {
  readonly kind: 'assessment' | 'engagement' | 'request';
  readonly id: string;
  readonly organisationId: string;
}

export function askForProof(who: Actor, kind: string, id: string): Promise<Reply<ProofFileResponse>> {
  return who.post<ProofFileResponse>('/api/proof-files', { kind, id });
}

/** Asked for, and made at once. */
export async function sealProof(all: World, who: Actor, subject: Subject): Promise<ProofFileResponse> {
  const { body } = await askForProof(who, subject.kind, subject.id);
  await all.app.get(Jobs).runQueued(subject.organisationId as OrganisationId);
  return (await who.get<ProofFileResponse>(`/api/proof-files/${body.id}`)).body;
}

export async function downloadProof(who: Actor, id: string): Promise<Uint8Array> {
  const reply = await who
    .start('get', `/api/proof-files/${id}/file`)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
  if (reply.status !== 200) throw new Error(`no proof file: ${reply.status}`);
  return Uint8Array.from(reply.body as Buffer);
}

/** What an archive holds, by the roles of its manifest; without what closes it. */
export async function openProof(bytes: Uint8Array): Promise<readonly (TestFile & { content: Buffer })[]> {
  const { entries } = await readZip(sourceOf(bytes));
  const contents = new Map(
    entries.map(({ path, offset, size }) => {
      const start = offset + headerSize(path);
      return [path, Buffer.from(bytes.subarray(start, start + size))] as const;
    }),
  );
  const manifest = JSON.parse(String(contents.get('manifest.json'))) as ProofManifest;
  return manifest.files.map(({ path, role }) => ({
    path,
    role,
    content: contents.get(path) ?? Buffer.alloc(0),
  }));
}
