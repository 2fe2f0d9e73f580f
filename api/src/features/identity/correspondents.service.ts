import { Injectable } from '@nestjs/common';
import { Work } from '../../platform/database/work.js';

/** In which language to write to somebody: that of their account, else French. */
@Injectable()
export class Correspondents {
  constructor(private readonly work: Work) {}

  async languageOf(address: string): Promise<'fr' | 'en'> {
    const [row] = await this.work.serve('identity', (tx) =>
      tx.query<{ language: 'fr' | 'en' }>('SELECT language FROM accounts WHERE email = $1', [
        address.toLowerCase(),
      ]),
    );
    return row?.language ?? 'fr';
  }
}
