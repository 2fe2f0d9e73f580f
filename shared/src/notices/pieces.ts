import type { OrganisationKind } from '../permissions.js';
import { isSent, type NoticeState } from './lifecycle.js';

/** What a file stands for in a notice. */
export const pieceRoles = ['breach', 'posting', 'receipt', 'cure', 'data-return'] as const;
export type PieceRole = (typeof pieceRoles)[number];

/** Who may add what, and when: proof before the letter leaves, what the post gave back after, the cure by the supplier. */
export function mayAddPiece(side: OrganisationKind, role: PieceRole, state: NoticeState): boolean {
  if (side === 'supplier') return role === 'cure' && isSent(state) && state !== 'withdrawn';
  if (role === 'breach') return !isSent(state);
  if (role === 'cure') return false;
  if (role === 'data-return')
    return state === 'terminated' || state === 'effective' || state === 'data-returned';
  return isSent(state) && state !== 'withdrawn';
}
