import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import type { BenchResult } from './benchmark.js';
import { inTurn } from './measure.js';
import { createWords, readApart } from './read-apart.js';

export const name = 'import-workbook';

const [sheets, formulas, questionsEach] = [15, 17_782, 24];
const drawnRows = 120;
const allowedBytes = 400_000_000;

/**
 * Time to scan, read and understand a workbook of 935 kB, 15 sheets and 17,782 formulas, ÷ reading it with the library alone.
 * Fails where a process holds more than 400 MB.
 */
export async function run(): Promise<BenchResult> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'probant-import-workbook-'));
  try {
    const file = path.join(folder, 'questionnaire.xlsx');
    await writeWorkbook(file);
    let most = 0;
    const { ours, yardstick } = await inTurn(
      3,
      async () => {
        const read = await readApart(file, 'preview');
        if (read.questions !== sheets * questionsEach)
          throw new Error(`${read.questions} questions were read`);
        most = Math.max(most, read.residentBytes);
        return read.milliseconds;
      },
      async () => (await readApart(file, 'xlsx-library')).milliseconds,
    );
    if (most > allowedBytes) throw new Error(`${Math.round(most / 1_000_000)} MB were held`);
    return {
      value: ours,
      unit: `ms, ${Math.round(most / 1_000_000)} MB resident`,
      yardstick,
      ratio: ours / yardstick,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Sheets of questions with validations, help, and formulas that mark each answer, as large forms have them. */
async function writeWorkbook(file: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const words = createWords(20_241_119);
  for (let number = 0; number < sheets; number += 1) {
    const sheet = workbook.addWorksheet(`Partie ${number + 1}`);
    sheet.addRow(['N°', 'Question', 'Réponse', 'Aide']);
    for (let row = 1; row <= questionsEach; row += 1) {
      sheet.addRow([`${number + 1}.${row}`, `${words(14)} ?`, '', words(702)]);
      sheet.getRow(row + 1).alignment = { wrapText: true, vertical: 'top' };
      sheet.getCell(row + 1, 3).dataValidation = { type: 'list', formulae: ['"Oui,Non,Sans objet"'] };
    }
    draw(sheet);
    const own = Math.floor(formulas / sheets) + (number < formulas % sheets ? 1 : 0);
    for (let index = 0; index < own; index += 1) {
      const row = 2 + (index % questionsEach);
      sheet.getCell(row, 6 + Math.floor(index / questionsEach)).value = {
        formula: `IF($C${row}="Oui",${index},SUM(A${row}:A${row + 1}))`,
        result: index,
      };
    }
  }
  await workbook.xlsx.writeFile(file);
}

/** A form is drawn far beyond what it holds. */
function draw(sheet: ExcelJS.Worksheet): void {
  for (let row = questionsEach + 2; row <= drawnRows; row += 1) {
    for (let column = 1; column <= 6; column += 1) {
      sheet.getCell(row, column).border = { bottom: { style: 'thin' } };
    }
  }
}
