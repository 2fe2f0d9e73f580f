import path from 'node:path';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

import { serviceWorker } from './service-worker/plugin.js';

const api = process.env['PROBANT_API'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), serviceWorker()],
  resolve: {
    alias: [
      {
        find: /^@probant\/shared\/(.*)$/,
        replacement: path.join(import.meta.dirname, '../shared/src/$1.ts'),
      },
    ],
  },
  server: {
    // The API checks that a write comes from its own origin, so the browser's Origin header is passed on unchanged.
    proxy: { '/api': { target: api }, '/dev/mailbox.json': { target: api }, '/health': { target: api } },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    // Fonts stay files: an inlined font would need `data:` in the content security policy and would never be cached.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
