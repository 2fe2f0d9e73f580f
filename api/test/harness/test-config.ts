import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readConfig, type ServeConfig } from '../../src/platform/config/config.js';

/** A configuration that owes nothing to the environment, with a data folder of its own. */
export function testConfig(change: Partial<ServeConfig> & Pick<ServeConfig, 'databaseUrl'>): {
  config: ServeConfig;
  forget: () => void;
} {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'probant-app-'));
  const config = {
    ...readConfig({}, { home: dataFolder }),
    port: 0,
    publicUrl: 'http://probant.test',
    demo: false,
    logLevel: 'silent',
    dataFolder,
    ...change,
  } satisfies ServeConfig;
  return { config, forget: () => fs.rmSync(dataFolder, { recursive: true, force: true }) };
}
