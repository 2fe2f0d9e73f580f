import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import type { Manifest, Plugin } from 'vite';

const source = path.join(import.meta.dirname, 'sw.js');
/** Where answering begins, and the frames around it; everything that these load later comes along. */
const roots = [
  'src/features/answering/answer-screen.tsx',
  'src/features/answering/review-screen.tsx',
  'src/features/requests/requests-screen.tsx',
  'src/features/link/request-screen.tsx',
  'src/ui/shell/supplier-shell.tsx',
  'src/ui/shell/bare-shell.tsx',
  'src/routes/session-again.tsx',
];
/** Looking into a PDF needs the PDF, which is not kept: what draws it is far larger than all the rest. */
const left = /pdf/;
const ownFiles = ['/', '/appearance.js', '/mark.svg'];

/** Writes /sw.js beside the page, with the files of this build that answering needs. */
export function serviceWorker(): Plugin {
  let folder = '';
  return {
    name: 'probant-service-worker',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = path.resolve(root, build.outDir);
    },
    closeBundle: () => {
      const read = (file: string): string => fs.readFileSync(path.join(folder, file), 'utf8');
      // Vite has just written it.
      const files = [...ownFiles, ...listFiles(JSON.parse(read('.vite/manifest.json')) as Manifest)];
      const worker = fs.readFileSync(source, 'utf8').replace('__FILES__', JSON.stringify(files));
      const version = createHash('sha256')
        .update([worker, read('index.html'), read('appearance.js'), read('mark.svg')].join('\0'))
        .digest('hex')
        .slice(0, 16);
      fs.writeFileSync(path.join(folder, 'sw.js'), worker.replace('__VERSION__', version));
    },
  };
}

export function listFiles(manifest: Manifest): string[] {
  const files = new Set<string>();
  const seen = new Set<string>();
  const add = (key: string, later: boolean): void => {
    const chunk = manifest[key];
    if (chunk === undefined || seen.has(key) || left.test(key)) return;
    seen.add(key);
    const fonts = (chunk.assets ?? []).filter((file) => !file.endsWith('.woff') && !left.test(file));
    for (const file of [chunk.file, ...(chunk.css ?? []), ...fonts]) files.add(`/${file}`);
    for (const imported of chunk.imports ?? []) add(imported, later);
    if (later && key !== 'index.html') for (const loaded of chunk.dynamicImports ?? []) add(loaded, true);
  };
  add('index.html', false);
  for (const root of roots) {
    if (manifest[root] === undefined) throw new Error(`The build has no ${root}.`);
    add(root, true);
  }
  return [...files].sort();
}
