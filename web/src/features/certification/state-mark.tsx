import type { ReactNode } from 'react';

import type { CoverageState } from './use-certification.js';

interface StateMarkProps {
  readonly state: CoverageState;
  readonly x: number;
  readonly y: number;
}

/** The sign of a state inside a drawing: told apart by its shape as well. */
export function StateMark({ state, x, y }: StateMarkProps): ReactNode {
  return (
    <g className="pb-cert-mark" data-state={state} transform={`translate(${x} ${y})`}>
      {state === 'other-scope' ? (
        <path className="pb-cert-mark-fill" d="M0-10l10 18h-20z" />
      ) : (
        <circle className="pb-cert-mark-fill" r={9} />
      )}
      <path className="pb-cert-mark-line" d={signs[state]} />
    </g>
  );
}

const signs: Readonly<Record<CoverageState, string>> = {
  covered: 'M-4 .4l2.8 2.8 5.2-5.6',
  'other-scope': 'M0-3v5M0 4.6v.4',
  none: 'M-4.6-4.6l9.2 9.2',
  'not-demonstrated': 'M-2.4-2.2a2.4 2.2 0 1 1 3.4 2c-.8.5-1 .8-1 1.6M0 4.6v.2',
  'not-performed': 'M-4 0h8',
};

/** The same among words. */
export function StateIcon({ state }: { readonly state: CoverageState }): ReactNode {
  return (
    <svg width={20} height={20} viewBox="-10 -10 20 20" aria-hidden>
      <StateMark state={state} x={0} y={0} />
    </svg>
  );
}
