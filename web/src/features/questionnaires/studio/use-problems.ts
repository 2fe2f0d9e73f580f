import type { FieldRefusal } from '@probant/shared/decision';
import { isFieldCode } from '@probant/shared/field-problems';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { validateDocument } from '@probant/shared/questionnaires/validate-document';
import { useEffect, useState } from 'react';

import { placeOf } from '../place-of-problem.js';
import type { PublishProblem } from '../use-questionnaires.js';

export interface Problems {
  readonly all: readonly FieldRefusal[];
  /** By key of the question, or code of the theme for what is no question's. */
  readonly counts: ReadonlyMap<string, number>;
  readonly of: (questionKey: string) => readonly FieldRefusal[];
}

/** A thousand questions take longer than one stroke may. */
const pauseMs = 900;

/** What would keep the draft from being published, by the rule of publishing itself; looked at when typing pauses. */
export function useProblems(
  document: QuestionnaireDocument,
  told: { readonly document: QuestionnaireDocument; readonly problems: readonly PublishProblem[] },
): Problems {
  // What the server told of its own draft is known at once; only what was done since is looked at here.
  const [seen, setSeen] = useState(() => sortProblems(told.document, told.problems.filter(isRefusal)));
  useEffect(() => {
    const timer = setTimeout(() => {
      setSeen(findProblems(document));
    }, pauseMs);
    return () => {
      clearTimeout(timer);
    };
  }, [document]);
  return seen;
}

function findProblems(document: QuestionnaireDocument): Problems {
  const validated = validateDocument(document);
  return sortProblems(document, validated.accepted ? [] : (validated.refusal.errors ?? []));
}

function isRefusal(problem: PublishProblem): problem is PublishProblem & FieldRefusal {
  return isFieldCode(problem.code);
}

function sortProblems(document: QuestionnaireDocument, all: readonly FieldRefusal[]): Problems {
  const byKey = new Map<string, FieldRefusal[]>();
  for (const problem of all) {
    const place = placeOf(document, problem.pointer);
    const key = place?.question?.id ?? place?.theme.code;
    if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), problem]);
  }
  return {
    all,
    counts: new Map([...byKey].map(([key, list]) => [key, list.length])),
    of: (key) => byKey.get(key) ?? [],
  };
}
