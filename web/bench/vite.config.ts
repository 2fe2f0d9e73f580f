import path from 'node:path';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = import.meta.dirname;

/** Both forms as pages of the same build, in the same way as the product's own. */
export default defineConfig(({ isSsrBuild }) => ({
  root: here,
  publicDir: false,
  plugins: [react()],
  resolve: {
    alias: [{ find: /^@probant\/shared\/(.*)$/, replacement: path.join(here, '../../shared/src/$1.ts') }],
  },
  build: {
    outDir: isSsrBuild === true ? 'dist/program' : 'dist/pages',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input:
        isSsrBuild === true
          ? path.join(here, 'measure.ts')
          : ['ours', 'survey', 'weighing'].map((page) => path.join(here, `${page}.html`)),
    },
  },
}));
