import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';

import { type Questionnaire, useVersion } from './use-questionnaires.js';

/** Stands in the address for the draft, which has no id of its own. */
export const draftSide = 'draft';

export interface Sides {
  readonly from: string;
  readonly to: string;
}

/**
 * What the address asks for; else a version beside the one before it, the draft beside the last version when it has changed, or the
 * last two versions.
 */
export function chooseSides({ versions, changed }: Questionnaire, params: URLSearchParams): Sides {
  const ids = versions.map(({ id }) => id);
  const asked = (name: keyof Sides): string | undefined =>
    [draftSide, ...ids].find((side) => side === params.get(name));
  const to = asked('to') ?? (changed || ids.length < 2 ? draftSide : (ids[0] ?? draftSide));
  const before = ids[ids.indexOf(to) + 1] ?? draftSide;
  return { from: asked('from') ?? before, to };
}

export interface Compared {
  readonly document: QuestionnaireDocument | undefined;
  readonly error: unknown;
  readonly retry: () => void;
}

/** The document of a version, which never changes, or of the draft as it would be published. */
export function useCompared(questionnaire: Questionnaire, side: string): Compared {
  const isDraft = side === draftSide;
  const version = useVersion(questionnaire.id, side, !isDraft);
  return {
    document: isDraft ? questionnaire.document : version.data?.document,
    error: version.error,
    retry: () => void version.refetch(),
  };
}
