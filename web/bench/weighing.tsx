import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { MemoryRouter, Route, Routes } from 'react-router';

import { WeighingScreen } from '../src/features/weighing/weighing-screen.js';
import { createQueryClient } from '../src/platform/query-client.js';
import { sessionQuery, type Session } from '../src/platform/session/session.js';
import { ThemeProvider } from '../src/ui/theme/theme-provider.js';
import { inventMatrix, versionId } from './invented-matrix.js';
import { measureWeighing } from './measure-weighing.js';
import { readGiven } from './probe.js';

interface Given {
  readonly session: Session;
  readonly document: QuestionnaireDocument;
  readonly count: number;
}

// Written by the program that measures.
const { session, document: asked, count } = JSON.parse(readGiven('given')) as Given;
const bytes = inventMatrix(asked, count);
const documents = [
  {
    versionId,
    tiers: asked.tiers.map(({ tier, exponent }) => ({ tier, exponent })),
    grades: asked.grades,
    themes: asked.themes.map(({ code, title, short, weight, questions }) => ({
      code,
      title: short ?? title,
      weight,
      questions: questions.map((one) => ({ id: one.id, label: one.text, weight: one.weight })),
    })),
  },
];
const profile = {
  id: 'p',
  name: 'Banc',
  number: 1,
  preset: null,
  isDefault: true,
  createdByName: 'Banc',
  createdAt: '2026-11-22T09:00:00.000Z',
};
const json = (body: unknown): Response =>
  new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });

/** The API as this page needs it: what is measured is the browser's part. */
const replies: Readonly<Record<string, (url: URL) => Response>> = {
  '/api/weighing': () =>
    json({
      asOf: profile.createdAt,
      profile: { ...profile, themes: {}, questions: {} },
      documents,
      total: count,
    }),
  '/api/weighing/matrix': () =>
    new Response(bytes, { headers: { 'content-type': 'application/octet-stream' } }),
  '/api/weighing/names': (url) =>
    json({ items: (url.searchParams.get('numbers') ?? '').split(',').map(toName) }),
  '/api/profiles': () => json({ revision: 1, profiles: [profile], presets: [] }),
};
const served = window.fetch.bind(window);
window.fetch = (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input, location.origin);
  const reply = replies[url.pathname];
  if (reply !== undefined) return Promise.resolve(reply(url));
  return url.pathname.startsWith('/api')
    ? Promise.resolve(new Response(null, { status: 404 }))
    : served(input, init);
};

function toName(text: string) {
  const number = Number(text);
  return {
    number,
    engagementId: `e${number}`,
    supplierId: `s${number}`,
    supplierName: `Fournisseur ${number}`,
    engagementName: 'Prestation',
  };
}

const client = createQueryClient();
client.setQueryData(sessionQuery.queryKey, session);
createRoot(document.getElementById('root') ?? document.body).render(
  <QueryClientProvider client={client}>
    <ThemeProvider>
      <MemoryRouter initialEntries={['/weighing']}>
        <Routes>
          <Route path="/weighing" element={<WeighingScreen />} />
        </Routes>
      </MemoryRouter>
    </ThemeProvider>
  </QueryClientProvider>,
);

window.usableAfterMs = null;
window.measureWeighing = () => measureWeighing(bytes, documents);
const startedAt = performance.now();
const look = (): void => {
  if (document.querySelector('.pb-rank-row') === null) requestAnimationFrame(look);
  else window.usableAfterMs = performance.now() - startedAt;
};
look();
