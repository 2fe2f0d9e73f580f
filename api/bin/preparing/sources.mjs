import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import { inRoot } from './checkout.mjs';

const left = new Set(['node_modules', 'dist']);

/** One hash over names and contents of the files below the given places, without tests; the same on every machine. */
export function hashSources(places) {
  const hash = createHash('sha256');
  for (const place of places) {
    for (const file of listFiles(inRoot(place))) {
      hash.update(path.relative(inRoot(), file).replaceAll(path.sep, '/')).update('\0');
      hash.update(createHash('sha256').update(fs.readFileSync(file)).digest());
    }
  }
  return hash.digest('hex');
}

export function listFiles(place) {
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return [place];
  return fs
    .readdirSync(place)
    .sort()
    .filter((name) => !left.has(name) && !/\.test\.tsx?$/.test(name))
    .flatMap((name) => listFiles(path.join(place, name)));
}
