/** A run of a text beside another: in both, only in the first, only in the second. */
export interface WordSpan {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A word, a run of spaces, or any other sign. */
const tokens = /[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu;

/** Texts beyond it are shown as replaced whole: the table that compares them would hold millions of cells. */
const maxCells = 4_000_000;

/** What of the first text became what of the second, word by word; removed stands before added. */
export function diffWords(before: string, after: string): readonly WordSpan[] {
  const [one, other] = [before.match(tokens) ?? [], after.match(tokens) ?? []];
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  let end = 0;
  const shortest = Math.min(one.length, other.length) - start;
  while (end < shortest && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const middle = align(one.slice(start, one.length - end), other.slice(start, other.length - end));
  const head = one.slice(0, start).map((text): WordSpan => ({ kind: 'same', text }));
  const tail = one.slice(one.length - end).map((text): WordSpan => ({ kind: 'same', text }));
  return gather([...head, ...middle, ...tail]);
}

/** The longest common run of tokens stays; the rest went or came. */
function align(one: readonly string[], other: readonly string[]): WordSpan[] {
  const width = other.length + 1;
  if (one.length * other.length > maxCells || one.length === 0 || other.length === 0) {
    return [...one.map(removed), ...other.map(added)];
  }
  const common = new Uint16Array((one.length + 1) * width);
  const at = (row: number, column: number): number => common[row * width + column] ?? 0;
  for (let row = one.length - 1; row >= 0; row -= 1) {
    for (let column = other.length - 1; column >= 0; column -= 1) {
      common[row * width + column] =
        one[row] === other[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const spans: WordSpan[] = [];
  let [row, column] = [0, 0];
  while (row < one.length && column < other.length) {
    const [first = '', second = ''] = [one[row], other[column]];
    if (first === second) {
      spans.push({ kind: 'same', text: first });
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) {
      spans.push(removed(first));
      row += 1;
    } else {
      spans.push(added(second));
      column += 1;
    }
  }
  return [...spans, ...one.slice(row).map(removed), ...other.slice(column).map(added)];
}

function removed(text: string): WordSpan {
  return { kind: 'removed', text };
}

function added(text: string): WordSpan {
  return { kind: 'added', text };
}

/** Neighbours become one run; a space alone between two changes belongs to both, or every word would stand by itself. */
function gather(spans: readonly WordSpan[]): readonly WordSpan[] {
  const runs: WordSpan[] = [];
  let [gone, come] = ['', ''];
  const close = (): void => {
    if (gone !== '') runs.push(removed(gone));
    if (come !== '') runs.push(added(come));
    [gone, come] = ['', ''];
  };
  spans.forEach(({ kind, text }, index) => {
    if (kind === 'removed') gone += text;
    else if (kind === 'added') come += text;
    else if (text.trim() === '' && gone !== '' && come !== '' && changesSoon(spans, index)) {
      gone += text;
      come += text;
    } else {
      close();
      const last = runs.at(-1);
      if (last?.kind === 'same') runs[runs.length - 1] = { kind, text: last.text + text };
      else runs.push({ kind, text });
    }
  });
  close();
  return runs;
}

function changesSoon(spans: readonly WordSpan[], index: number): boolean {
  const next = spans[index + 1];
  return next !== undefined && next.kind !== 'same';
}
