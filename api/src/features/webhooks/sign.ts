import { createHmac, randomBytes } from 'node:crypto';

const beginning = 'whsec_';

export function newWebhookSecret(): string {
  return `${beginning}${randomBytes(32).toString('base64')}`;
}

export interface Message {
  readonly id: string;
  readonly body: string;
  readonly sentAt: Date;
}

/** Standard Webhooks: what is signed is the id, the second and the body; one signature for each secret that is valid. */
export function signatureHeaders(
  { id, body, sentAt }: Message,
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  const second = String(Math.floor(sentAt.getTime() / 1_000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(beginning.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${second}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': second, 'webhook-signature': signatures.join(' ') };
}
