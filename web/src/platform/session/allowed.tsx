import { type Action, can } from '@probant/shared/permissions';
import type { ReactNode } from 'react';

import { useSession } from './session.js';

/** Whether the role in the chosen organisation may do this; the same table decides in the API. */
export function useCan(action: Action): boolean {
  const { data: session } = useSession();
  return session?.role ? can(session.role, action) : false;
}

interface AllowedProps {
  readonly action: Action;
  readonly children: ReactNode;
  /** Shown instead to who may not; nothing by default. */
  readonly otherwise?: ReactNode;
}

export function Allowed({ action, children, otherwise = null }: AllowedProps): ReactNode {
  return useCan(action) ? children : otherwise;
}
