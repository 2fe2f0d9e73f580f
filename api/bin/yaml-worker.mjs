// Parses one YAML text for `parse-yaml.ts`, beside the main thread and in a memory of its own: the parser makes an object of
// every sign, and a large file would hold every request for seconds.
import { parentPort, workerData } from 'node:worker_threads';

import { Composer, Lexer, LineCounter, Parser } from 'yaml';

const { text, maxDepth, maxAliases, maxValues } = workerData;
/** The document around everything and the scalar inside. */
const ownLevels = 2;
const lines = new LineCounter();

/** Told to the main thread instead of a value. */
class Fault extends Error {
  constructor(why, line, message = '') {
    super(message);
    this.fault = { why, line, message };
  }
}

try {
  const value = toValue(composeDocument());
  refuseTrap(value);
  parentPort.postMessage({ value });
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  parentPort.postMessage({ fault: error.fault });
}

function composeDocument() {
  const composer = new Composer({ logLevel: 'error' });
  const [document, second] = composer.compose(readTokens(), true, text.length);
  if (document === undefined) throw new Fault('empty', 1);
  const [error] = document.errors;
  if (error !== undefined) throw new Fault('malformed', lineAt(error.pos[0]), error.message);
  if (second !== undefined) throw new Fault('several', lineAt(second.range[0]));
  return document;
}

/**
 * The composer calls itself once per level, and a stack that runs out inside a regular expression ends the process:
 * levels are counted in the parser, which keeps a stack of its own.
 */
function* readTokens() {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    offset += lexeme.length;
    if (parser.stack.length > maxDepth + ownLevels) throw new Fault('deep', lineAt(offset));
  }
  yield* parser.end();
}

function lineAt(offset) {
  return Math.max(1, lines.linePos(offset).line);
}

function toValue(document) {
  try {
    return document.toJS({ maxAliasCount: maxAliases });
  } catch (error) {
    // What the package throws for an alias of nothing, and for too many of them.
    if (!(error instanceof ReferenceError)) throw error;
    throw new Fault('aliases', lineAt(document.range[0]), error.message);
  }
}

/** Goes down first, so that a value that holds itself is found by its depth and not by its endless number. */
function refuseTrap(root) {
  let count = 0;
  const visit = (value, depth) => {
    count += 1;
    if (depth > maxDepth) throw new Fault('deep', 0);
    if (count > maxValues) throw new Fault('many', 0);
    if (typeof value !== 'object' || value === null) return;
    for (const item of Object.values(value)) visit(item, depth + 1);
  };
  visit(root, 0);
}
