import { edgePath, type Point } from './board-geometry.js';

export interface BoardModel {
  readonly edges: readonly { readonly from: string; readonly to: string }[];
  /** Where everybody stands now; moving somebody changes it. */
  readonly places: Map<string, Point>;
}

interface Drag {
  /** null: the background. */
  readonly id: string | null;
  readonly start: Point;
  readonly from: Point;
  at: Point;
  moved: boolean;
  /** The frame that was asked for; 0 for none. */
  frame: number;
}

/** Where the view is, kept while the content changes. */
export interface BoardView {
  x: number;
  y: number;
  scale: number;
}

export interface Board {
  readonly zoom: (factor: number) => void;
  /** Moves one and brings it into view. */
  readonly nudge: (id: string, by: Point) => void;
  readonly show: (id: string) => void;
  readonly close: () => void;
}

const scales = { min: 0.25, max: 1.6 } as const;
/** Less is a click. */
const slack = 4;

/**
 * Pan and drag without drawing anything again: the background moves as one layer, whoever is dragged as another, and only their own
 * contracts are traced anew. At most once a frame, whatever the pointer sends.
 */
export function openBoard(
  frame: HTMLElement,
  layer: HTMLElement,
  model: BoardModel,
  view: BoardView,
  onMoved: () => void,
): Board {
  const nodes = new Map(
    [...layer.querySelectorAll<HTMLElement>('[data-node]')].map((one) => [one.dataset['node'] ?? '', one]),
  );
  const paths = [...layer.querySelectorAll<SVGPathElement>('[data-edge]')];
  const edgesOf = new Map<string, number[]>();
  for (const [index, { from, to }] of model.edges.entries()) {
    for (const id of [from, to]) edgesOf.set(id, [...(edgesOf.get(id) ?? []), index]);
  }
  let current: Drag | undefined;

  const showView = (): void => {
    layer.style.transform = `translate3d(${view.x}px, ${view.y}px, 0) scale(${view.scale})`;
  };
  const placeNode = (id: string, point: Point): void => {
    model.places.set(id, point);
    const node = nodes.get(id);
    if (node) node.style.transform = `translate3d(${point.x}px, ${point.y}px, 0)`;
    for (const index of edgesOf.get(id) ?? []) {
      const edge = model.edges[index];
      const from = model.places.get(edge?.from ?? '');
      const to = model.places.get(edge?.to ?? '');
      if (from && to) paths[index]?.setAttribute('d', edgePath(from, to));
    }
  };
  const apply = (): void => {
    if (!current) return;
    current.frame = 0;
    const by = { x: current.at.x - current.start.x, y: current.at.y - current.start.y };
    if (current.id === null) {
      view.x = current.from.x + by.x;
      view.y = current.from.y + by.y;
      showView();
    } else {
      placeNode(current.id, { x: current.from.x + by.x / view.scale, y: current.from.y + by.y / view.scale });
    }
  };
  const begin = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const node = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-node]') : null;
    const id = node?.dataset['node'] ?? null;
    const at = { x: event.clientX, y: event.clientY };
    const from = id === null ? { x: view.x, y: view.y } : model.places.get(id);
    if (from) current = { id, start: at, from, at, moved: false, frame: 0 };
  };
  const move = (event: PointerEvent): void => {
    if (!current) return;
    current.at = { x: event.clientX, y: event.clientY };
    const far = Math.abs(current.at.x - current.start.x) + Math.abs(current.at.y - current.start.y);
    if (!current.moved && far < slack) return;
    if (!current.moved) frame.setPointerCapture(event.pointerId);
    current.moved = true;
    if (current.frame === 0) current.frame = requestAnimationFrame(apply);
  };
  const end = (): void => {
    if (!current) return;
    if (current.frame !== 0) {
      cancelAnimationFrame(current.frame);
      apply();
    }
    const { moved, id } = current;
    current = undefined;
    if (moved && id !== null) onMoved();
    if (moved) frame.addEventListener('click', swallow, { capture: true, once: true });
    // Released outside of everything, no click follows.
    setTimeout(() => {
      frame.removeEventListener('click', swallow, { capture: true });
    });
  };
  const close = listen(frame, begin, move, end);
  showView();

  const show = (id: string): void => {
    const place = model.places.get(id);
    if (!place) return;
    const margin = 24;
    const [width, height] = [frame.clientWidth, frame.clientHeight];
    const [left, top] = [place.x * view.scale + view.x, place.y * view.scale + view.y];
    if (left < margin || left > width - 240 * view.scale) view.x = width / 3 - place.x * view.scale;
    if (top < margin || top > height - 80 * view.scale) view.y = height / 3 - place.y * view.scale;
    showView();
  };
  return {
    show,
    nudge: (id, by) => {
      const place = model.places.get(id);
      if (!place) return;
      placeNode(id, { x: place.x + by.x, y: place.y + by.y });
      show(id);
      onMoved();
    },
    zoom: (factor) => {
      const next = Math.min(Math.max(view.scale * factor, scales.min), scales.max);
      const [cx, cy] = [frame.clientWidth / 2, frame.clientHeight / 2];
      view.x = cx - ((cx - view.x) / view.scale) * next;
      view.y = cy - ((cy - view.y) / view.scale) * next;
      view.scale = next;
      showView();
    },
    close,
  };
}

/** Returns what takes the listeners away again. */
function listen(
  frame: HTMLElement,
  begin: (event: PointerEvent) => void,
  move: (event: PointerEvent) => void,
  end: () => void,
): () => void {
  const leaving = new AbortController();
  const { signal } = leaving;
  frame.addEventListener('pointerdown', begin, { signal });
  frame.addEventListener('pointermove', move, { signal });
  frame.addEventListener('pointerup', end, { signal });
  frame.addEventListener('pointercancel', end, { signal });
  return () => {
    leaving.abort();
  };
}

/** What ends a drag is no click on whoever was dragged. */
function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}
