import { useEffect, useId, useState, useSyncExternalStore } from 'react';

import type { MatrixDocument } from '@probant/shared/scoring/risk-matrix';

import { createMatrixClient, type MatrixClient, type MatrixView } from './matrix-client.js';
import { createRowNames, type RowNames } from './row-names.js';
import { startMatrixWorker } from './start-matrix-worker.js';
import type { TrialWeights } from './use-trial.js';
import { loadRowNames, loadThemeRisks } from './use-weighing.js';

export interface UsedMatrix {
  readonly client: MatrixClient;
  readonly view: MatrixView;
  readonly names: RowNames;
}

interface MatrixUse {
  readonly bytes: Blob;
  readonly documents: readonly MatrixDocument[];
  readonly weights: TrialWeights;
  readonly published: TrialWeights;
  readonly most: number;
}

/** Everybody with these weights, worked out beside the page. */
export function useMatrix({ bytes, documents, weights, published, most }: MatrixUse): UsedMatrix {
  const [client] = useState(() => createMatrixClient({ start: startMatrixWorker, load: loadThemeRisks }));
  const [names] = useState(() => createRowNames(loadRowNames));
  const view = useSyncExternalStore(client.subscribe, client.read);
  useEffect(() => {
    client.open(bytes, documents);
    return client.close;
  }, [client, bytes, documents]);
  useEffect(() => {
    client.weigh(weights, published, most);
  }, [client, weights, published, most]);
  return { client, view, names };
}

/** Draws again when names come. */
export function useRowNames(names: RowNames, wanted: readonly number[]): RowNames {
  useSyncExternalStore(names.subscribe, names.version);
  const place = useId();
  const key = wanted.join();
  useEffect(() => {
    names.want(place, key === '' ? [] : key.split(',').map(Number));
  }, [names, place, key]);
  return names;
}
