import { fork, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';

import { ensureBuilt, serverParts } from './preparing/build-steps.mjs';
import { inRoot, refuseOldNode } from './preparing/checkout.mjs';
import { ensureInstalled } from './preparing/install.mjs';
import { tellFailure } from './preparing/run.mjs';

const tell = (line) => process.stdout.write(`${line}\n`);

const findFreePort = () =>
  new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** The API on a port of its own, started again whenever a source of it changes and compiles. */
function keepApiFresh(env) {
  let child = null;
  let work = Promise.resolve();
  const stop = async () => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  const restart = async () => {
    try {
      await ensureBuilt(serverParts, tell);
      await stop();
      child = fork(inRoot('api/bin/probant.mjs'), ['start'], {
        env,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
    } catch (error) {
      tellFailure(error);
    }
  };
  const next = () => (work = work.then(restart));
  let soon;
  for (const place of ['shared/src', 'shared/library', 'migrations/src', 'api/src']) {
    fs.watch(inRoot(place), { recursive: true }, () => {
      clearTimeout(soon);
      soon = setTimeout(next, 200);
    });
  }
  return { start: next, stop: () => work.then(stop) };
}

function startVite(port, apiPort) {
  const vite = [
    inRoot('node_modules/vite/bin/vite.js'),
    '--host',
    '127.0.0.1',
    '--port',
    port,
    '--strictPort',
  ];
  const env = { ...process.env, PROBANT_API: `http://127.0.0.1:${apiPort}` };
  return spawn(process.execPath, vite, { cwd: inRoot('web'), env, stdio: ['ignore', 'inherit', 'inherit'] });
}

refuseOldNode();
try {
  await ensureInstalled(tell);
  const port = process.env.PORT || '3000';
  const apiPort = await findFreePort();
  // Pages come from vite, so its address is the origin that the API expects writes from.
  const env = { ...process.env, PORT: String(apiPort), PUBLIC_URL: `http://127.0.0.1:${port}` };
  const api = keepApiFresh(env);
  await api.start();
  const vite = startVite(port, apiPort);
  const stop = async () => {
    vite.kill('SIGTERM');
    await api.stop();
    process.exit(0);
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, stop);
  vite.once('close', (code) => code !== null && code !== 0 && stop());
} catch (error) {
  tellFailure(error);
  process.exitCode = 1;
}
