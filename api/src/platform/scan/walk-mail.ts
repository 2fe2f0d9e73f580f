import PostalMime, { type Attachment } from 'postal-mime';

import { contentOfBuffer } from '../files/content.js';
import { refuseEicar } from './expand.js';
import { inside, type Part, type ScanContext } from './part.js';
import { unscannable } from './scan-stopped.js';

/** Decodes a message in memory: its texts and attachments, a forwarded message as an attachment that is a message again. */
export async function walkMail(part: Part, context: ScanContext): Promise<void> {
  const { where, depth, content } = part;
  const { budget } = context;
  budget.enter(depth + 1, where);
  if (content.size > budget.limits.maxMailBytes) throw unscannable('expands-too-much', where);
  const mail = await PostalMime.parse(await content.read(0, content.size), {
    forceRfc822Attachments: true,
  }).catch(() => {
    throw unscannable('too-deep', where);
  });
  const texts = [mail.text, mail.html].filter((text) => text !== undefined).map((text) => Buffer.from(text));
  const use = (bytes: Buffer, name: string): void => {
    budget.meter(content.size, name)(bytes.length);
    refuseEicar(bytes, name);
  };
  for (const text of texts) use(text, where);
  for (const [index, attachment] of mail.attachments.entries()) {
    const name = inside(where, nameOf(attachment, index));
    const bytes = bytesOf(attachment);
    budget.countEntry(name);
    use(bytes, name);
    await context.walk({ content: contentOfBuffer(bytes), where: name, depth: depth + 1 });
  }
}

function bytesOf({ content }: Attachment): Buffer {
  if (typeof content === 'string') return Buffer.from(content);
  return content instanceof ArrayBuffer
    ? Buffer.from(content)
    : Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}

function nameOf(attachment: Attachment, index: number): string {
  const name = attachment.filename?.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').slice(0, 200) ?? '';
  return name === '' ? `attachment-${index + 1}` : name;
}
