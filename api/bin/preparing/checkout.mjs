import fs from 'node:fs';
import path from 'node:path';

/** Folder of the checkout. */
export const root = path.resolve(import.meta.dirname, '../../..');

export const inRoot = (...parts) => path.join(root, ...parts);

/** Ends the program, in one sentence, under a Node.js that cannot run it. */
export function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(`Probant needs Node.js 20.19 or later, and this is ${process.versions.node}.\n`);
  process.exit(1);
}

export function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
