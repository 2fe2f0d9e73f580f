import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useRef, useState } from 'react';

import { useWidth } from '../../ui/ageing/use-width.js';
import { type Board, type BoardNode, nodeHeight, nodeWidth } from './board-layout.js';

interface BoardView {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** Below the least, names are not read any more: one moves over the board instead. */
const limits = { least: 0.4, readable: 0.75, most: 2 } as const;
const step = 60;
const factor = 1.25;
export const margin = 12;

/** Where one looks at the board: moved by dragging and by arrows, zoomed by keys and by the wheel with Ctrl. */
export function useView(board: Board) {
  const [measure, width] = useWidth();
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  // Nothing moved it yet: it follows the width of the screen.
  const [moved, setMoved] = useState<BoardView | null>(null);
  const grabbed = useRef<{ readonly x: number; readonly y: number; readonly view: BoardView } | null>(null);
  const fitted = fit(board, width);
  const view = moved ?? fitted;
  const ref = useCallback(
    (element: HTMLDivElement | null) => {
      setFrame(element);
      return measure(element);
    },
    [measure],
  );
  const zoom = (by: number): void => {
    const scale = clamp(view.scale * by);
    const ratio = scale / view.scale;
    setMoved({ x: view.x * ratio, y: view.y * ratio, scale });
  };
  const zoomed = useRef(zoom);
  useEffect(() => {
    zoomed.current = zoom;
  });
  useEffect(() => {
    if (frame === null) return undefined;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoomed.current(event.deltaY < 0 ? factor : 1 / factor);
    };
    // React listens passively to the wheel: the page would zoom as well.
    frame.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      frame.removeEventListener('wheel', onWheel);
    };
  }, [frame]);

  return {
    ref,
    view,
    reset: () => {
      setMoved(null);
    },
    zoom,
    /** What is reached by keyboard comes into sight. */
    show: ({ x, y }: BoardNode) => {
      if (frame === null) return;
      frame.scrollTo(0, 0);
      const [left, top] = [x * view.scale + view.x, y * view.scale + view.y];
      const right = frame.clientWidth - nodeWidth * view.scale - margin;
      const bottom = frame.clientHeight - nodeHeight * view.scale - margin;
      setMoved({
        ...view,
        x: view.x + Math.max(0, -left) - Math.max(0, left - right),
        y: view.y + Math.max(0, -top) - Math.max(0, top - bottom),
      });
    },
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        if (event.target instanceof Element && event.target.closest('button') !== null) return;
        grabbed.current = { x: event.clientX, y: event.clientY, view };
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: (event: PointerEvent) => {
        const from = grabbed.current;
        if (from === null) return;
        setMoved({
          ...from.view,
          x: from.view.x + event.clientX - from.x,
          y: from.view.y + event.clientY - from.y,
        });
      },
      onPointerUp: () => {
        grabbed.current = null;
      },
      // A finger that moves up or down scrolls the page.
      onPointerCancel: () => {
        grabbed.current = null;
      },
      onKeyDown: (event: KeyboardEvent) => {
        const next = keyed(view, event.key);
        if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        if (typeof next === 'number') zoom(next);
        else setMoved(next);
      },
    },
  };
}

function keyed(view: BoardView, key: string): BoardView | number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return { ...view, x: view.x + step };
    case 'ArrowRight':
      return { ...view, x: view.x - step };
    case 'ArrowUp':
      return { ...view, y: view.y + step };
    case 'ArrowDown':
      return { ...view, y: view.y - step };
    case '+':
      return factor;
    case '-':
      return 1 / factor;
    default:
      return undefined;
  }
}

function fit(board: Board, width: number): BoardView {
  if (width === 0) return { x: 0, y: 0, scale: 1 };
  const scale = Math.min(1, Math.max(limits.readable, (width - 2 * margin) / board.width));
  return { x: Math.max(0, (width - 2 * margin - board.width * scale) / 2), y: 0, scale };
}

function clamp(scale: number): number {
  return Math.min(limits.most, Math.max(limits.least, scale));
}
