import { createHash, randomBytes } from 'node:crypto';
import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

export const sessionDays = 14;

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Secrets are stored hashed: a stolen database opens no session. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Whom a page takes itself to act for. */
const accountHeader = 'probant-account';

/**
 * `__Host-` binds the cookie to this origin; browsers accept the prefix over https only. It names its account beside the
 * secret: a page that still stands open for somebody else says so in a header, and is then not signed in.
 */
export class SessionCookie {
  private readonly name: string;

  constructor(private readonly secure: boolean) {
    this.name = secure ? '__Host-probant' : 'probant';
  }

  read(request: FastifyRequest): Buffer | null {
    const value = request.cookies[this.name];
    if (value === undefined || value.length > 100) return null;
    const [secret = '', account] = value.split('.');
    const meant = request.headers[accountHeader];
    const isOther = meant !== undefined && account !== undefined && meant !== account;
    return isOther ? null : hashSecret(secret);
  }

  write(reply: FastifyReply, secret: string, accountId: string): void {
    void reply.setCookie(this.name, `${secret}.${accountId}`, {
      httpOnly: true,
      secure: this.secure,
      sameSite: 'lax',
      path: '/',
      maxAge: sessionDays * 24 * 3600,
    });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, { httpOnly: true, secure: this.secure, sameSite: 'lax', path: '/' });
  }
}
