import type { Weights } from '@probant/shared/scoring/answer';
import type { MatrixDocument } from '@probant/shared/scoring/risk-matrix';

import type { Comparison, MatrixReply, MatrixRows, MeasuredTheme, Tried } from './matrix-messages.js';
import type { MatrixThread, StartThread } from './start-matrix-worker.js';

/** What the page knows of the matrix; a new object whenever something changes. */
export interface MatrixView {
  readonly rows: MatrixRows | null;
  readonly tried: Tried | null;
  /** Of the weights tried, once they rest. */
  readonly measured: { readonly weights: Weights; readonly themes: readonly MeasuredTheme[] } | null;
  readonly compared: { readonly profiles: readonly Weights[]; readonly comparison: Comparison } | null;
  readonly outdated: boolean;
  /** Why the risks of the questions of a theme could not be loaded. */
  readonly error: unknown;
}

export interface MatrixClient {
  readonly subscribe: (listener: () => void) => () => void;
  readonly read: () => MatrixView;
  readonly open: (bytes: Blob, documents: readonly MatrixDocument[]) => void;
  /** The latest weights win: while some are being tried, those between are passed over. */
  readonly weigh: (weights: Weights, published: Weights, most: number) => void;
  readonly compare: (profiles: readonly Weights[]) => void;
  /** Loads again what could not be. */
  readonly retry: () => void;
  readonly close: () => void;
}

const nothing: MatrixView = {
  rows: null,
  tried: null,
  measured: null,
  compared: null,
  outdated: false,
  error: null,
};
const restMs = 250;

interface Wanted {
  readonly weights: Weights;
  readonly published: Weights;
  readonly most: number;
}

interface Sources {
  readonly start: StartThread;
  /** The risks of the questions of one theme. */
  readonly load: (theme: string) => Promise<Blob>;
}

/** Loads each theme once, until it is done or cleared. */
function createLoader(
  load: Sources['load'],
  onBytes: (theme: string, bytes: Blob) => void,
  onError: (error: unknown) => void,
) {
  const loading = new Map<string, object>();
  const loadAll = (themes: readonly string[]): void => {
    for (const theme of themes.filter((one) => !loading.has(one))) {
      const time = {};
      loading.set(theme, time);
      load(theme).then((bytes) => {
        // What was asked for before a new matrix is not of its rows.
        if (loading.get(theme) === time) onBytes(theme, bytes);
      }, onError);
    }
  };
  return {
    loadAll,
    done: (theme: string) => loading.delete(theme),
    clear: () => {
      loading.clear();
    },
    retry: () => {
      const themes = [...loading.keys()];
      loading.clear();
      loadAll(themes);
    },
  };
}

/** Between a page and the thread that weighs: one ranking is under way at a time, and the page has the last that came. */
export function createMatrixClient({ start, load }: Sources): MatrixClient {
  let view = nothing;
  let thread: MatrixThread | null = null;
  let wanted: Wanted | null = null;
  let underWay: Wanted | null = null;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let measuring: Weights | null = null;
  let comparing: readonly Weights[] | null = null;
  const listeners = new Set<() => void>();

  const show = (change: Partial<MatrixView>): void => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };
  const weighNext = (): void => {
    if (thread === null || view.rows === null || wanted === null || underWay !== null) return;
    underWay = wanted;
    thread.post({ kind: 'weigh', weights: wanted.weights, published: wanted.published });
  };
  const loader = createLoader(
    load,
    (theme, bytes) => thread?.post({ kind: 'columns', theme, bytes }),
    (error) => {
      show({ error });
    },
  );
  const measureAtRest = ({ weights, most }: Wanted): void => {
    clearTimeout(rest);
    rest = setTimeout(() => {
      measuring = weights;
      thread?.post({ kind: 'measure', weights, most });
    }, restMs);
  };
  const take = (reply: MatrixReply): void => {
    switch (reply.kind) {
      case 'opened':
        show({ rows: reply.rows });
        weighNext();
        break;
      case 'weighed': {
        const done = underWay;
        underWay = null;
        // The object that was handed in, so that a page knows its own weights again.
        show({ tried: done === null ? reply.tried : { ...reply.tried, weights: done.weights } });
        loader.loadAll(reply.tried.missing);
        if (wanted !== done) weighNext();
        else if (done !== null) measureAtRest(done);
        break;
      }
      case 'columns-read':
        loader.done(reply.theme);
        weighNext();
        if (comparing !== null) thread?.post({ kind: 'compare', profiles: comparing });
        break;
      case 'measured':
        show({ measured: { weights: measuring ?? reply.weights, themes: reply.themes } });
        break;
      case 'compared':
        show({ compared: { profiles: comparing ?? reply.profiles, comparison: reply.comparison } });
        loader.loadAll(reply.comparison.missing);
        break;
      case 'outdated':
        show({ outdated: true });
        break;
    }
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => view,
    open: (bytes, documents) => {
      const started = start((reply) => {
        if (thread === started) take(reply);
      });
      thread = started;
      started.post({ kind: 'open', bytes, documents });
    },
    weigh: (weights, published, most) => {
      wanted = { weights, published, most };
      clearTimeout(rest);
      weighNext();
    },
    compare: (profiles) => {
      comparing = profiles;
      thread?.post({ kind: 'compare', profiles });
    },
    retry: () => {
      show({ error: null });
      loader.retry();
    },
    close: () => {
      clearTimeout(rest);
      thread?.end();
      thread = null;
      underWay = null;
      loader.clear();
      view = nothing;
    },
  };
}
