import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';

import { api } from '../../platform/api/client.js';
import { editsBy, leaveAll, withEdit, type EditsByPlace } from './item-edits.js';
import { importKey, type Import, type ItemEdit, type Wish } from './use-imports.js';

export interface WishState {
  readonly edits: EditsByPlace;
  readonly given: Wish['given'];
  readonly pending: boolean;
  readonly keptAt: number | null;
  readonly problem: unknown;
  readonly edit: (edit: ItemEdit) => void;
  /** Leaves items out together, or takes them back. */
  readonly leave: (items: readonly Pick<ItemEdit, 'where'>[], leftOut: boolean) => void;
  readonly give: (given: Wish['given']) => void;
  /** Sends once more what could not be kept. */
  readonly retry: () => void;
}

/**
 * What a person changes of the items, shown at once and kept by the API: one call at a time, and the last word is what the
 * next one sends, so that nothing is lost and nothing overtakes.
 */
export function useWish(read: Import): WishState {
  const client = useQueryClient();
  const [wish, setWish] = useState<Wish>(read.wish);
  const [status, setStatus] = useState({
    pending: false,
    keptAt: null as number | null,
    problem: null as unknown,
  });
  const latest = useRef({ wish: read.wish, revision: read.revision, sending: false, dirty: false });
  // Another mapping moves the revision on.
  useEffect(() => {
    const own = latest.current;
    if (!own.sending && read.revision > own.revision) own.revision = read.revision;
  }, [read.revision]);

  const send = useCallback(async () => {
    const own = latest.current;
    if (own.sending) return;
    own.sending = true;
    setStatus((before) => ({ ...before, pending: true, problem: null }));
    try {
      while (own.dirty) {
        own.dirty = false;
        const kept = await api.put('/api/questionnaire-imports/{importId}/wish', {
          path: { importId: read.id },
          body: { ...own.wish, revision: own.revision },
        });
        own.revision = kept.revision;
        client.setQueryData(importKey(read.id), kept);
      }
      setStatus({ pending: false, keptAt: Date.now(), problem: null });
    } catch (problem) {
      own.dirty = true;
      setStatus((before) => ({ ...before, pending: false, problem }));
    } finally {
      own.sending = false;
    }
  }, [client, read.id]);

  const change = useCallback(
    (next: (before: Wish) => Wish) => {
      const changed = next(latest.current.wish);
      latest.current.wish = changed;
      latest.current.dirty = true;
      setWish(changed);
      void send();
    },
    [send],
  );

  return {
    edits: editsBy(wish.items),
    given: wish.given,
    ...status,
    edit: useCallback(
      (edit: ItemEdit) => change((before) => ({ ...before, items: withEdit(before.items, edit) })),
      [change],
    ),
    leave: useCallback(
      (items: readonly Pick<ItemEdit, 'where'>[], leftOut: boolean) =>
        change((before) => ({ ...before, items: leaveAll(before.items, items, leftOut) })),
      [change],
    ),
    give: useCallback((given: Wish['given']) => change((before) => ({ ...before, given })), [change]),
    retry: () => void send(),
  };
}
