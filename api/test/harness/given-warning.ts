import type { Actor } from './actor.js';
import type { GivenAssessment } from './given-assessment.js';
import type { World } from './world.js';

export const aWarning = {
  subject: 'Sauvegarde déconnectée',
  risk: 'Un rançongiciel chiffrerait aussi les sauvegardes.',
  exclusion: 'Aucune copie hors ligne n’est prévue au contrat.',
  recommendation: 'Une copie hebdomadaire hors ligne.',
  alternatives: 'Un stockage immuable.',
  cost: { oneOffCents: 450_000, monthlyCents: 32_000 },
  decideBy: '2026-12-20',
  questions: ['BKP-04'],
  pieceIds: [] as string[],
  supersedesId: null as string | null,
};

/** A warning that the supplier gave, with a piece. */
export async function givenWarning(
  all: Pick<World, 'cadran'>,
  { assessmentId }: Pick<GivenAssessment, 'assessmentId'>,
  more: Partial<typeof aWarning> = {},
): Promise<{ readonly warningId: string; readonly pieceId: string }> {
  const supplier = all.cadran['supplier-admin'];
  const pieceId = await storesPiece(supplier, 'La proposition du 2 novembre.');
  const body = { ...aWarning, pieceIds: [pieceId], ...more };
  const reply = await supplier.post<{ id: string }>(`/api/requests/${assessmentId}/warnings`, body);
  if (reply.status !== 200) throw new Error(`no warning was given: ${JSON.stringify(reply.body)}`);
  return { warningId: reply.body.id, pieceId };
}

export async function storesPiece(actor: Actor, content: string): Promise<string> {
  const call = actor.start('post', '/api/warning-files').field('kind', 'proposition');
  const file = Buffer.from(content);
  const reply = actor.finish<{ id: string }>(
    await call.attach('file', file, { filepath: 'proposition.txt' } as object),
  );
  if (reply.status !== 200) throw new Error(`no piece was stored: ${JSON.stringify(reply.body)}`);
  return reply.body.id;
}
