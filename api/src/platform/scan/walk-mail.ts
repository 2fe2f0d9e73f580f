import { types } from 'node:util';

import PostalMime, { type Attachment } from 'postal-mime';

import { contentOfBuffer, type Content } from '../files/content.js';
import { runInThread, ThreadOverspent } from '../process/run-in-thread.js';
import { refuseEicar } from './expand.js';
import { inside, type Part, type ScanContext } from './part.js';
import { unscannable, type ScanStopped } from './scan-stopped.js';

/** Decoded here and at once; it takes a few milliseconds at most. Others are decoded in a thread. */
const smallBytes = 65_536;
const maxMegabytes = 512;
const maxMilliseconds = 20_000;

const workerFile = new URL('../../../bin/mail-worker.mjs', import.meta.url);

interface DecodedMail {
  readonly texts: readonly string[];
  readonly attachments: readonly Pick<Attachment, 'filename' | 'content'>[];
}

/** Decodes a message in memory: its texts and attachments, a forwarded message as an attachment that is a message again. */
export async function walkMail(part: Part, context: ScanContext): Promise<void> {
  const { where, depth, content } = part;
  const { budget } = context;
  budget.enter(depth + 1, where);
  if (content.size > budget.limits.maxMailBytes) throw unscannable('expands-too-much', where);
  const decode = content.size <= smallBytes ? decodeSmall : decodeInThread;
  const mail = await decode(content, part, context);
  budget.checkEntries(mail.attachments.length, where);
  const use = (bytes: Buffer, name: string): void => {
    budget.meter(content.size, name)(bytes.length);
    refuseEicar(bytes, name);
  };
  for (const text of mail.texts) use(Buffer.from(text), where);
  for (const [index, attachment] of mail.attachments.entries()) {
    const name = inside(where, nameOf(attachment, index));
    const bytes = bytesOf(attachment);
    budget.countEntry(name);
    await budget.pause();
    use(bytes, name);
    await context.walk({ content: contentOfBuffer(bytes), where: name, depth: depth + 1 });
  }
}

async function decodeSmall(content: Content, { where }: Part): Promise<DecodedMail> {
  const mail = await PostalMime.parse(await content.read(0, content.size), {
    forceRfc822Attachments: true,
  }).catch((error: unknown) => {
    throw notDecoded(String(error), where);
  });
  return {
    texts: [mail.text, mail.html].filter((text) => text !== undefined),
    attachments: mail.attachments,
  };
}

/** A message can be made of so many parts or tags that decoding it would stop everything else for seconds. */
async function decodeInThread(content: Content, { where }: Part, context: ScanContext): Promise<DecodedMail> {
  const bytes = Uint8Array.from(await content.read(0, content.size));
  let told: DecodedMail | { readonly failure: string } | undefined;
  try {
    await runInThread({
      file: workerFile,
      workerData: { bytes, maxAttachments: context.budget.limits.maxEntries + 1 },
      transferList: [bytes.buffer],
      maxMegabytes,
      maxMilliseconds: Math.max(1, Math.min(maxMilliseconds, context.budget.remainingMilliseconds())),
      onMessage: (message) => (told = message as typeof told),
    });
  } catch (error) {
    if (!(error instanceof ThreadOverspent)) throw error;
    throw unscannable('expands-too-much', where);
  }
  if (told === undefined) throw new Error('the thread told nothing');
  if ('failure' in told) throw notDecoded(told.failure, where);
  return told;
}

/** The library keeps its own bounds, on nesting and on the size of all headers together. */
function notDecoded(failure: string, where: string): ScanStopped {
  return unscannable(failure.includes('nesting') ? 'too-deep' : 'corrupt', where);
}

function bytesOf({ content }: Pick<Attachment, 'content'>): Buffer {
  if (typeof content === 'string') return Buffer.from(content);
  return types.isAnyArrayBuffer(content)
    ? Buffer.from(content)
    : Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}

function nameOf(attachment: Pick<Attachment, 'filename'>, index: number): string {
  const name = attachment.filename?.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').slice(0, 200) ?? '';
  return name === '' ? `attachment-${index + 1}` : name;
}
