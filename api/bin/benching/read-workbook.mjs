// Reads one workbook in a process of its own, as questionnaires are imported or by the library alone, and says how long it
// took and how much memory the process came to hold.
import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { readSheets } from '@probant/shared/imports/sheets/recognise-sheets';
import ExcelJS from 'exceljs';

import { createTableReader } from '../../dist/platform/tables/read-table.js';

const [file, how] = process.argv.slice(2);
const workFolder = await mkdtemp(path.join(os.tmpdir(), 'probant-workbook-'));
const reader = createTableReader({ workFolder });
const { size } = await stat(file);

const started = performance.now();
const questions = how === 'library' ? await readByLibrary() : await readQuestions();
const milliseconds = performance.now() - started;
await rm(workFolder, { recursive: true });
process.send({ milliseconds, questions, residentBytes: process.resourceUsage().maxRSS * 1_024 }, () =>
  process.exit(0),
);

async function readByLibrary() {
  await new ExcelJS.Workbook().xlsx.readFile(file);
  return 0;
}

async function readQuestions() {
  const sheets = await reader.readForQuestions({ path: file, size }, path.basename(file), 'bench');
  if (!sheets.accepted) throw new Error(`the workbook was refused: ${sheets.refusal.code}`);
  return readSheets(sheets.value, path.basename(file)).questions.length;
}
