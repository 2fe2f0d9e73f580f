// Reads one file in a process of its own, as the preview of an import does or by the library alone, and says how long it took
// and how much memory the process came to hold.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { fitRead } from '@probant/shared/imports/draft/fit-read';
import { sheetsRead } from '@probant/shared/imports/sheets/read-spreadsheet';
import { describeSheets } from '@probant/shared/imports/sheets/sheet-mapping';
import ExcelJS from 'exceljs';
import { parse } from 'yaml';

import { openImport, readOpened } from '../../dist/platform/imports/read-import-file.js';

const [file, how] = process.argv.slice(2);
const ways = { preview, 'xlsx-library': readWorkbook, 'yaml-library': readYaml };

const started = performance.now();
const questions = await ways[how]();
const milliseconds = performance.now() - started;
process.send({ milliseconds, questions, residentBytes: process.resourceUsage().maxRSS * 1_024 }, () =>
  process.exit(0),
);

async function readWorkbook() {
  await new ExcelJS.Workbook().xlsx.readFile(file);
  return 0;
}

async function readYaml() {
  parse(await readFile(file, 'utf8'), { maxAliasCount: -1 });
  return 0;
}

/** Scanned where the format is one that is, opened, understood, and made what is kept and shown. */
async function preview() {
  const opened = await openImport(file, path.basename(file));
  if ('sheets' in opened) describeSheets(opened.sheets, [], sheetsRead(opened.sheets, []));
  const { imported } = fitRead(readOpened(opened));
  JSON.stringify(imported);
  return imported.questions.length;
}
