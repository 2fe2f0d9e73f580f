import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';

import { isLocked, lockInstance } from './instance-lock.js';
import { findStartMark } from './process-state.js';

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'probant-lock-'));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

const lockFile = () => path.join(folder, 'probant.lock');
const write = (holder: object) => fs.writeFileSync(lockFile(), JSON.stringify(holder));

test('a second start names the address of the first', async () => {
  const server = http.createServer((_request, reply) => reply.writeHead(503).end()).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const lock = await lockInstance(folder);
  lock.announce(address);
  await expect(lockInstance(folder)).rejects.toThrow(`Probant is already running at ${address}`);
  lock.release();
  server.close();
});

test('a second start says that the first is still starting', async () => {
  const lock = await lockInstance(folder);
  await expect(lockInstance(folder)).rejects.toThrow('Probant is already starting or stopping');
  lock.release();
});

test('a released folder is free', async () => {
  (await lockInstance(folder)).release();
  expect(isLocked(folder)).toBe(false);
  (await lockInstance(folder)).release();
});

test('the lock of a process that is gone is removed', async () => {
  const gone = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => gone.once('exit', resolve));
  write({ pid: gone.pid, startMark: '1', address: 'http://127.0.0.1:1' });
  (await lockInstance(folder)).release();
});

test('the lock of another process that got the same number later is removed', async () => {
  write({ pid: process.ppid, startMark: `not ${findStartMark(process.ppid) ?? ''}`, address: null });
  (await lockInstance(folder)).release();
});

test('a lock that holds nothing readable is removed', async () => {
  fs.writeFileSync(lockFile(), '{"pi');
  (await lockInstance(folder)).release();
});

test('of many starts at once that find a stale lock exactly one gets it', async () => {
  write({ pid: 2 ** 22 + 1, startMark: '1', address: null });
  const starts = await Promise.allSettled(Array.from({ length: 8 }, () => lockInstance(folder)));
  const held = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  expect(held).toHaveLength(1);
  held[0]?.release();
  expect(fs.readdirSync(folder)).toEqual([]);
});

test('a folder that cannot be made is refused in one sentence', async () => {
  fs.writeFileSync(path.join(folder, 'file'), '');
  await expect(lockInstance(path.join(folder, 'file/data'))).rejects.toThrow(
    'cannot be written to: set PROBANT_DATA',
  );
});
