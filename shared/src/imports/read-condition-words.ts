import { importBounds } from './import-bounds.js';

/** A condition as VSAQ writes it, its names not yet looked up. */
export type ConditionWords =
  | { readonly name: string }
  | { readonly all: readonly ConditionWords[] }
  | { readonly any: readonly ConditionWords[] }
  | { readonly not: ConditionWords };

export interface ReadCondition {
  readonly words: ConditionWords;
  /** && and || stand side by side without parentheses: VSAQ then goes from left to right, which few authors expect. */
  readonly mixed: boolean;
}

const token = /\s*(&&|\|\||[!()]|[^\s()!&|,"]+)\s*/y;

/** What `a && !(b || c/yes)` says; nothing for what is not such a condition, functions included. */
export function readConditionWords(text: string): ReadCondition | undefined {
  const tokens = splitTokens(text);
  if (tokens === undefined || tokens.length === 0) return undefined;
  const reader = new ConditionReader(tokens);
  const words = reader.readAll();
  return words === undefined ? undefined : { words, mixed: reader.mixed };
}

function splitTokens(text: string): readonly string[] | undefined {
  const tokens: string[] = [];
  for (let index = 0; index < text.length;) {
    token.lastIndex = index;
    const found = token.exec(text);
    if (found?.[1] === undefined) return undefined;
    tokens.push(found[1]);
    index += found[0].length;
  }
  return tokens;
}

class ConditionReader {
  mixed = false;
  private index = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly string[]) {}

  readAll(): ConditionWords | undefined {
    const words = this.readChain();
    return this.index === this.tokens.length ? words : undefined;
  }

  private readChain(): ConditionWords | undefined {
    let left = this.readTerm();
    let before: string | undefined;
    for (;;) {
      const operator = this.tokens[this.index];
      if (left === undefined || (operator !== '&&' && operator !== '||')) return left;
      this.mixed ||= before !== undefined && before !== operator;
      before = operator;
      this.index += 1;
      const right = this.readTerm();
      left = right === undefined ? undefined : join(left, operator, right);
    }
  }

  private readTerm(): ConditionWords | undefined {
    const next = this.tokens[this.index];
    this.index += 1;
    if (next === undefined || next === ')' || next === '&&' || next === '||') return undefined;
    if (next !== '!' && next !== '(') return { name: next };
    this.depth += 1;
    if (this.depth > importBounds.depth) return undefined;
    const inner = next === '!' ? this.readTerm() : this.readChain();
    this.depth -= 1;
    if (inner === undefined) return undefined;
    if (next === '!') return { not: inner };
    this.index += 1;
    return this.tokens[this.index - 1] === ')' ? inner : undefined;
  }
}

function join(left: ConditionWords, operator: '&&' | '||', right: ConditionWords): ConditionWords {
  if (operator === '&&') return { all: [...('all' in left ? left.all : [left]), right] };
  return { any: [...('any' in left ? left.any : [left]), right] };
}
