import { useState } from 'react';

import type { Assessment, Status } from './use-contract.js';

export interface Draft {
  readonly status: Status | null;
  readonly passage: { readonly documentId: string; readonly start: number; readonly end: number } | null;
  readonly note: string;
  /** Of the assessment that it changes. */
  readonly revision: number;
}

export interface DraftState {
  readonly draft: Draft;
  readonly changed: boolean;
  readonly change: (more: Partial<Draft>) => void;
  readonly forget: () => void;
}

/** What was typed of a clause stays in this tab until it is saved, also when another clause is opened meanwhile. */
export function useClauseDraft(
  engagementId: string,
  clauseId: string,
  kept: Assessment | undefined,
): DraftState {
  const key = `probant.clause.${engagementId}.${clauseId}`;
  const [typed, setTyped] = useState<Readonly<Record<string, Draft | null>>>({});
  const saved = toDraft(kept);
  const own = key in typed ? typed[key] : readDraft(key);
  const store = (draft: Draft | null): void => {
    if (draft === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(draft));
    setTyped((all) => ({ ...all, [key]: draft }));
  };
  const draft = own ?? saved;
  return {
    draft,
    changed: JSON.stringify(draft) !== JSON.stringify(saved),
    change: (more) => {
      store({ ...draft, ...more });
    },
    forget: () => {
      store(null);
    },
  };
}

function toDraft(kept: Assessment | undefined): Draft {
  if (kept === undefined) return { status: null, passage: null, note: '', revision: 0 };
  const { status, documentId, start, end, note, revision } = kept;
  const cited = documentId !== null && start !== null && end !== null;
  return { status, passage: cited ? { documentId, start, end } : null, note, revision };
}

/** The boundary: only this hook writes under the key. */
function readDraft(key: string): Draft | null {
  const text = sessionStorage.getItem(key);
  return text === null ? null : (JSON.parse(text) as Draft);
}
