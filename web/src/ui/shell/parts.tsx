import './parts.css';

import type { Action } from '@probant/shared/permissions';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { Link } from 'react-router';

import { useSession } from '../../platform/session/session.js';

interface Part {
  readonly path: string;
  readonly title: string;
  readonly action: Action;
  readonly current: boolean;
}

interface PartsProps {
  readonly label: string;
  readonly parts: readonly Part[];
}

/** The parts of a file as tabs, each a screen of its own; only those that the session may open, and none where there is one. */
export function Parts({ label, parts }: PartsProps): ReactNode {
  const { data: session } = useSession();
  const open = parts.filter(({ action }) => session?.permissions.includes(action));
  const bar = useRef<HTMLElement>(null);
  const current = open.find((part) => part.current)?.path;
  useLayoutEffect(() => {
    if (bar.current) showCurrent(bar.current);
  }, [current]);
  if (open.length < 2) return null;
  return (
    <nav ref={bar} className="pb-parts pb-no-print" aria-label={label}>
      <ul>
        {open.map(({ path, title, current: isCurrent }) => (
          <li key={path}>
            <Link to={path} aria-current={isCurrent ? 'page' : undefined}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Where the bar scrolls, on a narrow screen, the part being read stands in its middle. */
function showCurrent(bar: HTMLElement): void {
  const link = bar.querySelector<HTMLElement>('[aria-current]');
  if (link) bar.scrollLeft = link.offsetLeft - bar.offsetLeft - (bar.clientWidth - link.offsetWidth) / 2;
}
