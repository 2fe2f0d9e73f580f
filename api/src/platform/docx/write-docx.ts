import type { Language } from '@probant/shared/questionnaires/document';
import yazl from 'yazl';

import { documentXml, partsBeside } from './docx-parts.js';

export interface DocxRun {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Word shows it as a tracked change that the reader accepts or rejects. */
  readonly change?: 'inserted' | 'deleted';
}

export interface DocxParagraph {
  readonly style: 'title' | 'heading1' | 'heading2' | 'body' | 'small';
  readonly runs: readonly DocxRun[];
}

export interface DocxDocument {
  readonly title: string;
  readonly language: Language;
  readonly createdAt: Date;
  /** Named as the author of the tracked changes. */
  readonly author: string;
  readonly paragraphs: readonly DocxParagraph[];
}

/** A Word document of plain paragraphs and tracked changes; the same document gives the same bytes. */
export async function writeDocx(document: DocxDocument): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  const parts = { ...partsBeside(document), 'word/document.xml': documentXml(document) };
  for (const [name, xml] of Object.entries(parts)) {
    zip.addBuffer(Buffer.from(xml), name, { mtime: document.createdAt, mode: 0o100644 });
  }
  zip.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
