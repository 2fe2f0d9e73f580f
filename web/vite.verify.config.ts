import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import { defineConfig, type Plugin } from 'vite';

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

/** One file that needs no other and may reach nothing: script and style stand in it, and the policy names them by hash. */
function onePage(): Plugin {
  return {
    name: 'one-page',
    generateBundle(_options, bundle) {
      const chunk = Object.values(bundle).find((part) => part.type === 'chunk');
      if (chunk?.type !== 'chunk') throw new Error('the page has no script');
      const script = chunk.code.replaceAll('</script', '<\\/script').trim();
      const style = fs.readFileSync(
        path.join(import.meta.dirname, 'src/verify-page/verify-page.css'),
        'utf8',
      );
      const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; connect-src 'none'; base-uri 'none'; form-action 'none'`;
      for (const name of Object.keys(bundle)) Reflect.deleteProperty(bundle, name);
      this.emitFile({
        type: 'asset',
        fileName: 'verify.html',
        source: `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width"><title>Probant</title><style>${style}</style></head><body><script>${script}</script></body></html>`,
      });
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [onePage()],
  resolve: {
    alias: [
      {
        find: /^@probant\/shared\/(.*)$/,
        replacement: path.join(import.meta.dirname, '../shared/src/$1.ts'),
      },
    ],
  },
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    lib: { entry: 'src/verify-page/verify-page.ts', name: 'probantVerify', formats: ['iife'] },
  },
});
