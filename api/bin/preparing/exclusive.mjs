import fs from 'node:fs';
import path from 'node:path';

import { inRoot } from './checkout.mjs';
import { StepFailed } from './run.mjs';

const lock = inRoot('.probant/preparing.lock');

/** Does the work while no other program of this checkout installs or builds; waits for one that does. */
export async function exclusively(tell, work) {
  makeFolder();
  for (let waited = 0; !take(); waited += 1) {
    if (waited === 0) tell('Waiting for another installation or build in this folder.');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  try {
    return await work();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

function makeFolder() {
  try {
    fs.mkdirSync(path.dirname(lock), { recursive: true, mode: 0o711 });
    fs.accessSync(path.dirname(lock), fs.constants.W_OK);
  } catch (cause) {
    throw new StepFailed(
      `This account may not write to ${inRoot()}, where something is to be installed or built.`,
      { cause },
    );
  }
}

function take() {
  try {
    fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  // Half a second lets the holder write its number after it has made the file.
  const stat = fs.statSync(lock, { throwIfNoEntry: false });
  if (stat !== undefined && Date.now() - stat.mtimeMs > 500 && !isRunning(readHolder())) {
    fs.rmSync(lock, { force: true });
  }
  return false;
}

function readHolder() {
  try {
    return Number(fs.readFileSync(lock, 'utf8'));
  } catch {
    return 0;
  }
}

function isRunning(pid) {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
