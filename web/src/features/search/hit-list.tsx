import { hitAddress } from '@probant/shared/search/hit-address';
import type { SearchKind } from '@probant/shared/search/kinds';
import type { Segment } from '@probant/shared/search/segments';
import type { KeyboardEvent, ReactNode } from 'react';
import { Link } from 'react-router';

import { useSignedIn } from '../../platform/session/session.js';
import type { Hit } from './use-search.js';

interface HitListProps {
  readonly kind: SearchKind;
  readonly label: string;
  readonly hits: readonly Hit[];
}

export function HitList({ kind, label, hits }: HitListProps): ReactNode {
  const side = useSignedIn().organisation?.kind ?? 'buyer';
  return (
    <ol className="pb-found-list" aria-label={label}>
      {hits.map((hit) => (
        <li key={`${hit.id}/${hit.assessmentId ?? ''}/${hit.questionId ?? ''}`}>
          <Link className="pb-found-link" to={hitAddress(side, { ...hit, kind })}>
            <Marked segments={hit.title} />
          </Link>
          {hit.context === '' ? null : <p className="pb-found-context">{hit.context}</p>}
          {hit.excerpt.length === 0 ? null : (
            <p className="pb-found-excerpt">
              <Marked segments={hit.excerpt} />
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function Marked({ segments }: { readonly segments: readonly Segment[] }): ReactNode {
  return segments.map(({ text, match }, place) =>
    match ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
  );
}

/** From the field into the results and from one to the next, across kinds; up from the first leads back to the field. */
export function walkHits(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const stops = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('input[type="search"], .pb-found-link'),
  ];
  const here = stops.findIndex((stop) => stop === document.activeElement);
  const next = stops[here + step];
  if (here < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}
