import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';

import { api, type Schema } from '../../../platform/api/client.js';
import type { DraftDesk } from './draft-desk.js';
import { tabId } from './use-desk.js';

export type Editor = Schema<'EditorResponse'>;

interface Present {
  readonly place: string;
  readonly desk: DraftDesk;
  /** Reads the draft again. */
  readonly reload: () => void;
  /** Who only reads is no editor. */
  readonly enabled: boolean;
}

const beatMs = 5_000;

/** Says which question this tab looks at, and who else has the draft open; what they have saved comes with it. */
export function useEditors(id: string, { place, desk, reload, enabled }: Present): readonly Editor[] {
  const editors = useQuery({
    queryKey: ['questionnaire-editors', id, place],
    queryFn: ({ signal }) => announce(id, { tabId: tabId(), place }, signal),
    enabled,
    refetchInterval: beatMs,
    gcTime: 0,
    placeholderData: (known) => known,
  });
  const revision = editors.data?.revision ?? 0;
  useEffect(() => {
    const { base, pending } = desk.read();
    if (revision > base.revision && pending.length === 0) reload();
  }, [desk, revision, reload]);
  useEffect(() => {
    const timer = setInterval(() => {
      desk.beat();
    }, beatMs);
    return () => {
      clearInterval(timer);
    };
  }, [desk]);
  useEffect(
    () => () => {
      if (!enabled) return;
      // Who leaves is gone at once for the others; where that fails they see it a little later.
      announce(id, { tabId: tabId(), place: '', leaving: true }).catch(() => undefined);
    },
    [id, enabled],
  );
  return editors.data?.others ?? [];
}

function announce(id: string, body: Schema<'EditorRequest'>, signal?: AbortSignal) {
  return api.put('/api/questionnaires/{questionnaireId}/editors', {
    path: { questionnaireId: id },
    body,
    ...(signal === undefined ? {} : { signal }),
  });
}
