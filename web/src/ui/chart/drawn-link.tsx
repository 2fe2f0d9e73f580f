import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface DrawnLinkProps {
  readonly to: string | undefined;
  /** What it is, in words: a drawing shows the number alone. */
  readonly label: string;
  /** The text that is drawn, whole or cut, is its name; the words are for who points at it. */
  readonly namesItself?: boolean;
  readonly children: ReactNode;
}

/** A part of a drawing that opens what it stands for. */
export function DrawnLink({ to, label, namesItself = false, children }: DrawnLinkProps): ReactNode {
  const content = (
    <>
      <title>{label}</title>
      {children}
    </>
  );
  return to === undefined ? (
    <g>{content}</g>
  ) : (
    <Link to={to} {...(namesItself ? {} : { 'aria-label': label })}>
      {content}
    </Link>
  );
}
