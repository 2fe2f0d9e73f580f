import { readFileSync } from 'node:fs';

import type { ReplayCase } from '@probant/shared/library/case';
import type { Clause } from '@probant/shared/library/clause-library';
import type { Teachings } from '@probant/shared/library/teachings';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';

/** The library as the build of shared leaves it: JSON that was checked when it was written. */
const built = new URL('../../../../shared/dist/library/', import.meta.url);

export function readQuestionBank(): QuestionnaireDocument {
  return readBuilt('question-bank.json') as QuestionnaireDocument;
}

export function readClauseLibrary(): readonly Clause[] {
  return readBuilt('clause-library.json') as readonly Clause[];
}

export function readTeachings(): Teachings {
  return readBuilt('lessons.json') as Teachings;
}

export function readCases(): readonly ReplayCase[] {
  return readBuilt('cases.json') as readonly ReplayCase[];
}

function readBuilt(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, built), 'utf8'));
}
