import { readFileSync } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import { Work } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import { demoPassword, demoPeople } from './demo-accounts.js';
import type { InstanceResponse } from './instance.dto.js';

export interface KeptLetter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: string;
}

const lettersShown = 500;

/** What this installation is, and in a demo the mail that it keeps instead of sending. */
@Injectable()
export class Instance {
  private readonly version = readVersion();

  constructor(
    private readonly work: Work,
    @Inject(CONFIG) private readonly config: ServeConfig,
  ) {}

  async describe(): Promise<InstanceResponse> {
    const { demo, mail } = this.config;
    const demoAccounts = demo ? await this.seats() : [];
    return { demo, version: this.version, mailLeaves: mail !== null, demoAccounts };
  }

  /** Newest first. With SMTP the text of a letter is forgotten once it left. */
  async letters(): Promise<KeptLetter[]> {
    if (!this.config.demo) return fail('not-found');
    const rows = await this.work.serve('mailbox', (tx) =>
      tx.query<{ id: string; to_address: string; subject: string; body_text: string; created_at: Date }>(
        'SELECT id, to_address, subject, body_text, created_at FROM read_mailbox($1) WHERE body_text IS NOT NULL',
        [lettersShown],
      ),
    );
    return rows.map((row) => ({
      id: row.id,
      to: row.to_address,
      subject: row.subject,
      text: row.body_text,
      at: row.created_at.toISOString(),
    }));
  }

  /** Those that exist: a database that began without the demo has none. */
  private async seats(): Promise<InstanceResponse['demoAccounts']> {
    const known = await this.work.serve('identity', (tx) =>
      tx.query<{ email: string }>(
        `SELECT a.email FROM accounts a JOIN credentials c ON c.account_id = a.id WHERE a.email = ANY ($1)`,
        [demoPeople.map(({ email }) => email)],
      ),
    );
    const emails = new Set(known.map(({ email }) => email));
    return demoPeople.flatMap(({ email, name, title, organisationName, seat }) =>
      seat !== undefined && emails.has(email)
        ? [{ email, password: demoPassword, name, title, organisationName, seat }]
        : [],
    );
  }
}

function readVersion(): string {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  return version;
}
