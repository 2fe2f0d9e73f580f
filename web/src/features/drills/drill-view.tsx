import './drills.css';

import type { Drill } from '@probant/shared/drills/drill';
import { measureDrill } from '@probant/shared/drills/metrics';
import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DrillTable } from './drill-table.js';
import { DrillTimeline } from './drill-timeline.js';
import { drillTexts } from './drills.texts.js';
import { LimitTable } from './limit-table.js';
import { MetricStrip } from './metric-strip.js';

/** What the model clause CL-12 gives to tell the customer of a detection. */
const modelHours = 4;

interface DrillViewProps {
  readonly drill: Drill;
  /** Whether a model clause may be laid beside the contract. */
  readonly simulates?: boolean;
  /** The level of the headings inside. */
  readonly level?: 2 | 3;
}

/** A drill as it was carried out: what was measured, the timeline to scale, the table, and the contract's limits. */
export function DrillView({ drill, simulates = false, level = 3 }: DrillViewProps): ReactNode {
  const { t } = useTranslation(drillTexts);
  const [view, setView] = useState(simulates ? 'simulated' : 'contract');
  const metrics = useMemo(() => measureDrill(drill), [drill]);
  return (
    <div className="pb-drill">
      <MetricStrip metrics={metrics} />
      {simulates ? (
        <div className="pb-row pb-wrap pb-drill-choice">
          <span className="pb-sm pb-muted" aria-hidden>
            {t('view.label')}
          </span>
          <SegmentedControl
            size="xs"
            aria-label={t('view.label')}
            value={view}
            onChange={setView}
            data={[
              { value: 'contract', label: t('view.contract') },
              { value: 'simulated', label: t('view.simulated') },
            ]}
          />
        </div>
      ) : null}
      <DrillTimeline
        drill={drill}
        metrics={metrics}
        simulatedHours={view === 'simulated' ? modelHours : null}
      />
      <details className="pb-drill-details">
        <summary>{t('table')}</summary>
        <DrillTable drill={drill} metrics={metrics} />
      </details>
      <LimitTable limits={drill.limits} metrics={metrics} level={level} />
    </div>
  );
}
