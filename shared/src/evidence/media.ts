import type { Localised } from '../questionnaires/document.js';

/** What a file may be. Its content decides which, never its name. */
export const mediaKinds = [
  'pdf',
  'png',
  'jpeg',
  'webp',
  'docx',
  'xlsx',
  'odt',
  'ods',
  'csv',
  'txt',
  'eml',
  'zip',
] as const;
export type MediaKind = (typeof mediaKinds)[number];

export interface Media {
  readonly mime: string;
  /** Lower case, without the dot; the first is the usual one. */
  readonly extensions: readonly string[];
  readonly label: Localised;
}

export const media: Readonly<Record<MediaKind, Media>> = {
  pdf: { mime: 'application/pdf', extensions: ['pdf'], label: { fr: 'Document PDF', en: 'PDF document' } },
  png: { mime: 'image/png', extensions: ['png'], label: { fr: 'Image PNG', en: 'PNG image' } },
  jpeg: {
    mime: 'image/jpeg',
    extensions: ['jpg', 'jpeg', 'jfif'],
    label: { fr: 'Image JPEG', en: 'JPEG image' },
  },
  webp: { mime: 'image/webp', extensions: ['webp'], label: { fr: 'Image WebP', en: 'WebP image' } },
  docx: {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
    label: { fr: 'Document Word', en: 'Word document' },
  },
  xlsx: {
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
    label: { fr: 'Classeur Excel', en: 'Excel workbook' },
  },
  odt: {
    mime: 'application/vnd.oasis.opendocument.text',
    extensions: ['odt'],
    label: { fr: 'Texte OpenDocument', en: 'OpenDocument text' },
  },
  ods: {
    mime: 'application/vnd.oasis.opendocument.spreadsheet',
    extensions: ['ods'],
    label: { fr: 'Classeur OpenDocument', en: 'OpenDocument spreadsheet' },
  },
  csv: { mime: 'text/csv', extensions: ['csv', 'tsv'], label: { fr: 'Tableau CSV', en: 'CSV table' } },
  txt: {
    mime: 'text/plain',
    extensions: ['txt', 'log', 'text'],
    label: { fr: 'Texte brut', en: 'Plain text' },
  },
  eml: { mime: 'message/rfc822', extensions: ['eml'], label: { fr: 'Courriel', en: 'E-mail message' } },
  zip: { mime: 'application/zip', extensions: ['zip'], label: { fr: 'Archive ZIP', en: 'ZIP archive' } },
};

/** Every extension that a file field offers, each with its dot. */
export const acceptedExtensions: readonly string[] = mediaKinds.flatMap((kind) =>
  media[kind].extensions.map((extension) => `.${extension}`),
);

/** The same by media type: what a browser that knows the type offers without looking at the name. */
export const acceptedTypes: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  mediaKinds.map((kind) => [media[kind].mime, media[kind].extensions.map((extension) => `.${extension}`)]),
);

/** The extension of a name in lower case; absent for `README`, `.profile` and `report.`. */
export function findExtension(fileName: string): string | undefined {
  return /[^.]\.([^.]+)$/u.exec(fileName)?.[1]?.toLowerCase();
}

/** The kind that a name announces; absent when it has no extension or one that is not accepted. */
export function findAnnouncedKind(fileName: string): MediaKind | undefined {
  const extension = findExtension(fileName);
  if (extension === undefined) return undefined;
  return mediaKinds.find((kind) => media[kind].extensions.includes(extension));
}
