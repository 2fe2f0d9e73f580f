import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import type { BenchResult } from './benchmark.js';
import { inTurn } from './measure.js';
import { createWords, readApart } from './read-apart.js';

export const name = 'import-yaml';

const requirements = 1_180;
const allowedBytes = 1_000_000_000;

/**
 * Time to open, parse and understand a CISO Assistant library of 2.9 MB as the preview of an import does, ÷ parsing it with the
 * library alone.
 */
export async function run(): Promise<BenchResult> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'probant-import-yaml-'));
  try {
    const file = path.join(folder, 'library.yaml');
    await writeFile(file, writeLibrary());
    const { size } = await stat(file);
    if (Math.abs(size - 2_900_000) > 100_000) throw new Error(`the library has ${size} bytes`);
    let most = 0;
    const { ours, yardstick } = await inTurn(
      3,
      async () => {
        const read = await readApart(file, 'preview');
        if (read.questions !== requirements) throw new Error(`${read.questions} questions were read`);
        most = Math.max(most, read.residentBytes);
        return read.milliseconds;
      },
      async () => (await readApart(file, 'yaml-library')).milliseconds,
    );
    if (most > allowedBytes) throw new Error(`${Math.round(most / 1_000_000)} MB were held`);
    return {
      value: ours,
      unit: `ms, ${Math.round(most / 1_000_000)} MB resident`,
      yardstick,
      ratio: ours / yardstick,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Requirements with a question of four choices each, in two languages, as the program writes them. */
function writeLibrary(): string {
  const words = createWords(20_261_128);
  const base = 'urn:intuitem:risk:req_node:bench';
  const nodes = Array.from({ length: requirements }, (_, index) => ({
    urn: `${base}:${index}`,
    assessable: true,
    depth: 1,
    ref_id: `R${index}`,
    name: words(6),
    description: words(60),
    translations: { en: { name: words(6), description: words(60) } },
    questions: {
      [`${base}:${index}:question:1`]: {
        type: 'unique_choice',
        text: words(20),
        choices: Array.from({ length: 4 }, (__, choice) => ({
          urn: `${base}:${index}:question:1:choice:${choice}`,
          value: words(4),
          add_score: 25 * choice,
          translations: { en: { value: words(4) } },
        })),
      },
    },
  }));
  const framework = { urn: 'urn:intuitem:risk:framework:bench', ref_id: 'bench', name: 'Bench' };
  return stringify({
    urn: 'urn:intuitem:risk:library:bench',
    locale: 'fr',
    ref_id: 'bench',
    name: 'Bench',
    version: 1,
    objects: { framework: { ...framework, requirement_nodes: nodes } },
  });
}
