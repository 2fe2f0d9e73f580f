import { buyerNode, contractsOf } from '@probant/shared/certifications/chain';
import { Button } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { edgePath, neighbourOf, placeNodes, type Point } from './board-geometry.js';
import { openBoard, type Board, type BoardView } from './board-moves.js';
import { keepPlaces, keptPlaces } from './board-places.js';
import { chainNames, stateOfActor } from './chain-words.js';
import { certificationTexts } from './certification.texts.js';
import { StateIcon } from './state-mark.js';
import type { Certification } from './use-certification.js';

interface ChainBoardProps {
  readonly engagementId: string;
  readonly certification: Certification;
  /** Opens the company; nothing for the buyer itself. */
  readonly onOpen: (actorId: string) => void;
}

const arrows = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const;
type Arrow = (typeof arrows)[number];
const nudges: Readonly<Record<Arrow, Point>> = {
  ArrowUp: { x: 0, y: -24 },
  ArrowDown: { x: 0, y: 24 },
  ArrowLeft: { x: -24, y: 0 },
  ArrowRight: { x: 24, y: 0 },
};

/** Who has whom work, to be moved about: the drawing of the chain. */
export function ChainBoard({ engagementId, certification, onOpen }: ChainBoardProps): ReactNode {
  const { t } = useTranslation(certificationTexts);
  const { chain, coverage, regulated } = certification;
  const names = chainNames(certification, t);
  const [current, setCurrent] = useState<string>(buyerNode);
  const frame = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const board = useRef<Board>(undefined);
  const [view] = useState<BoardView>(() => ({ x: 24, y: 24, scale: 1 }));
  const edges = useMemo(() => edgesOf(certification), [certification]);
  const [places, setPlaces] = useState(() => placed(chain, engagementId));
  const [drawn, setDrawn] = useState(chain);
  if (drawn !== chain) {
    setDrawn(chain);
    setPlaces(placed(chain, engagementId));
  }

  useEffect(() => {
    if (!frame.current || !layer.current) return undefined;
    const opened = openBoard(frame.current, layer.current, { edges, places }, view, () => {
      keepPlaces(engagementId, places);
    });
    board.current = opened;
    return opened.close;
  }, [edges, places, view, engagementId]);

  const walk = (event: KeyboardEvent): void => {
    const arrow = arrows.find((one) => one === event.key);
    if (arrow === undefined) return;
    event.preventDefault();
    if (event.altKey) {
      board.current?.nudge(current, nudges[arrow]);
      return;
    }
    const next = neighbourOf(places, current, arrow);
    if (next === undefined) return;
    setCurrent(next);
    board.current?.show(next);
    layer.current?.querySelector<HTMLElement>(`[data-node="${next}"]`)?.focus({ preventScroll: true });
  };
  return (
    <section className="pb-stack" aria-label={t('chain.label')}>
      <div className="pb-between pb-wrap">
        <p className="pb-xs pb-muted pb-grow">{t('chain.help')}</p>
        <BoardTools
          zoom={(factor) => board.current?.zoom(factor)}
          onReset={() => {
            keepPlaces(engagementId, new Map());
            Object.assign(view, { x: 24, y: 24, scale: 1 });
            setPlaces(placed(chain, engagementId));
          }}
        />
      </div>
      <div ref={frame} className="pb-cert-board" data-regulated={regulated}>
        <div ref={layer} className="pb-cert-layer" onKeyDown={walk}>
          <svg className="pb-cert-edges" width={1} height={1} aria-hidden>
            {edges.map(({ from, to }) => (
              <path
                key={`${from} ${to}`}
                data-edge
                data-direct={from === buyerNode && to !== chain.holderId}
                d={edgePath(places.get(from) ?? origin, places.get(to) ?? origin)}
              />
            ))}
          </svg>
          {[buyerNode, ...chain.actors.map(({ id }) => id)].map((id) => {
            const state = stateOfActor(coverage, id);
            const { x, y } = places.get(id) ?? origin;
            const told = {
              name: names.nameOf(id),
              role: names.roleOf(id),
              state: state === null ? t('chain.quiet') : t(`state.${state}`),
            };
            return (
              <button
                key={id}
                type="button"
                data-node={id}
                data-state={state}
                className="pb-cert-node"
                style={{ transform: `translate3d(${x}px, ${y}px, 0)` }}
                tabIndex={id === current ? 0 : -1}
                onFocus={() => {
                  setCurrent(id);
                }}
                onClick={() => {
                  if (id !== buyerNode) onOpen(id);
                }}
              >
                {state === null ? null : <StateIcon state={state} />}
                <span>
                  <span className="pb-cert-node-name">{told.name}</span>
                  <span className="pb-cert-node-role">{told.role}</span>
                  <span className="pb-hidden">{told.state}</span>
                </span>
              </button>
            );
          })}
        </div>
      </div>
    </section>
  );
}

const origin: Point = { x: 0, y: 0 };

/** Contracts as stated, and those of the buyer's other engagements with somebody of the chain. */
function edgesOf({
  chain,
  blockers,
}: Certification): readonly { readonly from: string; readonly to: string }[] {
  const stated = contractsOf(chain);
  const known = new Set(stated.map(({ from, to }) => `${from} ${to}`));
  const beside = blockers.flatMap(({ kind, actorId }) =>
    kind === 'direct' && actorId !== null && !known.has(`${buyerNode} ${actorId}`)
      ? [{ from: buyerNode, to: actorId }]
      : [],
  );
  return [...stated, ...beside];
}

/** As this browser left them; whoever is new stands where the layout puts them. */
function placed(chain: Certification['chain'], engagementId: string): Map<string, Point> {
  return new Map([...placeNodes(chain), ...keptPlaces(engagementId)]);
}

function BoardTools({
  zoom,
  onReset,
}: {
  readonly zoom: (factor: number) => void;
  readonly onReset: () => void;
}): ReactNode {
  const { t } = useTranslation(certificationTexts);
  return (
    <div className="pb-row pb-no-print">
      <Button
        size="xs"
        onClick={() => {
          zoom(1 / 1.25);
        }}
        aria-label={t('chain.out')}
      >
        −
      </Button>
      <Button
        size="xs"
        onClick={() => {
          zoom(1.25);
        }}
        aria-label={t('chain.in')}
      >
        +
      </Button>
      <Button size="xs" onClick={onReset}>
        {t('chain.reset')}
      </Button>
    </div>
  );
}
