import { contains } from '../files/content.js';
import { identifyContainers } from './container.js';
import type { Part, ScanContext } from './part.js';
import { unscannable } from './scan-stopped.js';
import { walkGzip } from './walk-gzip.js';
import { walkMail } from './walk-mail.js';
import { walkPdf } from './walk-pdf.js';
import { walkTar } from './walk-tar.js';
import { walkZip } from './walk-zip.js';

/** The stream in which Office keeps a document that a password protects. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');
const encryptedManifest = Buffer.from('manifest:encryption-data', 'latin1');

/** Opens whatever the part holds, in every way in which it can be opened. */
export async function walkPart(part: Part, context: ScanContext): Promise<void> {
  const { content, where } = part;
  const found = await identifyContainers(content);
  if (found.closedArchive) throw unscannable('format-not-opened', where);
  if (found.compoundFile) {
    if (await contains(content, encryptedPackage)) throw unscannable('encrypted', where);
    context.unopened.push({ where, why: 'unread' });
  }
  if (where.endsWith('META-INF/manifest.xml') && (await contains(content, encryptedManifest))) {
    throw unscannable('encrypted', where);
  }
  if (found.gzip) await walkGzip(part, context);
  if (found.tar) await walkTar(part, context);
  if (found.pdf) await walkPdf(part, context);
  if (found.mail) await walkMail(part, context);
  if (found.zip !== undefined) await walkZip(part, found.zip, context);
}
