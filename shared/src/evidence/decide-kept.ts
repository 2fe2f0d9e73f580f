import { accept, refuse, type Decision } from '../decision.js';
import type { ScanVerdict } from './scan-verdict.js';

export type CleanVerdict = Extract<ScanVerdict, { outcome: 'clean' }>;

/** Only a clean file is kept; every other verdict says why not. */
export function decideKept(verdict: ScanVerdict): Decision<CleanVerdict> {
  switch (verdict.outcome) {
    case 'clean':
      return accept(verdict);
    case 'infected':
      return refuse('file-infected', { params: { signature: verdict.signature, where: verdict.where } });
    case 'unscannable':
      return refuse('file-not-scannable', { params: { reason: verdict.reason, where: verdict.where } });
    case 'failed':
      if (verdict.reason === 'queue-full') return queueFull();
      return refuse('scan-failed', { params: { reason: verdict.reason } });
  }
}

/** Turned away unseen: too many of the same organisation wait already. */
export function queueFull(): Decision<never> {
  return refuse('scan-queue-full', { params: { seconds: 10 } });
}
