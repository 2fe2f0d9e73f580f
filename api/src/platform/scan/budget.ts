import { setImmediate } from 'node:timers/promises';

import type { ScanLimits } from './scan-limits.js';
import { failed, unscannable } from './scan-stopped.js';

const workMilliseconds = 10;

/** What one scan may still spend; every method ends the scan when there is nothing left. */
export class Budget {
  private entries = 0;
  private expandedBytes = 0;
  private pausedAt: number;

  constructor(
    readonly limits: ScanLimits,
    private readonly now: () => number,
    private readonly startedAt = now(),
  ) {
    this.pausedAt = startedAt;
  }

  remainingMilliseconds(): number {
    return this.startedAt + this.limits.maxMilliseconds - this.now();
  }

  checkTime(): void {
    if (this.remainingMilliseconds() <= 0) throw failed('time-limit');
  }

  /** Gives way to other work once in a while: what is read from memory never waits by itself. */
  async pause(): Promise<void> {
    this.checkTime();
    if (this.now() - this.pausedAt < workMilliseconds) return;
    await setImmediate();
    this.pausedAt = this.now();
  }

  enter(depth: number, where: string): void {
    if (depth > this.limits.maxDepth) throw unscannable('too-deep', where);
  }

  /** Refuses on the number that an archive says it has, before the first entry is looked at. */
  checkEntries(declared: number, where: string): void {
    if (this.entries + declared > this.limits.maxEntries) throw unscannable('too-many-entries', where);
  }

  countEntry(where: string): void {
    this.entries += 1;
    if (this.entries > this.limits.maxEntries) throw unscannable('too-many-entries', where);
  }

  /** Refuses on what an entry says of itself, before a byte of it is expanded. */
  checkDeclared(expandedBytes: number, compressedBytes: number, where: string): void {
    const tooMuch = this.expandedBytes + expandedBytes > this.limits.maxExpandedBytes;
    if (tooMuch || this.isOutOfProportion(expandedBytes, compressedBytes))
      throw unscannable('expands-too-much', where);
  }

  /** A meter for one entry: call it with each expanded chunk. */
  meter(compressedBytes: number, where: string): (bytes: number) => void {
    let entryBytes = 0;
    return (bytes) => {
      this.checkTime();
      entryBytes += bytes;
      this.expandedBytes += bytes;
      const tooMuch = this.expandedBytes > this.limits.maxExpandedBytes;
      if (tooMuch || this.isOutOfProportion(entryBytes, compressedBytes))
        throw unscannable('expands-too-much', where);
    };
  }

  isOutOfProportion(expandedBytes: number, compressedBytes: number): boolean {
    return (
      expandedBytes > this.limits.ratioFromBytes &&
      expandedBytes > this.limits.maxRatio * Math.max(1, compressedBytes)
    );
  }
}
