import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';

const built = path.dirname(
  path.dirname(createRequire(import.meta.url).resolve('@probant/shared/scoring/score-assessment')),
);

/** The published question bank, as the build of shared leaves it. */
export function readBank(): QuestionnaireDocument {
  return JSON.parse(
    fs.readFileSync(path.join(built, 'library', 'question-bank.json'), 'utf8'),
  ) as QuestionnaireDocument;
}
