// Decodes one message for `walk-mail.ts`, beside the main thread: 200,000 parts take more than two seconds.
import { parentPort, workerData } from 'node:worker_threads';

import PostalMime from 'postal-mime';

const { bytes, maxAttachments } = workerData;

try {
  const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
  parentPort.postMessage({
    texts: [mail.text, mail.html].filter((text) => text !== undefined),
    attachments: mail.attachments
      .slice(0, maxAttachments)
      .map(({ filename, content }) => ({ filename, content })),
  });
} catch (error) {
  parentPort.postMessage({ failure: String(error) });
}
