import { IconBuilding, IconMapPin, IconMinus, IconPlus, IconSitemap, IconWorld } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import {
  type Board,
  type BoardNode,
  columns,
  columnStep,
  curveOf,
  layOut,
  nodeHeight,
  nodeWidth,
} from './board-layout.js';
import { concentrationTexts } from './concentration.texts.js';
import type { Graph } from './use-concentration.js';
import { margin, useView } from './use-view.js';

interface ConcentrationBoardProps {
  readonly graph: Graph;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}

/** The most shared, drawn: what is chosen stands out by its frame and its lines, and every name can be reached by keyboard. */
export function ConcentrationBoard({ graph, selected, onSelect }: ConcentrationBoardProps): ReactNode {
  const { t } = useTranslation(concentrationTexts);
  const board = useMemo(() => layOut(graph), [graph]);
  const { ref, view, reset, zoom, show, handlers } = useView(board);
  const near = useMemo(() => nearOf(board, selected), [board, selected]);
  return (
    <div>
      <div className="pb-conc-tools" role="group" aria-label={t('board')}>
        <button
          type="button"
          onClick={() => {
            zoom(1.25);
          }}
          aria-label={t('board.in')}
        >
          <IconPlus size={16} aria-hidden />
        </button>
        <button
          type="button"
          onClick={() => {
            zoom(0.8);
          }}
          aria-label={t('board.out')}
        >
          <IconMinus size={16} aria-hidden />
        </button>
        <button type="button" onClick={reset}>
          {t('board.fit')}
        </button>
      </div>
      <div
        ref={ref}
        className="pb-conc-board"
        style={{ height: board.height + 2 * margin }}
        role="group"
        aria-roledescription={t('view.graph')}
        aria-label={`${t('board')}. ${t('board.keys')}`}
        tabIndex={0}
        {...handlers}
      >
        <div
          className="pb-conc-sheet"
          style={{
            width: board.width,
            height: board.height,
            transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})`,
          }}
        >
          <Lines board={board} near={near} />
          {columns.map((column, index) => (
            <p
              key={column}
              className="pb-label pb-conc-head"
              style={{ left: index * columnStep, width: nodeWidth }}
            >
              {t(`column.${column}`)}
            </p>
          ))}
          {board.nodes.map((node) => (
            <NodeButton
              key={node.key}
              node={node}
              pressed={node.id === selected}
              dim={near !== null && !near.has(node.key)}
              onSelect={onSelect}
              onReach={show}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

/** What is chosen, with everything that a line leads to; null while nothing is. */
function nearOf({ nodes, edges }: Board, selected: string | null): ReadonlySet<string> | null {
  const own = nodes.filter(({ id }) => id === selected).map(({ key }) => key);
  if (own.length === 0) return null;
  const near = new Set(own);
  for (const { from, to } of edges) {
    if (from.id === selected) near.add(to.key);
    if (to.id === selected) near.add(from.key);
  }
  return near;
}

function Lines({
  board,
  near,
}: {
  readonly board: Board;
  readonly near: ReadonlySet<string> | null;
}): ReactNode {
  return (
    <svg width={board.width} height={board.height} aria-hidden>
      {board.edges.map((edge) => (
        <path
          key={edge.key}
          d={curveOf(edge)}
          strokeWidth={Math.min(6, 1 + edge.engagements)}
          data-far={near !== null && !(near.has(edge.from.key) && near.has(edge.to.key)) ? '' : undefined}
        />
      ))}
    </svg>
  );
}

const icons = { supplier: IconBuilding, actor: IconSitemap, place: IconMapPin, country: IconWorld } as const;

interface NodeButtonProps {
  readonly node: BoardNode;
  readonly pressed: boolean;
  readonly dim: boolean;
  readonly onSelect: (id: string) => void;
  readonly onReach: (node: BoardNode) => void;
}

function NodeButton({ node, pressed, dim, onSelect, onReach }: NodeButtonProps): ReactNode {
  const { t } = useTranslation(concentrationTexts);
  const Icon = icons[node.kind];
  return (
    <button
      type="button"
      className={`pb-conc-node pb-conc-${node.column}`}
      aria-pressed={pressed}
      data-dim={dim ? '' : undefined}
      style={{ left: node.x, top: node.y, width: nodeWidth, height: nodeHeight }}
      title={node.name}
      onClick={() => {
        onSelect(node.id);
      }}
      onFocus={(event) => {
        if (event.currentTarget.matches(':focus-visible')) onReach(node);
      }}
    >
      <Icon size={16} aria-hidden />
      <span className="pb-ellipsis">
        {node.name}
        <span className="pb-conc-count">
          {t(node.column === 'suppliers' ? 'count.suppliers' : 'count.shared', { count: node.count })}
          {node.outsideEea ? <span className="pb-conc-outside"> · {t('eea.outside')}</span> : null}
        </span>
      </span>
    </button>
  );
}
