import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';

import { findId, type OrganisationId } from '@probant/shared/ids';

import { docxOf, pdfOf, zipOf } from '../../../test/fixtures/archives.js';
import { createLocalFileStore } from '../files/local-file-store.js';
import { receive } from '../files/receive.js';
import { eicarBytes } from './eicar.js';
import { examineFile } from './examine-file.js';
import { createScanner } from './scanner.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'examine-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function examine(name: string, bytes: Buffer, workFolder = folder) {
  const file = path.join(folder, 'upload');
  await writeFile(file, bytes);
  return examineFile({ path: file, size: bytes.length }, name, createScanner({ workFolder }), 'party');
}

test('a sound file is accepted with its name, kind and scan', async () => {
  expect(await examine(' contrat.docx ', await docxOf('Contrat'))).toEqual({
    accepted: true,
    value: {
      fileName: 'contrat.docx',
      kind: 'docx',
      scan: { outcome: 'clean', engine: 'built-in', partial: true, unopened: [] },
    },
  });
});

test.each([
  ['eicar.com', () => eicarBytes(), ''],
  ['eicar.txt', () => eicarBytes(), ''],
  ['facture.pdf', () => eicarBytes(), ''],
  ['lot.zip', () => zipOf({ name: 'eicar.com', bytes: eicarBytes() }), 'eicar.com'],
  ['contrat.docx', () => docxOf(eicarBytes().toString()), 'word/document.xml'],
])('EICAR as %s is refused by its name, whatever the file is called', async (name, file, where) => {
  expect(await examine(name, await file())).toEqual({
    accepted: false,
    refusal: { code: 'file-infected', params: { signature: 'Eicar-Test-Signature', where } },
  });
});

test('a file that lies about its type, or has a path for a name, is refused', async () => {
  expect(await examine('capture.png', pdfOf())).toMatchObject({ refusal: { code: 'file-type-mismatch' } });
  expect(await examine('../contrat.pdf', pdfOf())).toMatchObject({ refusal: { code: 'file-name-refused' } });
});

test('a scanner that fails accepts nothing', async () => {
  const archive = await zipOf({
    name: 'a.bin',
    bytes: Buffer.from(Array.from({ length: 400_000 }, (_, index) => (index * index) % 251)),
  });
  const decision = await examine('lot.zip', archive, path.join(folder, 'upload', 'no-folder'));
  expect(decision).toEqual({
    accepted: false,
    refusal: { code: 'scan-failed', params: { reason: 'read-failed' } },
  });
});

test('from the upload to the store, only what is clean is left on disk', async () => {
  const organisationId = findId<OrganisationId>('11111111-1111-4111-8111-111111111111');
  if (organisationId === undefined) throw new Error('not an id');
  const home = await mkdtemp(path.join(folder, 'home-'));
  const incoming = path.join(home, 'incoming');
  const scanner = createScanner({ workFolder: incoming });
  const store = createLocalFileStore(path.join(home, 'files'));
  const sent = [pdfOf(), eicarBytes(), await zipOf({ name: 'eicar.com', bytes: eicarBytes() })];
  for (const bytes of sent) {
    const received = await receive(Readable.from([bytes]), incoming, { maxBytes: 1_000_000 });
    if (!received.accepted) throw new Error('refused');
    try {
      const examined = await examineFile(received.value, 'contrat.pdf', scanner, 'party');
      if (examined.accepted)
        await store.keep({ organisationId, sha256: received.value.sha256 }, received.value);
    } finally {
      await received.value.discard();
    }
  }
  expect(await readdir(incoming)).toEqual([]);
  expect(await readdir(path.join(home, 'files', organisationId))).toHaveLength(1);
});
