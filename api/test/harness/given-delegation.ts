import type { Actor } from './actor.js';
import { forgetLimits, lastCode, type GivenAssessment } from './given-assessment.js';
import type { World } from './world.js';

export interface PartWish {
  readonly themes?: readonly string[];
  readonly questions?: readonly string[];
  readonly email?: string;
  readonly dueOn?: string | null;
  readonly note?: string;
}

export interface DelegationItem {
  readonly id: string;
  readonly email: string;
  readonly themes: readonly string[];
  readonly questions: readonly string[];
  readonly asked: number;
  readonly answered: number;
  readonly late: boolean;
  readonly openedAt: string | null;
  readonly lastSavedAt: string | null;
  readonly revision: number;
}

export const someColleague = 'yann.kerguelen@cadran.example';

export function aPart(wish: PartWish = {}): object {
  return {
    name: 'Yann Kerguelen',
    email: wish.email ?? someColleague,
    language: 'fr',
    note: wish.note ?? 'Merci d’y répondre avant vendredi.',
    dueOn: wish.dueOn ?? null,
    themes: wish.themes ?? [],
    questions: wish.questions ?? [],
  };
}

/** The secret in the newest letter to a colleague. */
export async function lastPartSecret(all: Pick<World, 'sql'>, email = someColleague): Promise<string> {
  const [letter] = await all.sql<{ body_text: string }>(
    `SELECT body_text FROM mail_messages WHERE to_address = $1 AND template IN ('part-handed-over', 'part-reminder')
     ORDER BY created_at DESC, id DESC LIMIT 1`,
    [email],
  );
  return /\/p#([\w-]{43})/.exec(letter?.body_text ?? '')?.[1] ?? '';
}

/** A colleague who was handed a part and typed the code of the letter. */
export async function givenDelegate(
  all: World,
  given: Pick<GivenAssessment, 'assessmentId' | 'supplier'>,
  wish: PartWish,
): Promise<{ readonly delegate: Actor; readonly delegationId: string }> {
  await forgetLimits(all);
  const reply = await given.supplier.post<{ items: DelegationItem[] }>(
    `/api/requests/${given.assessmentId}/delegations`,
    aPart(wish),
  );
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
  const email = wish.email ?? someColleague;
  const delegate = await holdsPart(all, await lastPartSecret(all, email));
  const delegationId = reply.body.items.find((item) => item.email === email)?.id ?? '';
  return { delegate, delegationId };
}

export async function holdsPart(all: World, secret: string): Promise<Actor> {
  const delegate = all.anonymous();
  await delegate.post('/api/part-links/code', { secret });
  const verified = await delegate.post('/api/part-links/verify', { secret, code: await lastCode(all) });
  if (verified.status !== 200) throw new Error(JSON.stringify(verified.body));
  return delegate;
}
