import type { Action } from '@probant/shared/permissions';
import type { ReactNode } from 'react';

import { useSession } from './session.js';

/** Whether the roles held in the chosen organisation allow this; the API says so and decides again on every call. */
export function useCan(action: Action): boolean {
  const { data: session } = useSession();
  return session?.permissions.includes(action) ?? false;
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
