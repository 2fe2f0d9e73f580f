import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface DrawnLinkProps {
  readonly to: string | undefined;
  /** What it is, in words: a drawing shows the number alone. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A part of a drawing that opens what it stands for. */
export function DrawnLink({ to, label, children }: DrawnLinkProps): ReactNode {
  const content = (
    <>
      <title>{label}</title>
      {children}
    </>
  );
  return to === undefined ? (
    <g>{content}</g>
  ) : (
    <Link to={to} aria-label={label}>
      {content}
    </Link>
  );
}
