import { importBounds, tooDeep } from './import-bounds.js';
import type { UnreadableImport } from './imported-questionnaire.js';
import { unreadable } from './said.js';

/**
 * JSON as people write it by hand: comments, texts joined with +, a comma after the last item. Strict JSON goes through
 * JSON.parse, which is many times faster; the line of a fault is found by the slow reader alone.
 */
export function readRelaxedJson(text: string): unknown {
  try {
    refuseDepth(text);
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return new RelaxedReader(text).readAll();
  }
}

/** Brackets in comments count too, which is only ever on the safe side of a bound that no questionnaire comes near. */
function refuseDepth(text: string): void {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (quoted) {
      if (code === 0x5c) index += 1;
      else if (code === 0x22 || code === 0x0a) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) depth -= 1;
    if (depth > importBounds.depth) throw tooDeep(lineOf(text, index));
  }
}

function lineOf(text: string, index: number): string {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
  return `line ${line}`;
}

const blank = /[\s\uFEFF]*/y;
const lineComment = /\/\/[^\n]*/y;
const quotedText = /"[^"\\\n\r]*(?:\\.[^"\\\n\r]*)*"/y;
const plainWord = /[-+.\w]+/y;

class RelaxedReader {
  private index = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  readAll(): unknown {
    const value = this.readValue();
    this.skip();
    if (this.index < this.text.length) {
      throw this.fault('du texte suit la fin du document', 'text follows the end of the document');
    }
    return value;
  }

  private readValue(): unknown {
    this.skip();
    const next = this.text[this.index];
    if (next === '{') return this.within(() => this.readObject());
    if (next === '[') return this.within(() => this.readList());
    if (next === '"') return this.readTexts();
    return this.readWord();
  }

  private within<T>(read: () => T): T {
    this.depth += 1;
    if (this.depth > importBounds.depth) throw tooDeep(lineOf(this.text, this.index));
    const value = read();
    this.depth -= 1;
    return value;
  }

  private readObject(): Readonly<Record<string, unknown>> {
    const entries = new Map<string, unknown>();
    this.index += 1;
    while (!this.takes('}')) {
      const key = this.readTexts();
      if (entries.has(key)) {
        throw this.fault(`la clé « ${key} » est là deux fois`, `the key "${key}" is there twice`);
      }
      if (!this.takes(':')) throw this.expected(':');
      entries.set(key, this.readValue());
      if (!this.takes(',') && !this.comes('}')) throw this.expected('}');
    }
    return Object.fromEntries(entries);
  }

  private readList(): readonly unknown[] {
    const items: unknown[] = [];
    this.index += 1;
    while (!this.takes(']')) {
      items.push(this.readValue());
      if (!this.takes(',') && !this.comes(']')) throw this.expected(']');
    }
    return items;
  }

  private readTexts(): string {
    const parts = [this.readText()];
    while (this.takes('+')) parts.push(this.readText());
    return parts.join('');
  }

  private readText(): string {
    this.skip();
    const quoted = this.match(quotedText);
    if (quoted === undefined) throw this.expected('"');
    try {
      // A tab inside a text is not JSON, and common in files typed by hand.
      return JSON.parse(quoted.replaceAll('\t', String.raw`\t`)) as string;
    } catch {
      throw this.fault('ce texte est mal écrit', 'this text is malformed');
    }
  }

  private readWord(): unknown {
    const word = this.match(plainWord);
    try {
      return JSON.parse(word ?? '') as unknown;
    } catch {
      throw word === undefined
        ? this.fault('une valeur est attendue', 'a value is expected')
        : this.fault(`« ${word} » n'est pas une valeur`, `"${word}" is not a value`);
    }
  }

  private takes(mark: string): boolean {
    const found = this.comes(mark);
    if (found) this.index += 1;
    return found;
  }

  private comes(mark: string): boolean {
    this.skip();
    return this.text[this.index] === mark;
  }

  private skip(): void {
    for (;;) {
      this.match(blank);
      if (this.text.startsWith('/*', this.index)) {
        const end = this.text.indexOf('*/', this.index + 2);
        if (end === -1) throw this.fault('ce commentaire ne finit pas', 'this comment does not end');
        this.index = end + 2;
      } else if (this.match(lineComment) === undefined) return;
    }
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.index;
    const found = pattern.exec(this.text)?.[0];
    this.index += found?.length ?? 0;
    return found;
  }

  private expected(mark: string): UnreadableImport {
    const ended = this.index >= this.text.length;
    return ended
      ? this.fault(`le fichier finit avant « ${mark} »`, `the file ends before "${mark}"`)
      : this.fault(`« ${mark} » est attendu`, `"${mark}" is expected`);
  }

  private fault(fr: string, en: string): UnreadableImport {
    return unreadable(lineOf(this.text, this.index), fr, en);
  }
}
