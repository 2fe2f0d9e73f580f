// Reads the text of one PDF for `read-document.ts`, in a thread of its own: what a file makes it do ends with the thread.
import fs from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';

// The library would load a native canvas to have these, which nothing here draws on.
for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) globalThis[name] ??= class {};
const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');

const { file, maxPages, maxLength } = workerData;
/** In heights of a line: a wider gap between two lines begins a paragraph. */
const paragraphGap = 1.7;

parentPort.postMessage(await read());

async function read() {
  const loading = getDocument({
    data: new Uint8Array(await fs.readFile(file)),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
  });
  try {
    const pdf = await loading.promise;
    return await readPages(pdf);
  } catch (error) {
    return { state: error?.name === 'PasswordException' ? 'encrypted' : 'unreadable' };
  } finally {
    await loading.destroy();
  }
}

async function readPages(pdf) {
  const pages = pdf.numPages;
  if (pages > maxPages) return { state: 'too-long', pages };
  let text = '';
  for (let number = 1; number <= pages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    text += `${toText(items)}\n`;
    page.cleanup();
    if (text.length > maxLength) return { state: 'too-long', pages };
  }
  return { state: 'read', pages, text };
}

function toText(items) {
  let text = '';
  let line = '';
  let above;
  let height = 0;
  for (const { str, transform, height: own, hasEOL } of items) {
    if (str !== undefined && str.trim() !== '' && line === '') {
      const y = transform[5];
      if (above !== undefined && above - y > paragraphGap * Math.max(own, height)) text += '\n';
      above = y;
      height = own;
    }
    line += str ?? '';
    if (!hasEOL) continue;
    text += `${line.trimEnd()}\n`;
    line = '';
  }
  return text + line;
}
