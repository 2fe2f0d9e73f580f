import type { FieldRefusal } from '@probant/shared/decision';
import { isFieldCode } from '@probant/shared/field-problems';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { validateDocument } from '@probant/shared/questionnaires/validate-document';
import { useEffect, useState } from 'react';

import { placeOf } from '../place-of-problem.js';
import type { PublishProblem } from '../use-questionnaires.js';
import { ofKnockout } from './use-place.js';

export interface Problems {
  readonly all: readonly FieldRefusal[];
  /** By key of the question, code of the theme for what is no question's, or name of the knock-out. */
  readonly counts: ReadonlyMap<string, number>;
  readonly of: (questionKey: string) => readonly FieldRefusal[];
  readonly ofKnockout: (id: string) => readonly FieldRefusal[];
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
    for (const key of keysOf(document, problem)) byKey.set(key, [...(byKey.get(key) ?? []), problem]);
  }
  return {
    all,
    counts: new Map([...byKey].map(([key, list]) => [key, list.length])),
    of: (key) => byKey.get(key) ?? [],
    ofKnockout: (id) => byKey.get(ofKnockout(id)) ?? [],
  };
}

/** Where it is told: a question that could be said not to apply is told at each knock-out that it decides as well. */
function keysOf(document: QuestionnaireDocument, { pointer, code }: FieldRefusal): readonly string[] {
  if (pointer === '/knockouts') return [ofKnockout('')];
  const place = placeOf(document, pointer);
  switch (place?.kind) {
    case undefined:
      return [];
    case 'knockout':
      return [ofKnockout(place.knockout.id)];
    case 'theme':
      return [place.theme.code];
    case 'question': {
      const { id, knockouts } = place.question;
      return code === 'knockout-question-not-applicable' ? [id, ...knockouts.map(ofKnockout)] : [id];
    }
  }
}
