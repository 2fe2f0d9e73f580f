import { addresses, answeringAddress, assessmentAddress, findingAddress } from '../addresses.js';
import type { OrganisationKind } from '../permissions.js';
import type { SearchKind } from './kinds.js';

export interface FoundPlace {
  readonly kind: SearchKind;
  readonly id: string;
  readonly assessmentId: string | null;
  /** Of a contact. */
  readonly supplierId: string | null;
  /** Of a question, an answer and a clarification. */
  readonly questionId: string | null;
}

/** The page on which what was found is read. */
export function hitAddress(
  side: OrganisationKind,
  { kind, id, assessmentId, supplierId, questionId }: FoundPlace,
): string {
  switch (kind) {
    case 'supplier':
      return `/suppliers/${id}`;
    case 'contact':
      return `/suppliers/${supplierId ?? ''}`;
    case 'engagement':
      return `/engagements/${id}`;
    case 'request':
      return answeringAddress(id);
    case 'question':
      return side === 'buyer'
        ? `/questionnaires/${id}${placeOf('q', questionId)}`
        : answeringAddress(assessmentId ?? '', questionId ?? '');
    case 'clarification':
      return side === 'buyer'
        ? assessmentAddress(assessmentId ?? '', questionId ?? '')
        : answeringAddress(assessmentId ?? '', questionId ?? '');
    case 'finding':
      return findingAddress(side, id);
    case 'answer':
    case 'piece':
      return side === 'buyer'
        ? reviewAddress(assessmentId, questionId)
        : assessmentId === null
          ? addresses.answering
          : answeringAddress(assessmentId, questionId ?? '');
  }
}

function reviewAddress(assessmentId: string | null, questionId: string | null): string {
  return `${addresses.assessment}/${assessmentId ?? ''}/review${placeOf('question', questionId)}`;
}

function placeOf(name: string, questionId: string | null): string {
  return questionId === null ? '' : `?${name}=${encodeURIComponent(questionId)}`;
}
