import type { UnreadableImport } from '@probant/shared/imports/imported-questionnaire';
import { unreadable } from '@probant/shared/imports/said';

type Words = Readonly<Record<'fr' | 'en', string>>;

const zipMark = 'PK';
/** The name of the kind stands in the first entry of an OpenDocument, and names of parts in the list that ends an archive. */
const zipKinds: readonly (readonly [mark: string, name: Words])[] = [
  [
    'mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
    { fr: 'un classeur OpenDocument (.ods)', en: 'an OpenDocument spreadsheet (.ods)' },
  ],
  [
    'mimetypeapplication/vnd.oasis.opendocument',
    { fr: 'un document OpenDocument', en: 'an OpenDocument file' },
  ],
  ['xl/workbook.bin', { fr: 'un classeur Excel binaire (.xlsb)', en: 'a binary Excel workbook (.xlsb)' }],
  ['word/document.xml', { fr: 'un document Word', en: 'a Word document' }],
  ['ppt/presentation.xml', { fr: 'une présentation PowerPoint', en: 'a PowerPoint presentation' }],
];
const otherKinds: readonly (readonly [mark: string, name: Words])[] = [
  [
    '\u00D0\u00CF\u0011\u00E0',
    {
      fr: 'un ancien classeur Excel (.xls), ou un classeur protégé par un mot de passe',
      en: 'an old Excel workbook (.xls), or a workbook protected by a password',
    },
  ],
  ['%PDF', { fr: 'un document PDF', en: 'a PDF document' }],
  ['{\\rtf', { fr: 'un texte RTF', en: 'an RTF text' }],
];

/** Files that people take for one that can be read, told by what stands in them. */
export function findForeignFile(bytes: Uint8Array): UnreadableImport | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = (mark: string): boolean => file.subarray(0, mark.length).equals(Buffer.from(mark, 'latin1'));
  const found =
    otherKinds.find(([mark]) => starts(mark)) ??
    (starts(zipMark) ? zipKinds.find(([mark]) => file.includes(mark, 0, 'latin1')) : undefined);
  if (found === undefined) return undefined;
  const [, name] = found;
  return unreadable(
    'line 1',
    `ce fichier est ${name.fr} : enregistrez-le en .xlsx ou en .csv`,
    `this file is ${name.en}: save it as .xlsx or .csv`,
  );
}
