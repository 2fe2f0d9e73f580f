import { request } from '../../platform/api/request.js';
import { type Seat, seats } from './seat-picture.js';

/** One of the seats that a demo offers on its sign-in page. */
export interface DemoAccount {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly title: string;
  readonly organisationName: string;
  readonly seat: Seat;
}

export interface Instance {
  readonly demo: boolean;
  readonly demoAccounts: readonly DemoAccount[];
}

/** What anybody may know of this installation; without an answer it is no demo. */
export async function readInstance(signal: AbortSignal): Promise<Instance> {
  const body = await request('get', '/api/instance', { signal });
  if (typeof body !== 'object' || body === null) return { demo: false, demoAccounts: [] };
  const accounts: unknown = Reflect.get(body, 'demoAccounts');
  return {
    demo: Reflect.get(body, 'demo') === true,
    demoAccounts: Array.isArray(accounts) ? accounts.filter(isDemoAccount) : [],
  };
}

function isDemoAccount(value: unknown): value is DemoAccount {
  if (typeof value !== 'object' || value === null) return false;
  const texts = ['email', 'password', 'name', 'title', 'organisationName'];
  return (
    texts.every((name) => typeof Reflect.get(value, name) === 'string') &&
    seats.some((seat) => seat === Reflect.get(value, 'seat'))
  );
}
