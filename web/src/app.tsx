import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';

import { createQueryClient } from './platform/query-client.js';
import { noticeSessionEnd } from './platform/session/session.js';
import { AppRouter } from './routes/app-router.js';
import { ThemeProvider } from './ui/theme/theme-provider.js';

export function App(): ReactNode {
  const [client] = useState(createQueryClient);
  useEffect(() => noticeSessionEnd(client), [client]);
  return (
    <QueryClientProvider client={client}>
      <ThemeProvider>
        <AppRouter />
      </ThemeProvider>
    </QueryClientProvider>
  );
}
