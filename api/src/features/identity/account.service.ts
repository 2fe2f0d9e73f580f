import { Injectable } from '@nestjs/common';
import type { Speaker } from '../../platform/access/scope.js';
import { hashSecret } from '../../platform/access/session-cookie.js';
import { Work } from '../../platform/database/work.js';
import { ProblemError } from '../../platform/http/problem.js';
import { RateLimit } from '../../platform/http/rate-limit.js';
import { Accounts } from './accounts.service.js';
import type { ChangeAccountRequest } from './identity.dto.js';
import { passwordMatches } from './passwords.js';

/** One's own account, whatever the organisation. */
@Injectable()
export class OwnAccount {
  constructor(
    private readonly work: Work,
    private readonly accounts: Accounts,
    private readonly limits: RateLimit,
  ) {}

  async change(speaker: Speaker, request: ChangeAccountRequest): Promise<void> {
    await this.work.serve('identity', (tx) =>
      tx.query('UPDATE accounts SET name = $2, language = $3 WHERE id = $1', [
        speaker.accountId,
        request.name,
        request.language,
      ]),
    );
  }

  /** Sets the password and ends the account's other sessions. An account that came by a link has none to give. */
  async changePassword(speaker: Speaker, current: string, password: string): Promise<void> {
    await this.limits.hit(`password:${hashSecret(speaker.accountId).toString('hex')}`, {
      hits: 10,
      seconds: 900,
    });
    const stored = await this.work.serve('identity', async (tx) => {
      const [row] = await tx.query<{ password_hash: string }>(
        'SELECT password_hash FROM credentials WHERE account_id = $1',
        [speaker.accountId],
      );
      return row?.password_hash;
    });
    if (stored !== undefined && !(await passwordMatches(stored, current))) {
      throw new ProblemError({
        code: 'invalid-input',
        errors: [{ pointer: '/current', code: 'password-wrong' }],
      });
    }
    await this.work.serve('identity', async (tx) => {
      await this.accounts.changePassword(tx, speaker.accountId, password, speaker.sessionHash);
    });
  }
}
