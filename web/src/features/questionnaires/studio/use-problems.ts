import type { FieldRefusal } from '@probant/shared/decision';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { validateDocument } from '@probant/shared/questionnaires/validate-document';
import { useEffect, useState } from 'react';

import { placeOf } from '../place-of-problem.js';

export interface Problems {
  readonly all: readonly FieldRefusal[];
  /** By key of the question, or code of the theme for what is no question's. */
  readonly counts: ReadonlyMap<string, number>;
  readonly of: (questionKey: string) => readonly FieldRefusal[];
}

const pauseMs = 400;

/** What would keep the draft from being published, by the rule of publishing itself; looked at when typing pauses. */
export function useProblems(document: QuestionnaireDocument): Problems {
  const [seen, setSeen] = useState(() => findProblems(document));
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
  const all = validated.accepted ? [] : (validated.refusal.errors ?? []);
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
