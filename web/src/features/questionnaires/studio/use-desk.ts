import { useEffect, useState, useSyncExternalStore } from 'react';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';

import { api } from '../../../platform/api/client.js';
import { useSignedIn } from '../../../platform/session/session.js';
import { useSessionEnded } from '../../../platform/session/session-end.js';
import { questionnaireKey, toQuestionnaire, type Questionnaire } from '../use-questionnaires.js';
import { DraftDesk, type SavedSteps, type SentSteps } from './draft-desk.js';
import type { DeskBase, DeskState } from './desk-state.js';
import { createDeskStore } from './desk-store.js';

const desks = new Map<string, DraftDesk>();
const answerWithinMs = 20_000;

export interface Desk {
  readonly desk: DraftDesk;
  readonly state: DeskState;
}

/** The draft under this author's hands. It outlives the screen, so that leaving it loses nothing that is under way. */
export function useDesk(questionnaire: Questionnaire): Desk {
  const { account, organisation } = useSignedIn();
  const client = useQueryClient();
  const [desk] = useState(() => {
    const owner = `${account.id}/${organisation?.id ?? ''}/${questionnaire.id}`;
    const known = desks.get(owner) ?? openDesk(owner, questionnaire, client);
    desks.set(owner, known);
    return known;
  });
  const state = useSyncExternalStore(desk.subscribe, desk.read);
  useEffect(() => {
    desk.adopt(baseOf(questionnaire));
  }, [desk, questionnaire]);
  useLeaving(desk);
  return { desk, state };
}

export function baseOf({ revision, draft }: Questionnaire): DeskBase {
  return { revision, draft };
}

function openDesk(owner: string, questionnaire: Questionnaire, client: QueryClient): DraftDesk {
  const { id } = questionnaire;
  const store = createDeskStore(
    { local: () => localStorage, session: () => sessionStorage },
    { owner, tabId: tabId(), now: Date.now },
  );
  const keep = (known: Questionnaire): DeskBase => {
    client.setQueryData(questionnaireKey(id), known);
    return baseOf(known);
  };
  return new DraftDesk(
    {
      store,
      newKey: () => crypto.randomUUID(),
      now: Date.now,
      send: (sent) => sendSteps(id, sent, client, keep),
      read: async () =>
        keep(
          toQuestionnaire(
            await api.get('/api/questionnaires/{questionnaireId}', { path: { questionnaireId: id } }),
          ),
        ),
    },
    baseOf(questionnaire),
  );
}

async function sendSteps(
  id: string,
  { clientKey, seen, steps, whole }: SentSteps,
  client: QueryClient,
  keep: (known: Questionnaire) => DeskBase,
): Promise<SavedSteps> {
  const reply = await api.post('/api/questionnaires/{questionnaireId}/steps', {
    path: { questionnaireId: id },
    body: { clientKey, seen, whole, steps: steps.map((step) => ({ ...step })) },
    signal: AbortSignal.timeout(answerWithinMs),
  });
  const { revision, savedAt, questionnaire } = reply;
  void client.invalidateQueries({ queryKey: ['questionnaires', 'list'] });
  if (questionnaire !== null) return { revision, savedAt, base: keep(toQuestionnaire(questionnaire)) };
  client.setQueryData<Questionnaire>(questionnaireKey(id), (known) =>
    known === undefined ? known : { ...known, changed: true, updatedAt: savedAt },
  );
  return { revision, savedAt, base: null };
}

/** One per tab, over a reload. */
export function tabId(): string {
  const name = 'probant-studio-tab';
  try {
    const known = sessionStorage.getItem(name);
    if (known !== null) return known;
    const made = crypto.randomUUID();
    sessionStorage.setItem(name, made);
    return made;
  } catch {
    return fallback;
  }
}

const fallback = crypto.randomUUID();

/** Saves at once when the page goes out of sight, and tries again when the network or the session is back. */
function useLeaving(desk: DraftDesk): void {
  const ended = useSessionEnded();
  useEffect(() => {
    if (!ended && desk.read().outage === 'signed-out') desk.resume();
  }, [desk, ended]);
  useEffect(() => {
    const onHidden = (): void => {
      if (document.visibilityState === 'hidden') desk.flush();
    };
    const onOnline = (): void => {
      desk.resume();
    };
    document.addEventListener('visibilitychange', onHidden);
    window.addEventListener('online', onOnline);
    return () => {
      desk.flush();
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('online', onOnline);
    };
  }, [desk]);
}
