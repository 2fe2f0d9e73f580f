/**
 * Turns shared/library/*.yaml into checked JSON under shared/dist/library. Runs after shared has been compiled, with
 * the parser that was just compiled; shared itself reads no file and needs no package at run time.
 */
import fs from 'node:fs';
import path from 'node:path';

import { parse } from 'yaml';

import { parseCase } from '../dist/library/case.js';
import { parseClauseLibrary } from '../dist/library/clause-library.js';
import { parseClauseRules } from '../dist/library/clause-rules.js';
import { parseLibrary } from '../dist/library/parse-library.js';
import { parsePublishedTerms } from '../dist/library/published-terms.js';
import { parseTeachings } from '../dist/library/teachings.js';

const library = path.resolve(import.meta.dirname, '../library');
const built = path.resolve(import.meta.dirname, '../dist/library');

const read = (name) => parse(fs.readFileSync(path.join(library, name), 'utf8'));

/** Replaced at once, so that a process that starts meanwhile reads the old file or the new one. */
function write(name, value) {
  const file = path.join(built, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(`${file}.${process.pid}`, JSON.stringify(value));
  fs.renameSync(`${file}.${process.pid}`, file);
}

function parsed(name, parser) {
  try {
    return parser(read(name));
  } catch (error) {
    throw new Error(`shared/library/${name}: ${error.message}`, { cause: error });
  }
}

const bank = parsed('question-bank.yaml', parseLibrary);
write('question-bank.json', bank);
const clauses = parsed('clause-library.yaml', (yaml) => parseClauseLibrary(yaml, bank));
write('clause-library.json', clauses);
write(
  'clause-rules.json',
  parsed('clause-rules.yaml', (yaml) => parseClauseRules(yaml, clauses, bank)),
);
write(
  'lessons.json',
  parsed('lessons.yaml', (yaml) => parseTeachings(yaml, bank)),
);
write('published-terms.json', parsed('published-terms.yaml', parsePublishedTerms));
const cases = fs
  .readdirSync(path.join(library, 'cases'))
  .filter((name) => name.endsWith('.yaml'))
  .sort();
write(
  'cases.json',
  cases.map((name) => parsed(`cases/${name}`, (yaml) => parseCase(yaml, bank))),
);
