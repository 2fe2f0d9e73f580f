import {
  decideEquivalence,
  toLink,
  type EquivalenceLink,
} from '@probant/shared/questionnaires/decide-equivalence';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { judging, proposeEquivalence } from '@probant/shared/questionnaires/propose-equivalence';
import { relink } from '@probant/shared/questionnaires/relink';
import { useMemo, useState } from 'react';

interface Kept {
  readonly revision: number;
  readonly links: readonly EquivalenceLink[];
}

export interface EditedLinks {
  readonly links: readonly EquivalenceLink[];
  readonly judge: ReturnType<typeof judging>;
  /** How many differ from what is proposed. */
  readonly edited: number;
  readonly accepted: boolean;
  readonly relink: (from: string, to: readonly string[]) => void;
  readonly change: (link: EquivalenceLink, next: EquivalenceLink) => void;
  readonly reset: () => void;
}

/** What the author made of the proposal; it stays in this browser until the version is published or the draft moves on. */
export function useEditedLinks(
  questionnaireId: string,
  revision: number,
  before: QuestionnaireDocument,
  after: QuestionnaireDocument,
): EditedLinks {
  const keptAs = `probant.equivalence.${questionnaireId}`;
  const judge = useMemo(() => judging(before, after), [before, after]);
  const proposed = useMemo(() => proposeEquivalence(before, after).map(toLink), [before, after]);
  const [own, setOwn] = useState<readonly EquivalenceLink[] | null>(() => readKept(keptAs, revision));
  const links = own ?? proposed;
  const keep = (next: readonly EquivalenceLink[] | null): void => {
    setOwn(next);
    try {
      if (next === null) localStorage.removeItem(keptAs);
      else localStorage.setItem(keptAs, JSON.stringify({ revision, links: next } satisfies Kept));
    } catch {
      // Without room in the browser it lasts as long as the page.
    }
  };
  const known = new Set(proposed.map((link) => JSON.stringify(link)));
  return {
    links,
    judge,
    edited: links.filter((link) => !known.has(JSON.stringify(link))).length,
    accepted: useMemo(() => decideEquivalence(before, after, links).accepted, [before, after, links]),
    relink: (from, to) => {
      keep(relink(judge, links, from, to));
    },
    change: (link, next) => {
      keep(links.map((one) => (one === link ? next : one)));
    },
    reset: () => {
      keep(null);
    },
  };
}

/** Of another revision of the draft it speaks of other questions. */
function readKept(name: string, revision: number): readonly EquivalenceLink[] | null {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? 'null') as Kept | null;
    return kept?.revision === revision ? kept.links : null;
  } catch {
    return null;
  }
}
