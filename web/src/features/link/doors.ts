import { addresses } from '@probant/shared/addresses';

import { api, type Reply } from '../../platform/api/client.js';
import type { Session } from '../../platform/session/session.js';

/** One kind of link that opens with a code, and where it is asked for. */
export interface Door {
  /** The page of its address; this tab keeps the secret under it. */
  readonly page: string;
  readonly open: (secret: string, signal: AbortSignal) => Promise<Reply<'/api/links/open', 'post'>>;
  readonly sendCode: (secret: string) => Promise<Reply<'/api/links/code', 'post'>>;
  readonly verify: (secret: string, code: string) => Promise<Session>;
}

/** The link of a request. */
export const requestDoor: Door = {
  page: addresses.request,
  open: (secret, signal) => api.post('/api/links/open', { body: { secret }, signal }),
  sendCode: (secret) => api.post('/api/links/code', { body: { secret } }),
  verify: (secret, code) => api.post('/api/links/verify', { body: { secret, code } }),
};

/** The link of a part that a colleague handed over. */
export const partDoor: Door = {
  page: addresses.part,
  open: (secret, signal) => api.post('/api/part-links/open', { body: { secret }, signal }),
  sendCode: (secret) => api.post('/api/part-links/code', { body: { secret } }),
  verify: (secret, code) => api.post('/api/part-links/verify', { body: { secret, code } }),
};
