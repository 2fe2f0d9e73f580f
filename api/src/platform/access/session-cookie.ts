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

/** `__Host-` binds the cookie to this origin; browsers accept the prefix over https only. */
export class SessionCookie {
  private readonly name: string;

  constructor(private readonly secure: boolean) {
    this.name = secure ? '__Host-probant' : 'probant';
  }

  read(request: FastifyRequest): Buffer | null {
    const secret = request.cookies[this.name];
    return secret === undefined || secret.length > 100 ? null : hashSecret(secret);
  }

  write(reply: FastifyReply, secret: string): void {
    void reply.setCookie(this.name, secret, {
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
