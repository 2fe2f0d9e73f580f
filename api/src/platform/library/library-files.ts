import { readFileSync } from 'node:fs';

import type { ClauseRule } from '@probant/shared/contracts/clause-rules';
import type { ReplayCase } from '@probant/shared/library/case';
import type { Clause } from '@probant/shared/library/clause-library';
import type { PublishedPassage } from '@probant/shared/library/published-terms';
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

export function readClauseRules(): readonly ClauseRule[] {
  return readBuilt('clause-rules.json') as readonly ClauseRule[];
}

export function readCases(): readonly ReplayCase[] {
  return readBuilt('cases.json') as readonly ReplayCase[];
}

export function readPublishedTerms(): readonly PublishedPassage[] {
  return readBuilt('published-terms.json') as readonly PublishedPassage[];
}

function readBuilt(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, built), 'utf8'));
}
