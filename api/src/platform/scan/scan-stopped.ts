import type { ScanFailure, ScanVerdict, UnscannableReason } from '@probant/shared/evidence/scan-verdict';

import { isSystemError } from '../files/system-error.js';

/** Ends a scan from any depth with its verdict; caught in `scanner.ts` and nowhere else. */
export class ScanStopped extends Error {
  constructor(readonly verdict: ScanVerdict) {
    super(`scan ended: ${verdict.outcome}`);
  }
}

export function infected(engine: string, signature: string, where: string): ScanStopped {
  return new ScanStopped({ outcome: 'infected', engine, signature, where });
}

export function unscannable(reason: UnscannableReason, where: string): ScanStopped {
  return new ScanStopped({ outcome: 'unscannable', reason, where });
}

export function failed(reason: ScanFailure): ScanStopped {
  return new ScanStopped({ outcome: 'failed', reason });
}

/** An archive that its library cannot read is the file's fault; a disk that fails is not. */
export function asCorrupt(error: unknown, where: string): unknown {
  if (error instanceof ScanStopped || isSystemError(error)) return error;
  return unscannable('corrupt', where);
}
