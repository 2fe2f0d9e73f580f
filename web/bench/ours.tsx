import { startedAt } from './start.js';

import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { MemoryRouter, Route, Routes } from 'react-router';

import { AnswerScreen } from '../src/features/answering/answer-screen.js';
import { openDesks } from '../src/features/answering/desk.js';
import { sheetQuery, type SheetState } from '../src/features/answering/use-sheet.js';
import { createQueryClient } from '../src/platform/query-client.js';
import { sessionQuery, type Session } from '../src/platform/session/session.js';
import { ThemeProvider } from '../src/ui/theme/theme-provider.js';
import { probe, readGiven } from './probe.js';

interface Given {
  readonly session: Session;
  readonly document: SupplierQuestionnaire;
  readonly state: SheetState;
}

// Written by the program that measures.
const { session, document: asked, state } = JSON.parse(readGiven('given')) as Given;
const first = asked.themes[0]?.questions[0]?.id ?? '';
const client = createQueryClient();
client.setQueryData(sessionQuery.queryKey, session);
client.setQueryData(sheetQuery(state.assessmentId).queryKey, { document: asked, state, isCopy: false });

createRoot(document.getElementById('root') ?? document.body).render(
  <QueryClientProvider client={client}>
    <ThemeProvider>
      <MemoryRouter initialEntries={[`/requests/${state.assessmentId}`]}>
        <Routes>
          <Route path="/requests/:assessmentId" element={<AnswerScreen />} />
        </Routes>
      </MemoryRouter>
    </ThemeProvider>
  </QueryClientProvider>,
);
probe({
  startedAt,
  find: () => document.getElementById(`answer-${first}`),
  hasTaken: () => openDesks()[0]?.queue?.read().entries.get(first)?.draft !== undefined,
});
