import type { INestApplicationContext } from '@nestjs/common';
import type { ServeConfig } from '../platform/config/config.js';
import { OneTime } from '../features/identity/identity.public.js';

/** What a start has to prepare and to say: the demo on a new database, else the first administrator's one-time address. */
export async function prepareFirstStart(
  app: INestApplicationContext,
  config: ServeConfig,
): Promise<string[]> {
  const address = await app.get(OneTime).firstAdministratorAddress();
  if (address === null) return [];
  return config.demo
    ? []
    : ['No organisation yet. The first administrator opens, within 24 hours:', `  ${address}`];
}
