import type { Content } from '../files/content.js';
import { openZip, shownName } from '../files/open-zip.js';
import { readZipPart } from '../files/zip-part.js';

const maxXmlBytes = 33_554_432;
const maxEntries = 10_000;

/** The text of a Word document, a paragraph after another; nothing when it cannot be read within bounds. */
export async function readDocxText(archive: Content): Promise<string | undefined> {
  const zip = await openZip(archive);
  let seen = 0;
  for await (const entry of zip.eachEntry()) {
    seen += 1;
    if (seen > maxEntries) return undefined;
    if (shownName(entry) !== 'word/document.xml') continue;
    const part = await readZipPart(archive, zip, entry, maxXmlBytes);
    return part === undefined ? undefined : textOfDocumentXml(part.toString('utf8'));
  }
  return undefined;
}

/** Walks the tags one by one: a file that is no XML yields odd text and costs no more than its length. */
export function textOfDocumentXml(xml: string): string {
  const out: string[] = [];
  let inText = false;
  // What older programs are shown in place of the same words.
  let fallback = 0;
  for (let at = 0; at < xml.length;) {
    const open = xml.indexOf('<', at);
    const end = open === -1 ? xml.length : open;
    if (inText && fallback === 0) out.push(unescapeXml(xml.slice(at, end)));
    const close = open === -1 ? -1 : xml.indexOf('>', open);
    if (close === -1) break;
    const tag = xml.slice(open + 1, close);
    at = close + 1;
    const name = localName(tag);
    const closing = tag.startsWith('/');
    if (name === 'Fallback' && !tag.endsWith('/')) fallback += closing ? -1 : 1;
    if (name === 't') inText = !closing && !tag.endsWith('/');
    else if (fallback === 0) out.push(spaceOf(name, closing));
  }
  return out.join('');
}

function localName(tag: string): string {
  const bare = tag.startsWith('/') ? tag.slice(1, 80) : tag.slice(0, 80);
  const end = bare.search(/[\s/]/u);
  const name = end === -1 ? bare : bare.slice(0, end);
  return name.slice(name.indexOf(':') + 1);
}

function spaceOf(name: string, closing: boolean): string {
  if (name === 'p') return closing ? '\n\n' : '';
  if (name === 'br' || name === 'cr') return '\n';
  return name === 'tab' && !closing ? ' ' : '';
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/giu,
    (whole, decimal, hexadecimal, name) => {
      if (typeof name === 'string') return entities[name] ?? whole;
      const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hexadecimal), 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}
