import type { Content } from '../files/content.js';
import { findZip, type ZipSpan } from '../files/open-zip.js';
import { looksLikeMail } from '../files/text.js';

/** What a piece of content may hold other files in. A content can be several at once: a PDF with a ZIP behind it. */
export interface Containers {
  readonly zip: ZipSpan | undefined;
  readonly gzip: boolean;
  readonly tar: boolean;
  readonly pdf: boolean;
  readonly mail: boolean;
  /** The old Office format, also the wrapper of encrypted documents. */
  readonly compoundFile: boolean;
  /** A compressed archive of a format that is not opened here. */
  readonly closedArchive: boolean;
}

const closedArchives: readonly { readonly magic: Buffer; readonly at?: number }[] = [
  { magic: Buffer.from('Rar!\x1a\x07', 'latin1') },
  { magic: Buffer.from("7z\xbc\xaf'\x1c", 'latin1') },
  { magic: Buffer.from('\xfd7zXZ\x00', 'latin1') },
  { magic: Buffer.from('\x28\xb5\x2f\xfd', 'latin1') },
  { magic: Buffer.from('\x04\x22\x4d\x18', 'latin1') },
  { magic: Buffer.from('LZIP', 'latin1') },
  { magic: Buffer.from('MSCF\0\0\0\0', 'latin1') },
  { magic: Buffer.from('**ACE**', 'latin1'), at: 7 },
  { magic: Buffer.from('-lh', 'latin1'), at: 2 },
];
const bzip2 = /^BZh[1-9](?:1AY&SY|\x17rE8P\x90)/u;
const gzipMagic = Buffer.from('\x1f\x8b\x08', 'latin1');
const compoundMagic = Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1');

export async function identifyContainers(content: Content): Promise<Containers> {
  const head = await content.read(0, 4096);
  return {
    zip: await findZip(content),
    gzip: head.subarray(0, 3).equals(gzipMagic),
    tar: head.subarray(257, 262).toString('latin1') === 'ustar',
    pdf: head.subarray(0, 1029).includes('%PDF-'),
    mail: looksLikeMail(head),
    compoundFile: head.subarray(0, 8).equals(compoundMagic),
    closedArchive:
      bzip2.test(head.subarray(0, 10).toString('latin1')) ||
      closedArchives.some(({ magic, at = 0 }) => head.subarray(at, at + magic.length).equals(magic)),
  };
}
