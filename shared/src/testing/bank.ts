import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { parse } from 'yaml';

import { parseCase, type ReplayCase } from '../library/case.js';
import { parseLibrary } from '../library/parse-library.js';
import type { QuestionnaireDocument } from '../questionnaires/document.js';

/** A file of `shared/library`, parsed; the tests of every package read the sources, not what was built from them. */
export function readLibraryFile(name: string): unknown {
  return parse(readFileSync(libraryPath(name), 'utf8'));
}

export function libraryPath(name: string): string {
  return fileURLToPath(new URL(`../../library/${name}`, import.meta.url));
}

/** The question bank as tests of every package know it; parsed once per test file. */
export const bank: QuestionnaireDocument = parseLibrary(readLibraryFile('question-bank.yaml'));

export function readCases(): readonly ReplayCase[] {
  return readdirSync(libraryPath('cases')).map((name) => parseCase(readLibraryFile(`cases/${name}`), bank));
}
