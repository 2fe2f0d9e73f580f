// Reads one workbook for `read-xlsx.ts`, beside the main thread and in a memory of its own: exceljs makes an object of every
// cell, and a small file can be made to mean a very large one.
import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';

// Half a second sooner than the whole library, which loads all that writes and streams workbooks; each reading starts a thread.
import Workbook from 'exceljs/lib/doc/workbook.js';

/** Parts that hold no value; some of them cover whole columns, and exceljs would make an object of every cell or column. */
const ignoreNodes = [
  'cols',
  'dataValidations',
  'conditionalFormatting',
  'extLst',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
  'hyperlinks',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'autoFilter',
  'sheetProtection',
  'pageSetup',
  'printOptions',
];

/** A row far beyond would make an endless walk of the rows between. */
const lastRowOfExcel = 1_048_576;
const rowsPerMessage = 500;

// The thread is started before the file has been looked into.
const [{ bytes, withMerges, maxRows, maxColumns, maxCharacters }] = await once(parentPort, 'message');
let charactersLeft = maxCharacters;

/** Told to the main thread as the last message. */
class Refused extends Error {}

try {
  const workbook = new Workbook();
  // The names of ranges are not needed either, and may cover a whole sheet.
  Object.defineProperty(workbook.definedNames, 'model', { set: () => undefined });
  await workbook.xlsx.load(bytes.buffer, {
    ignoreNodes: withMerges ? ignoreNodes : [...ignoreNodes, 'mergeCells'],
  });
  if (workbook.worksheets.some((sheet) => sheet.rowCount > lastRowOfExcel)) throw new Refused('corrupt');
  for (const sheet of workbook.worksheets) tell(sheet);
} catch (error) {
  parentPort.postMessage({ refused: error instanceof Refused ? error.message : 'corrupt' });
}

function tell(sheet) {
  parentPort.postMessage({ name: sheet.name, hidden: sheet.state !== 'visible' });
  let rows = [];
  let count = 0;
  sheet.eachRow((row, number) => {
    const cells = count < maxRows ? cellsOf(row) : [];
    if (cells.length === 0) return;
    count += 1;
    rows.push({ number, cells, hidden: row.hidden === true });
    if (rows.length < rowsPerMessage) return;
    parentPort.postMessage({ rows });
    rows = [];
  });
  if (rows.length > 0) parentPort.postMessage({ rows });
}

/** Of a formula, what was last calculated: nobody asks for more. */
function told(value) {
  if (typeof value !== 'object' || value === null) return value;
  if (!('formula' in value || 'sharedFormula' in value)) return value;
  return value.result ?? { result: undefined };
}

function lengthOf(value) {
  if (typeof value === 'string') return value.length;
  return typeof value === 'object' ? JSON.stringify(value).length : String(value).length;
}

/** Triples of column, value and, for a number, its format. */
function cellsOf(row) {
  const cells = [];
  row.eachCell((cell, column) => {
    // Merged down, each row has the value; merged across, only the first column, as a title over several columns.
    if (cell.master !== cell && cell.master.col !== cell.col) return;
    const value = told(cell.value);
    if (value === null || value === undefined || value === '') return;
    if (column > maxColumns) throw new Refused('too-wide');
    // One text may stand behind many cells, and each gets a copy on its way to the main thread.
    charactersLeft -= lengthOf(value);
    if (charactersLeft < 0) throw new Refused('expands-too-much');
    cells.push([column, value, typeof value === 'number' ? cell.numFmt : undefined]);
  });
  return cells;
}
