import { readFile } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { problem } from '@probant/shared/problems';
import { scoreCases } from '@probant/shared/scoring/score-case';

import { findDuplicateKey } from './duplicate-key.js';
import { readQuestionBank } from '../platform/library/library-files.js';

const usage = `Usage: probant score FILE.json
       probant score -            reads standard input

The file holds one case or an array of cases: {ctx, answers, weights?, factsOnly?, asOf?}. The results are printed in
the same form. Where no question is left there is no score: score, grade, base and confidence are null.
`;

export interface ScoreStreams {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** Scores cases against the question bank; gives the exit code: 0, or 2 when the input cannot be scored. */
export async function score(args: readonly string[], streams: ScoreStreams = process): Promise<number> {
  const [file, ...more] = args;
  if (file === '--help' || file === '-h') {
    streams.stdout.write(usage);
    return 0;
  }
  if (file === undefined || more.length > 0) {
    streams.stderr.write(usage);
    return 2;
  }
  const read = await readJson(file, streams.stdin);
  if ('fault' in read) {
    streams.stderr.write(`probant score: ${file}: ${read.fault}\n`);
    return 2;
  }
  const scored = scoreCases(readQuestionBank(), read.value);
  if (!scored.accepted) {
    const { errors = [] } = problem(scored.refusal, 'en');
    for (const { pointer, detail } of errors) {
      streams.stderr.write(
        `probant score: ${file}: ${pointer === '' ? '(whole input)' : pointer}: ${detail}\n`,
      );
    }
    return 2;
  }
  streams.stdout.write(`${JSON.stringify(scored.value, undefined, 2)}\n`);
  return 0;
}

async function readJson(
  file: string,
  stdin: Readable,
): Promise<{ readonly value: unknown } | { readonly fault: string }> {
  try {
    const bytes = file === '-' ? await buffer(stdin) : await readFile(file);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    const twice = findDuplicateKey(text);
    return twice === undefined ? { value } : { fault: `${twice}: this key is there twice.` };
  } catch (error) {
    // A file that is not there, bytes that are not UTF-8 and text that is not JSON are all the caller's to mend.
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
