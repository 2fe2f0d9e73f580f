import type { INestApplicationContext } from '@nestjs/common';
import { Instance } from '../features/instance/instance.public.js';
import { OneTime } from '../features/identity/identity.public.js';
import type { ServeConfig } from '../platform/config/config.js';
import { DataSource } from 'typeorm';
import { loadOnce } from '../platform/database/first-load.js';
import { loadDemo } from './demo/load-demo.js';
import { keepPasswords } from './demo/people.js';

/** What a start has to prepare and to say: the demo on a new database, else the first administrator's one-time address. */
export async function prepareFirstStart(
  app: INestApplicationContext,
  config: ServeConfig,
  ownerUrl: string,
): Promise<string[]> {
  const address = await app.get(OneTime).firstAdministratorAddress();
  if (address !== null && !config.demo) {
    return ['No organisation yet. The first administrator opens, within 24 hours:', `  ${address}`];
  }
  if (address === null) await keepPasswords(app, config.demo);
  else await loadOnce(app.get(DataSource), () => loadDemo(app, ownerUrl));
  return listAccounts(app);
}

async function listAccounts(app: INestApplicationContext): Promise<string[]> {
  const { demoAccounts } = await app.get(Instance).describe();
  if (demoAccounts.length === 0) return [];
  return [
    'Demo accounts, one click each on the sign-in page; mail is kept at /dev/mailbox:',
    ...demoAccounts.map(
      ({ name, title, organisationName, email, password }) =>
        `  ${email}  ${password}  (${name}, ${title}, ${organisationName})`,
    ),
  ];
}
