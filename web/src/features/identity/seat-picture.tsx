import type { ReactNode } from 'react';

export const seats = ['buyer', 'supplier', 'risk-manager'] as const;
export type Seat = (typeof seats)[number];

const pictures: Record<Seat, () => ReactNode> = { buyer: Axis, supplier: Answers, 'risk-manager': Heat };

/** A small drawing of what the seat works on; the words beside it say the same. */
export function SeatPicture({ seat }: { readonly seat: Seat }): ReactNode {
  const Picture = pictures[seat];
  return (
    <svg className="pb-seat-picture" width="120" height="44" viewBox="0 0 120 44" aria-hidden="true">
      <Picture />
    </svg>
  );
}

function Axis(): ReactNode {
  const bands = [
    { grade: 'a', x: 0, width: 23 },
    { grade: 'b', x: 24, width: 17 },
    { grade: 'c', x: 42, width: 17 },
    { grade: 'd', x: 60, width: 23 },
    { grade: 'e', x: 84, width: 35 },
  ];
  return (
    <>
      {bands.map(({ grade, x, width }) => (
        <rect key={grade} x={x} y="18" width={width} height="10" fill={`var(--pb-grade-${grade})`} />
      ))}
      <rect x="58.5" y="6" width="3" height="32" fill="var(--pb-verm)" />
      <path d="M37 15l-5-7h10z" fill="var(--pb-ink)" />
    </>
  );
}

function Answers(): ReactNode {
  return [88, 96, 64, 78].map((width, row) => {
    const chosen = row === 1;
    const y = 6 + row * 11;
    return (
      <g key={width}>
        <circle
          cx="8"
          cy={y}
          r="3.5"
          fill={chosen ? 'var(--pb-blue)' : 'none'}
          stroke={chosen ? 'var(--pb-blue)' : 'var(--pb-line-strong)'}
          strokeWidth="1.5"
        />
        <rect
          x="18"
          y={y - 2}
          width={width}
          height="4"
          fill={chosen ? 'var(--pb-blue-line)' : 'var(--pb-line)'}
        />
      </g>
    );
  });
}

function Heat(): ReactNode {
  return ['edcbba', 'dcbbaa', 'ddccba', 'cbbaaa'].flatMap((row, y) =>
    row
      .split('')
      .map((grade, x) => (
        <rect
          key={`${y}-${x}`}
          x={x * 20}
          y={1 + y * 11}
          width="19"
          height="10"
          rx="1"
          fill={`var(--pb-grade-${grade})`}
        />
      )),
  );
}
