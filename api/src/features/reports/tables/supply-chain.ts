import type { ChainActor } from '@probant/shared/certifications/chain';
import type { RegisterRow } from './register-row.js';

interface LinkEnd {
  readonly code: string;
  readonly siren: string | null;
}

/** Somebody works for the engagement at a rank: the holder of the contract first, then whoever it has work, and so on. */
export interface ChainLink {
  readonly engagementId: string;
  readonly rank: number;
  readonly provider: LinkEnd;
  /** null at the first rank: the organisation itself. */
  readonly recipient: LinkEnd | null;
}

/** The links of one engagement, nearest first; a company that works for two of them stands under both. */
export function linksOfEngagement({ id, supplier, siren, chain }: RegisterRow): ChainLink[] {
  const holder = { code: siren ?? supplier, siren };
  const first: ChainLink = { engagementId: id, rank: 1, provider: holder, recipient: null };
  if (chain === null) return [first];
  const actors = new Map(chain.actors.map((actor) => [actor.id, actor]));
  const ranks = new Map([[chain.holderId, 1]]);
  const links = [first];
  const waiting = [chain.holderId];
  for (let from = waiting.shift(); from !== undefined; from = waiting.shift()) {
    const rank = (ranks.get(from) ?? 1) + 1;
    for (const { to } of chain.contracts.filter((contract) => contract.from === from)) {
      const recipient = from === chain.holderId ? holder : endOf(actors.get(from));
      links.push({ engagementId: id, rank, provider: endOf(actors.get(to)), recipient });
      if (ranks.has(to)) continue;
      ranks.set(to, rank);
      waiting.push(to);
    }
  }
  return links;
}

function endOf(actor: ChainActor | undefined): LinkEnd {
  return { code: actor?.siren ?? actor?.name ?? '', siren: actor?.siren ?? null };
}
