#!/usr/bin/env node
// Prints how much JavaScript a supplier downloads before the first question can be answered, in gzipped kB per chunk.
// The path: the entry, the supplier's frame, and the screens named on the command line (by default the link and answering).
// `--json` prints one object {kilobytes, budget, chunks}; the exit code is 1 over the budget.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const budget = 240;
const dist = path.resolve(import.meta.dirname, '../dist');
const manifestFile = path.join(dist, '.vite/manifest.json');
if (!fs.existsSync(manifestFile)) {
  console.error('web/dist has no manifest: build the web first.');
  process.exit(2);
}
const manifest = JSON.parse(fs.readFileSync(manifestFile, 'utf8'));
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const answeringPath = [
  'src/ui/shell/supplier-shell.tsx',
  'src/ui/shell/bare-shell.tsx',
  ...(wanted.length > 0 ? wanted : Object.keys(manifest).filter(isAnsweringScreen)),
];

const keys = new Set();
const add = (key) => {
  if (keys.has(key) || !manifest[key]) return;
  keys.add(key);
  for (const imported of manifest[key].imports ?? []) add(imported);
};
add('index.html');
for (const key of answeringPath) add(key);

const chunks = [...keys]
  .map((key) => ({ file: manifest[key].file, kilobytes: gzipped(manifest[key].file) }))
  .sort((one, other) => other.kilobytes - one.kilobytes);
const appearance = { file: 'appearance.js', kilobytes: gzipped('appearance.js') };
const all = [...chunks, appearance];
const kilobytes = Math.round(all.reduce((sum, chunk) => sum + chunk.kilobytes, 0) * 10) / 10;

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ kilobytes, budget, chunks: all }));
} else {
  for (const chunk of all) console.log(`${chunk.kilobytes.toFixed(1).padStart(7)} kB  ${chunk.file}`);
  console.log(`${kilobytes.toFixed(1).padStart(7)} kB  in all, of ${budget}`);
}
process.exitCode = kilobytes > budget ? 1 : 0;

/** The screens between the e-mail and the first question; those after it (review, receipt) come later and do not count. */
function isAnsweringScreen(key) {
  return /^src\/features\/(link\/[^/]*|answering\/answer(ing)?)-screen\.tsx$/.test(key);
}

function gzipped(file) {
  return zlib.gzipSync(fs.readFileSync(path.join(dist, file)), { level: 9 }).length / 1000;
}
