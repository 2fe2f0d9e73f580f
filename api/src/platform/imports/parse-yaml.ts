import { importBounds, tooDeep } from '@probant/shared/imports/import-bounds';
import { unreadable } from '@probant/shared/imports/said';
import { Composer, Lexer, LineCounter, Parser, type CST, type Document, type YAMLError } from 'yaml';

/** An alias costs a few bytes and stands for all that it names: beyond this many values the file is a trap. */
const maxValues = 2_000_000;

/** Libraries written by a program name each repeated list once and refer to it hundreds of times. */
const maxAliases = 10_000;

/** The value of a YAML text; throws UnreadableImport with the line of what is wrong, or the place of what is too large. */
export function parseYaml(text: string): unknown {
  const lines = new LineCounter();
  const value = toValue(composeDocument(text, lines), lines);
  refuseTrap(value);
  return value;
}

function composeDocument(text: string, lines: LineCounter): Document.Parsed {
  const composer = new Composer({ logLevel: 'error' });
  const [document, second] = composer.compose(readTokens(text, lines), true, text.length);
  if (document === undefined) throw unreadable('line 1', 'le fichier est vide', 'the file is empty');
  const [error] = document.errors;
  if (error !== undefined) throw malformed(error, lines);
  if (second === undefined) return document;
  throw unreadable(
    lineAt(second.range[0], lines),
    'un seul document YAML par fichier est lu',
    'one YAML document per file is read',
  );
}

/**
 * The composer calls itself once per level, and a stack that runs out inside a regular expression ends the process:
 * levels are counted in the parser, which keeps a stack of its own.
 */
function* readTokens(text: string, lines: LineCounter): Generator<CST.Token> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    offset += lexeme.length;
    if (parser.stack.length > importBounds.depth + ownLevels) throw tooDeep(lineAt(offset, lines));
  }
  yield* parser.end();
}

/** The document around everything and the scalar inside. */
const ownLevels = 2;

function malformed(error: YAMLError, lines: LineCounter): Error {
  return unreadable(lineAt(error.pos[0], lines), `YAML mal formé (${error.message})`, error.message);
}

function lineAt(offset: number, lines: LineCounter): string {
  return `line ${Math.max(1, lines.linePos(offset).line)}`;
}

function toValue(document: Document.Parsed, lines: LineCounter): unknown {
  try {
    return document.toJS({ maxAliasCount: maxAliases }) as unknown;
  } catch (error) {
    // What the package throws for an alias of nothing, and for too many of them.
    if (!(error instanceof ReferenceError)) throw error;
    throw unreadable(
      lineAt(document.range[0], lines),
      'ses renvois YAML (« * ») ne mènent à rien ou sont trop nombreux',
      error.message,
    );
  }
}

/** Goes down first, so that a value that holds itself is found by its depth and not by its endless number. */
function refuseTrap(root: unknown): void {
  let count = 0;
  const visit = (value: unknown, depth: number): void => {
    count += 1;
    if (depth > importBounds.depth) throw tooDeep('YAML');
    if (count > maxValues) {
      throw unreadable('YAML', `plus de ${maxValues} valeurs`, `more than ${maxValues} values`);
    }
    if (typeof value !== 'object' || value === null) return;
    for (const item of Object.values(value)) visit(item, depth + 1);
  };
  visit(root, 0);
}
