// Makes one PDF after another for `render-pdf.ts`, beside the main thread: a long report takes half a second.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { inflateSync } from 'node:zlib';

import pdfmake from 'pdfmake';
import PDFDocumentModule from 'pdfmake/js/PDFDocument.js';

import { installOverflow, printWhole } from './pdf-overflow.mjs';
import { installStructure } from './pdf-structure.mjs';

const require = createRequire(import.meta.url);
const subsets = ['latin', 'latin-ext', 'greek', 'cyrillic'];
const styles = { normal: '400-normal', bold: '600-normal', italics: '400-italic', bolditalics: '600-italic' };

installStructure();
installOverflow();
installDrawingFonts();
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);
pdfmake.setFonts(Object.fromEntries(subsets.map((subset) => [subset, loadFamily(subset)])));

parentPort.on('message', ({ id, document }) => {
  render(document).then(
    (pdf) => parentPort.postMessage({ id, pdf }, [pdf.buffer]),
    (error) => parentPort.postMessage({ id, problem: String(error?.stack ?? error) }),
  );
});

async function render({ definition, header, footer, pageWord }) {
  const pdf = await printWhole(definition.content, (content) =>
    pdfmake
      .createPdf({
        ...definition,
        content,
        header: (page) => (page === 1 ? undefined : line(structuredClone(header), '')),
        footer: (page, pages) => line(structuredClone(footer), `${pageWord} ${page}/${pages}`),
      })
      .getBuffer(),
  );
  // A copy of its own, so that its memory can be handed over instead of copied again.
  return Uint8Array.from(pdf);
}

/** A drawing opens fonts by their name, which the PDF library looks for on the disk: they are given to it beforehand. */
function installDrawingFonts() {
  const { prototype } = PDFDocumentModule.default;
  const { getFontFile } = prototype;
  const given = new WeakMap();
  prototype.getFontFile = function (...asked) {
    const name = getFontFile.apply(this, asked);
    const names = given.get(this) ?? new Set();
    if (name !== null && !names.has(name)) {
      this.registerFont(name, pdfmake.virtualfs.readFileSync(name));
      given.set(this, names.add(name));
    }
    return name;
  };
}

function line(left, right) {
  const columns = [
    { ...left, structure: undefined, width: '*' },
    { text: right, width: 'auto' },
  ];
  return { columns, fontSize: 8, color: '#5b6472', margin: [48, 22, 48, 0] };
}

function loadFamily(subset) {
  return Object.fromEntries(Object.entries(styles).map(([style, file]) => [style, loadFont(subset, file)]));
}

function loadFont(subset, file) {
  const name = `${subset}-${file}.ttf`;
  const woff = fs.readFileSync(
    require.resolve(`@fontsource/ibm-plex-sans/files/ibm-plex-sans-${subset}-${file}.woff`),
  );
  pdfmake.virtualfs.writeFileSync(name, toTrueType(woff));
  return name;
}

/** Unpacks a WOFF, which is a TrueType font with its tables deflated: the PDF library reads the metrics of TrueType only. */
function toTrueType(woff) {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => readTable(woff, 44 + index * 20));
  const size = tables.reduce((sum, { data }) => sum + padded(data.length), 12 + count * 16);
  const font = Buffer.alloc(size);
  const power = 2 ** Math.floor(Math.log2(count));
  woff.copy(font, 0, 4, 8);
  font.writeUInt16BE(count, 4);
  font.writeUInt16BE(power * 16, 6);
  font.writeUInt16BE(Math.log2(power), 8);
  font.writeUInt16BE((count - power) * 16, 10);
  let offset = 12 + count * 16;
  for (const [index, { tag, checksum, data }] of tables.entries()) {
    const entry = 12 + index * 16;
    tag.copy(font, entry);
    font.writeUInt32BE(checksum, entry + 4);
    font.writeUInt32BE(offset, entry + 8);
    font.writeUInt32BE(data.length, entry + 12);
    data.copy(font, offset);
    offset += padded(data.length);
  }
  return font;
}

function readTable(woff, entry) {
  const offset = woff.readUInt32BE(entry + 4);
  const packedLength = woff.readUInt32BE(entry + 8);
  const length = woff.readUInt32BE(entry + 12);
  const packed = woff.subarray(offset, offset + packedLength);
  return {
    tag: woff.subarray(entry, entry + 4),
    checksum: woff.readUInt32BE(entry + 16),
    data: packedLength < length ? inflateSync(packed) : packed,
  };
}

function padded(length) {
  return Math.ceil(length / 4) * 4;
}
