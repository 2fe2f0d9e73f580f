import { Inject, Injectable } from '@nestjs/common';
import { secretAddress } from '@probant/shared/addresses';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import { hashSecret } from '../../platform/access/session-cookie.js';
import { speakFor, Work } from '../../platform/database/work.js';
import { ProblemError, fail } from '../../platform/http/problem.js';
import { RateLimit, sourceOf } from '../../platform/http/rate-limit.js';
import { Mail } from '../../platform/mail/mail.js';
import { Accounts } from './accounts.service.js';
import type {
  ConsumeInvitationRequest,
  FirstAdministratorRequest,
  InvitationResponse,
  PasswordResetResponse,
} from './identity.dto.js';
import { passwordResetLetter } from './identity.letters.js';
import { issueToken, readToken, useToken } from './one-time-tokens.js';
import { Sessions } from './sessions.service.js';

const perSource = { hits: 20, seconds: 900 };
const resetsFromOneSource = { hits: 5, seconds: 3_600 };
/** From everywhere together: each of them is a letter in somebody's mailbox. */
const resetsPerAccount = { hits: 20, seconds: 86_400 };

/** What a one-time address does: join, choose a new password, set the instance up. */
@Injectable()
export class OneTime {
  constructor(
    private readonly work: Work,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly mail: Mail,
    private readonly limits: RateLimit,
    @Inject(CONFIG) private readonly config: ServeConfig,
  ) {}

  /** Answers alike whether the account exists or not. */
  async requestPasswordReset(email: string, ip: string): Promise<void> {
    const [source, asked] = [sourceOf(ip), hashSecret(email).toString('hex')];
    await this.limits.hit(`reset:ip:${source}`, perSource);
    await this.limits.hit(`reset:account:${asked}:${source}`, resetsFromOneSource);
    await this.limits.hit(`reset:account:${asked}`, resetsPerAccount);
    await this.work.serve('identity', async (tx) => {
      const account = await this.accounts.find(tx, email);
      if (!account) return;
      const secret = await issueToken(tx, { kind: 'password-reset', email, hours: 1 });
      await this.mail.post(tx, {
        organisationId: null,
        template: 'password-reset',
        to: { address: email, name: account.name },
        language: account.language,
        ...passwordResetLetter(account.language, {
          first: !account.has_password,
          address: secretAddress(this.config.publicUrl, 'passwordReset', secret),
        }),
      });
    });
  }

  /** Whose password the secret may choose: it went to that address, so it tells its holder nothing new. */
  async inspectPasswordReset(secret: string, ip: string): Promise<PasswordResetResponse> {
    await this.limits.hit(`token:ip:${sourceOf(ip)}`, perSource);
    return this.work.serve('identity', async (tx) => {
      const { email } = await readToken(tx, 'password-reset', secret);
      return { email };
    });
  }

  /** Sets the password and ends every session of the account: whoever knew the old one is out. */
  async resetPassword(secret: string, password: string, ip: string): Promise<void> {
    await this.limits.hit(`token:ip:${sourceOf(ip)}`, perSource);
    await this.work.serve('identity', async (tx) => {
      const token = await useToken(tx, 'password-reset', secret);
      const account = (await this.accounts.find(tx, token.email)) ?? fail('link-refused');
      await this.accounts.changePassword(tx, account.id, password);
    });
  }

  async inspectInvitation(secret: string, ip: string): Promise<InvitationResponse> {
    await this.limits.hit(`token:ip:${sourceOf(ip)}`, perSource);
    return this.work.serve('identity', async (tx) => {
      const token = await readToken(tx, 'invitation', secret);
      const account = await this.accounts.find(tx, token.email);
      const { name } = await tx.get<{ name: string }>('SELECT name FROM organisations WHERE id = $1', [
        token.organisation_id,
      ]);
      return { organisationName: name, email: token.email, known: account?.has_password ?? false };
    });
  }

  /** Joins the organisation; the secret went to the address, so it proves the address. Returns a session's secret. */
  async join(request: ConsumeInvitationRequest, from: { ip: string; userAgent: string }): Promise<string> {
    await this.limits.hit(`token:ip:${sourceOf(from.ip)}`, perSource);
    return this.work.serve('identity', async (tx) => {
      const token = await useToken(tx, 'invitation', request.token);
      const known = await this.accounts.find(tx, token.email);
      const name = known?.name ?? request.name ?? refuseMissing('/name');
      if (!known?.has_password && request.password === undefined) refuseMissing('/password');
      const accountId =
        known?.id ?? (await this.accounts.create(tx, { email: token.email, name, language: token.language }));
      if (!known?.has_password && request.password !== undefined) {
        await this.accounts.setPassword(tx, accountId, request.password);
      }
      const [already] = await tx.query(
        'SELECT 1 FROM memberships WHERE organisation_id = $1 AND account_id = $2',
        [token.organisation_id, accountId],
      );
      if (already) fail('already-member');
      const own = await speakFor(tx, token.organisation_id, accountId, 'identity');
      await this.accounts.join(own, token.organisation_id, { accountId, name, roles: token.roles });
      return this.sessions.open(own, {
        accountId,
        organisationId: token.organisation_id,
        userAgent: from.userAgent,
      });
    });
  }

  async inspectSetUp(secret: string, ip: string): Promise<void> {
    await this.limits.hit(`token:ip:${sourceOf(ip)}`, perSource);
    await this.work.serve('identity', (tx) => readToken(tx, 'first-administrator', secret));
  }

  /** Creates the first organisation and its administrator; returns a session's secret. */
  async setUp(request: FirstAdministratorRequest, from: { ip: string; userAgent: string }): Promise<string> {
    await this.limits.hit(`token:ip:${sourceOf(from.ip)}`, perSource);
    return this.work.serve('identity', async (tx) => {
      await useToken(tx, 'first-administrator', request.token);
      const [any] = await tx.query('SELECT 1 FROM organisations LIMIT 1');
      if (any) fail('already-set-up');
      const language = request.language ?? 'fr';
      const accountId = await this.accounts.create(tx, {
        email: request.email,
        name: request.name,
        password: request.password,
        language,
      });
      const organisationId = await this.accounts.createOrganisation(
        tx,
        { kind: 'buyer', name: request.organisationName, language },
        { accountId, name: request.name, roles: ['admin', 'buyer', 'risk-manager'] },
      );
      return this.sessions.open(tx, { accountId, organisationId, userAgent: from.userAgent });
    });
  }

  /** The one-time address of the first administrator, while there is no organisation; null once there is one. */
  async firstAdministratorAddress(): Promise<string | null> {
    return this.work.serve('identity', async (tx) => {
      const [any] = await tx.query('SELECT 1 FROM organisations LIMIT 1');
      if (any) return null;
      await tx.query("DELETE FROM one_time_tokens WHERE kind = 'first-administrator'");
      const secret = await issueToken(tx, { kind: 'first-administrator', hours: 24 });
      return secretAddress(this.config.publicUrl, 'firstAdministrator', secret);
    });
  }
}

function refuseMissing(pointer: string): never {
  throw new ProblemError({ code: 'invalid-input', errors: [{ pointer, code: 'required' }] });
}
