import './identity.css';

import type { ReactNode } from 'react';

import { useDocumentTitle } from '../../platform/document-title.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { Warning } from '../../ui/feedback/warning.js';
import { Main } from '../../ui/shell/page.js';
import { isSpent, type TokenAddress } from './use-token-address.js';

interface DoorProps {
  readonly title: string;
  readonly intro: string;
  readonly children: ReactNode;
}

/** One small form in the middle of an empty page: reset, invitation, first administrator. */
export function Door({ title, intro, children }: DoorProps): ReactNode {
  useDocumentTitle(title);
  return (
    <Main>
      <div className="pb-bare pb-door">
        <div>
          <h1>{title}</h1>
          <p className="pb-soft">{intro}</p>
        </div>
        {children}
      </div>
    </Main>
  );
}

interface NoTokenProps {
  readonly title: string;
  readonly text: string;
  /** What is left to do: a link to where a new address is asked for. */
  readonly children?: ReactNode;
}

/** The page came without its one-time secret, or with one that is worth nothing any more. */
export function NoToken({ title, text, children }: NoTokenProps): ReactNode {
  return (
    <Warning
      more={
        <>
          <p className="pb-sm pb-soft">{text}</p>
          {children}
        </>
      }
    >
      {title}
    </Warning>
  );
}

interface TokenGateProps {
  readonly address: TokenAddress<unknown>;
  readonly missing: ReactNode;
  readonly spent: ReactNode;
  readonly children: ReactNode;
}

/** The form of a one-time address, once it is known that its secret still opens something. */
export function TokenGate({ address, missing, spent, children }: TokenGateProps): ReactNode {
  const { token, inspected } = address;
  if (token === '') return missing;
  if (inspected.isPending) return <TextSkeleton lines={4} />;
  if (!inspected.isError) return children;
  if (isSpent(inspected.error)) return spent;
  return <ProblemNotice error={inspected.error} onRetry={inspected.refetch} />;
}
