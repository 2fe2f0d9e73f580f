import { createGunzip } from 'node:zlib';

import { chunksOf } from '../files/content.js';
import { through, withExpanded } from './expand.js';
import { inside, type Part, type ScanContext } from './part.js';
import { asCorrupt } from './scan-stopped.js';

export async function walkGzip(part: Part, context: ScanContext): Promise<void> {
  context.budget.enter(part.depth + 1, part.where);
  const where = inside(part.where, 'gzip');
  const chunks = through(chunksOf(part.content), createGunzip({ chunkSize: 65_536 }));
  const meter = context.budget.meter(part.content.size, where);
  await withExpanded({ chunks, where, workFolder: context.workFolder, meter }, async (content) => {
    await context.walk({ content, where, depth: part.depth + 1 });
  }).catch((error: unknown) => {
    throw asCorrupt(error, where);
  });
}
