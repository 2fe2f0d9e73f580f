import './figures-view.css';

import type { ReactNode } from 'react';

import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { ExpiringChart } from './expiring-chart.js';
import { ExposureChart } from './exposure-chart.js';
import { KnockoutChart } from './knockout-chart.js';
import { MoversChart } from './movers-chart.js';
import { ProofMatrix } from './proof-matrix.js';
import { RiskMatrix } from './risk-matrix.js';
import { TrendChart } from './trend-chart.js';
import { type Summary, useOutlook } from './use-portfolio.js';

/** The portfolio as a board asks for it: where it stands, how it moved, what it rests on, what is ahead. */
export function FiguresView({ summary }: { readonly summary: Summary }): ReactNode {
  return (
    <div className="pb-figures-view">
      <TrendChart summary={summary} />
      <RiskMatrix summary={summary} />
      <ProofMatrix summary={summary} />
      <MoversChart summary={summary} />
      <KnockoutChart summary={summary} />
      <Ahead />
    </div>
  );
}

function Ahead(): ReactNode {
  const outlook = useOutlook();
  if (outlook.isPending) return <ListSkeleton rows={5} />;
  if (outlook.isError) return <ProblemNotice error={outlook.error} onRetry={outlook.refetch} />;
  return (
    <>
      <ExpiringChart outlook={outlook.data} />
      <ExposureChart outlook={outlook.data} />
    </>
  );
}
