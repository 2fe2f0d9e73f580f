import type { Language } from '@probant/shared/questionnaires/document';
import type { Book, BookCell, BookInput, BookSheet } from '@probant/shared/workbook/book';
import ExcelJS, { type Worksheet } from 'exceljs';

const listSheetName: Readonly<Record<Language, string>> = { fr: 'Choix', en: 'Choices' };
const dayFormats: Readonly<Record<Language, string>> = { fr: 'dd/mm/yyyy', en: 'yyyy-mm-dd' };

/** The choices of every list stand on a sheet of their own, in plain sight: in a cell they would end at 255 characters. */
class Lists {
  private readonly places = new Map<string, string>();

  constructor(
    private readonly sheet: Worksheet,
    private readonly name: string,
  ) {}

  rangeOf(values: readonly string[]): string {
    const key = JSON.stringify(values);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const column = this.sheet.getColumn(this.places.size + 1);
    column.values = [...values];
    column.width = 30;
    const range = `'${this.name}'!$${column.letter}$1:$${column.letter}$${values.length}`;
    this.places.set(key, range);
    return range;
  }
}

/** XLSX of a book: texts are texts, days are days, and what may be entered is checked by the spreadsheet program. */
export async function writeBook(book: Book, language: Language): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheets = book.sheets.map((sheet) => ({ sheet, added: workbook.addWorksheet(sheet.name) }));
  const name = listSheetName[language];
  const lists = new Lists(workbook.addWorksheet(name), name);
  for (const { sheet, added } of sheets) fill(added, sheet, lists, language);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function fill(added: Worksheet, sheet: BookSheet, lists: Lists, language: Language): void {
  added.columns = sheet.widths.map((width) => ({ width }));
  for (const row of sheet.rows) {
    const cells = added.addRow(row.map(valueOf));
    cells.alignment = { vertical: 'top', wrapText: true };
    row.forEach((cell, index) => {
      if (isDay(cell)) cells.getCell(index + 1).numFmt = dayFormats[language];
    });
  }
  if (sheet.headRow > 0) {
    const head = added.getRow(sheet.headRow);
    head.font = { bold: true, color: { argb: 'FFFFFFFF' } };
    head.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F3A5F' } };
    added.views = [{ state: 'frozen', ySplit: sheet.headRow }];
  }
  for (const input of sheet.inputs) mark(added, input, lists, language);
}

function mark(added: Worksheet, { row, column, allow }: BookInput, lists: Lists, language: Language): void {
  const cell = added.getCell(row, column);
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF9E5' } };
  cell.alignment = { vertical: 'top', wrapText: true };
  switch (allow.kind) {
    case 'list':
      if (allow.values.length > 0)
        cell.dataValidation = {
          type: 'list',
          allowBlank: true,
          showErrorMessage: true,
          formulae: [lists.rangeOf(allow.values)],
        };
      return;
    case 'number':
      if (allow.none) return;
      cell.dataValidation = {
        type: 'decimal',
        operator: 'greaterThanOrEqual',
        allowBlank: true,
        showErrorMessage: true,
        formulae: [0],
      };
      return;
    case 'day':
      cell.numFmt = dayFormats[language];
      if (allow.none) return;
      cell.dataValidation = {
        type: 'date',
        operator: 'greaterThan',
        allowBlank: true,
        showErrorMessage: true,
        formulae: [new Date('1900-01-01')],
      };
      return;
    case 'any':
      cell.numFmt = '@';
  }
}

function isDay(cell: BookCell): cell is { readonly day: string } {
  return typeof cell === 'object' && cell !== null;
}

const maxCellCharacters = 32_767;

function valueOf(cell: BookCell): string | number | Date | null {
  if (isDay(cell)) return new Date(cell.day);
  return typeof cell === 'string' ? cell.slice(0, maxCellCharacters) : cell;
}
