import { importBounds, tooDeep } from '@probant/shared/imports/import-bounds';
import { unreadable } from '@probant/shared/imports/said';

import { runInThread, ThreadOverspent } from '../process/run-in-thread.js';

/** An alias costs a few bytes and stands for all that it names: beyond this many values the file is a trap. */
const maxValues = 2_000_000;

/** Libraries written by a program name each repeated list once and refer to it hundreds of times. */
const maxAliases = 10_000;

/** What a file of the largest size needs, and twice that. */
const maxMegabytes = 1_024;
const maxMilliseconds = 120_000;

const workerFile = new URL('../../../bin/yaml-worker.mjs', import.meta.url);

type Told =
  | { readonly value: unknown }
  | { readonly fault: { readonly why: Fault; readonly line: number; readonly message: string } };
type Fault = 'empty' | 'malformed' | 'several' | 'aliases' | 'deep' | 'many';

/**
 * The value of a YAML text, parsed beside the main thread; rejects with UnreadableImport and the line of what is wrong, or the
 * place of what is too large.
 */
export async function parseYaml(text: string, signal?: AbortSignal): Promise<unknown> {
  const workerData = { text, maxDepth: importBounds.depth, maxAliases, maxValues };
  let told: Told | undefined;
  try {
    await runInThread({
      file: workerFile,
      workerData,
      maxMegabytes,
      maxMilliseconds,
      signal,
      onMessage: (message) => {
        told = message as Told;
      },
    });
  } catch (error) {
    if (!(error instanceof ThreadOverspent)) throw error;
    throw unreadable(
      'YAML',
      'le fichier demande trop de temps ou de mémoire',
      'the file takes too much time or memory',
    );
  }
  if (told === undefined) throw new Error('the YAML was not parsed');
  if ('fault' in told) throw toUnreadable(told.fault);
  return told.value;
}

function toUnreadable({ why, line, message }: Extract<Told, { fault: unknown }>['fault']): Error {
  const where = line === 0 ? 'YAML' : `line ${line}`;
  switch (why) {
    case 'empty':
      return unreadable(where, 'le fichier est vide', 'the file is empty');
    case 'malformed':
      return unreadable(where, `YAML mal formé (${message})`, message);
    case 'several':
      return unreadable(
        where,
        'un seul document YAML par fichier est lu',
        'one YAML document per file is read',
      );
    case 'aliases':
      return unreadable(where, 'ses renvois YAML (« * ») ne mènent à rien ou sont trop nombreux', message);
    case 'deep':
      return tooDeep(where);
    case 'many':
      return unreadable(where, `plus de ${maxValues} valeurs`, `more than ${maxValues} values`);
  }
}
