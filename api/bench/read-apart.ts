import { fork } from 'node:child_process';
import path from 'node:path';

const reader = path.resolve(import.meta.dirname, '../../../bin/benching/read-import.mjs');

export interface ReadApart {
  readonly milliseconds: number;
  readonly questions: number;
  readonly residentBytes: number;
}

/** Reads a file in a process of its own: as the preview of an import does, or by the library of its format alone. */
export function readApart(
  file: string,
  how: 'preview' | 'xlsx-library' | 'yaml-library',
): Promise<ReadApart> {
  return new Promise((resolve, reject) => {
    const child = fork(reader, [file, how], { stdio: ['ignore', 2, 2, 'ipc'] });
    child.once('message', (message) => resolve(message as ReadApart));
    child.once('close', () => reject(new Error(`${path.basename(file)} was not read`)));
  });
}

/** Syllables at random, the same at every run: they pack as real words do. */
export function createWords(seed: number): (count: number) => string {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
  const consonants = 'bcdfglmnprstv';
  const syllable = (): string => `${consonants[next(13)] ?? ''}${'aeiou'[next(5)] ?? ''}`;
  const word = (): string => Array.from({ length: 1 + next(4) }, syllable).join('');
  return (count) => Array.from({ length: count }, word).join(' ');
}
