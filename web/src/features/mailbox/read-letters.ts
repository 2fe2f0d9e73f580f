import { request } from '../../platform/api/request.js';

/** One e-mail that was kept instead of sent. */
export interface Letter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: string;
}

/** The mailbox is no part of the API: it stands outside openapi.json, so what comes back is checked here. */
export async function readLetters(signal: AbortSignal): Promise<Letter[]> {
  const body = await request('get', '/dev/mailbox.json', { signal });
  return Array.isArray(body) ? body.filter(isLetter) : [];
}

function isLetter(value: unknown): value is Letter {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['id', 'to', 'subject', 'text', 'at'].every(
      (name) => name in value && typeof Reflect.get(value, name) === 'string',
    )
  );
}
