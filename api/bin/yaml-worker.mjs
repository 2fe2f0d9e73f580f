// Parses one YAML text for `parse-yaml.ts`, beside the main thread and in a memory of its own: the parser makes an object of
// every sign, and a large file would hold every request for seconds.
import { parentPort, workerData } from 'node:worker_threads';

import { Composer, isScalar, isSeq, Lexer, LineCounter, Parser, visit } from 'yaml';

const { text, maxDepth, maxAliases, maxValues } = workerData;
/** The document around everything and the scalar inside. */
const ownLevels = 2;
/** What names a thing is a text, even where nobody wrote the quotes: 1.10 is not 1.1. */
const naming = new Set(['ref_id', 'id', 'name', 'label', 'title', 'text', 'value', 'parent_urn']);
const lines = new LineCounter();

/** Told to the main thread instead of a value. */
class Fault extends Error {
  constructor(why, line, message = '') {
    super(message);
    this.fault = { why, line, message };
  }
}

try {
  const document = composeDocument();
  prepare(document);
  const value = toValue(document);
  refuseTrap(value);
  parentPort.postMessage({ value });
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  parentPort.postMessage({ fault: error.fault });
}

function composeDocument() {
  // Libraries written by hand give what requirements share once, and merge it into each.
  const composer = new Composer({ logLevel: 'error', merge: true });
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

/** Before values are made of it: what is written is kept where it names something, and merging is counted. */
function prepare(document) {
  const sizes = new Map();
  let [merges, copied] = [0, 0];
  visit(document, {
    Map(_, map) {
      let size = map.items.length;
      for (const { key, value } of map.items) {
        if (!isScalar(key)) continue;
        if (key.value === '<<' || typeof key.value === 'symbol') {
          const named = isSeq(value) ? value.items : [value];
          merges += named.length;
          for (const { source } of named) size += sizes.get(source) ?? 0;
        } else if (naming.has(key.value)) keepAsWritten(value);
      }
      if (map.anchor !== undefined) sizes.set(map.anchor, size);
      copied += size - map.items.length;
      if (merges > maxAliases || copied > maxValues) throw new Fault('many', lineAt(map.range[0]));
    },
  });
}

function keepAsWritten(value) {
  if (!isScalar(value) || typeof value.value !== 'number') return;
  if (String(value.value) !== value.source) value.value = value.source;
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
