import type { EngagementId, OrganisationId } from '@probant/shared/ids';
import type { RegisteredWarning } from '@probant/shared/warnings/warned-of';
import { In } from 'typeorm';
import type { Tx } from '../../platform/database/work.js';
import { readWarnings, stateOf, type KeptWarning } from './read-warnings.js';

/** What was entered on an engagement, with what the buyer last said of each. */
export async function readRegister(
  tx: Tx,
  buyerId: OrganisationId,
  engagementId: EngagementId,
): Promise<RegisteredWarning[]> {
  return (await readWarnings(tx, { buyerId, engagementId })).map(toRegistered);
}

/** The same of several engagements, by engagement. */
export async function readRegisters(
  tx: Tx,
  buyerId: OrganisationId,
  engagementIds: readonly EngagementId[],
): Promise<ReadonlyMap<EngagementId, readonly RegisteredWarning[]>> {
  const registers = new Map<EngagementId, RegisteredWarning[]>();
  if (engagementIds.length === 0) return registers;
  for (const kept of await readWarnings(tx, { buyerId, engagementId: In([...engagementIds]) })) {
    const { engagementId } = kept.row;
    registers.set(engagementId, [...(registers.get(engagementId) ?? []), toRegistered(kept)]);
  }
  return registers;
}

function toRegistered(kept: KeptWarning): RegisteredWarning {
  const { id, supersedesId, questions } = kept.row;
  return { id, supersedesId, questions, decision: stateOf(kept).decision };
}
