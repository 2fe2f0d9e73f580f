import { type PointerEvent as ReactPointerEvent, useRef, useState } from 'react';

type RowKind = 'question' | 'theme' | 'knockout';
export type Dragged = { readonly kind: RowKind; readonly key: string };

/** A row of the outline under the pointer, and whether what is dragged would stand before or behind it. */
export interface DropPoint {
  readonly kind: RowKind;
  readonly key: string;
  readonly side: 'before' | 'behind';
}

export interface Drag {
  readonly dragged: Dragged | null;
  readonly over: DropPoint | null;
  readonly grip: (dragged: Dragged) => {
    readonly onPointerDown: (event: ReactPointerEvent<HTMLElement>) => void;
    readonly onPointerMove: (event: ReactPointerEvent<HTMLElement>) => void;
    readonly onPointerUp: (event: ReactPointerEvent<HTMLElement>) => void;
    readonly onPointerCancel: () => void;
  };
}

/** A pointer that trembles on a press drags nothing yet. */
const startPx = 4;
const edgePx = 40;

/** Rows of the outline dragged by their grip, with a mouse, a pen or a finger; rows say what they are in `data-row` and `data-key`. */
export function useDrag(onDrop: (dragged: Dragged, over: DropPoint) => void): Drag {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const [over, setOver] = useState<DropPoint | null>(null);
  const start = useRef<{ readonly y: number } | null>(null);
  const end = (): void => {
    start.current = null;
    setDragged(null);
    setOver(null);
  };
  return {
    dragged,
    over,
    grip: (one) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        start.current = { y: event.clientY };
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: (event) => {
        if (start.current === null) return;
        if (dragged === null && Math.abs(event.clientY - start.current.y) < startPx) return;
        if (dragged === null) setDragged(one);
        scrollAtEdge(event.currentTarget, event.clientY);
        setOver(findDrop(one, event));
      },
      onPointerUp: (event) => {
        const drop = start.current === null ? null : findDrop(one, event);
        if (dragged !== null && drop !== null) onDrop(one, drop);
        end();
      },
      onPointerCancel: end,
    }),
  };
}

/** Beside or in which rows each may be put. */
const landings: Readonly<Record<RowKind, readonly RowKind[]>> = {
  question: ['question', 'theme'],
  theme: ['theme'],
  knockout: ['knockout'],
};

function findDrop(
  dragged: Dragged,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): DropPoint | null {
  const rows = document.elementsFromPoint(clientX, clientY).flatMap((element) => {
    const row = element.closest<HTMLElement>('[data-row]');
    return row === null ? [] : [row];
  });
  const row = rows.find(({ dataset }) => landings[dragged.kind].some((kind) => kind === dataset['row']));
  const { key } = row?.dataset ?? {};
  if (row === undefined || key === undefined || key === dragged.key) return null;
  const { top, height } = row.getBoundingClientRect();
  const kind = landings[dragged.kind].find((one) => one === row.dataset['row']) ?? dragged.kind;
  return { kind, key, side: clientY < top + height / 2 ? 'before' : 'behind' };
}

function scrollAtEdge(element: HTMLElement, y: number): void {
  const list = element.closest<HTMLElement>('[data-scrolls]');
  if (list === null) return;
  const { top, bottom } = list.getBoundingClientRect();
  if (y < top + edgePx) list.scrollBy(0, -12);
  if (y > bottom - edgePx) list.scrollBy(0, 12);
}
