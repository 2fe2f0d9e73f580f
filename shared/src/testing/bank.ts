import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { parse } from 'yaml';

import { parseCase, type ReplayCase } from '../library/case.js';
import { parseLibrary } from '../library/parse-library.js';
import type { QuestionnaireDocument } from '../questionnaires/document.js';

/** A file of `shared/library`, parsed; the tests of every package read the sources, not what was built from them. */
export function readLibraryFile(name: string): unknown {
  const yaml = readFileSync(libraryPath(name), 'utf8');
  // A hundred test files read the same half megabyte; its parsed form is kept under the hash of the text.
  const hash = createHash('sha256').update(yaml).digest('hex');
  const kept = path.join(tmpdir(), `probant-library-${userInfo().uid}-${hash}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8'));
  const value: unknown = parse(yaml);
  writeFileSync(`${kept}.${process.pid}`, JSON.stringify(value));
  renameSync(`${kept}.${process.pid}`, kept);
  return value;
}

export function libraryPath(name: string): string {
  return fileURLToPath(new URL(`../../library/${name}`, import.meta.url));
}

/** The question bank as tests of every package know it; parsed once per test file. */
export const bank: QuestionnaireDocument = parseLibrary(readLibraryFile('question-bank.yaml'));

export function readCases(): readonly ReplayCase[] {
  return readdirSync(libraryPath('cases')).map((name) => parseCase(readLibraryFile(`cases/${name}`), bank));
}
