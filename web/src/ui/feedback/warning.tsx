import './notice.css';

import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface WarningProps {
  readonly children: ReactNode;
  /** Buttons or a list under the words. */
  readonly more?: ReactNode;
}

/** Something is not as it should be, in our own words; `ProblemNotice` says it in those of a failure. */
export function Warning({ children, more }: WarningProps): ReactNode {
  return (
    <div className="pb-notice" role="alert">
      <IconAlertTriangle size={18} aria-hidden />
      <div className="pb-notice-body">
        <p className="pb-medium">{children}</p>
        {more}
      </div>
    </div>
  );
}
