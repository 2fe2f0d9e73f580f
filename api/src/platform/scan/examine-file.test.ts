import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { docxOf, pdfOf, zipOf } from '../../../test/fixtures/archives.js';
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
  return examineFile({ path: file, size: bytes.length }, name, createScanner({ workFolder }));
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
  const decision = await examine('lot.zip', archive, path.join(folder, 'absent'));
  expect(decision).toEqual({
    accepted: false,
    refusal: { code: 'scan-failed', params: { reason: 'read-failed' } },
  });
});
