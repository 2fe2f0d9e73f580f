import { Injectable } from '@nestjs/common';
import { isPending, type Plan } from '@probant/shared/findings/finding';
import { decideFindingAct, type FindingAct, type Mover } from '@probant/shared/findings/lifecycle';
import { letterGoesTo } from '@probant/shared/findings/supplier-findings';
import { findingAddress } from '@probant/shared/addresses';
import { IsNull } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/work.js';
import { accepted, fail } from '../../platform/http/problem.js';
import { Correspondents } from '../clarifications/clarifications.public.js';
import {
  addAct,
  FindingActEntity,
  FindingEntity,
  standingOf,
  type Author,
} from '../findings/findings.public.js';
import type { HeldFinding } from './held-finding.js';
import { FindingAcceptanceEntity } from './remediation.entity.js';
import { findingLetter, type ToldAct } from './remediation.letters.js';

export interface Move {
  readonly act: FindingAct;
  readonly by: Mover;
  readonly author: Author;
  /** How the author's organisation is named in a letter. */
  readonly organisationName: string;
  readonly reason: string;
  readonly plan?: Plan;
  readonly until?: string;
}

const letterEveryMs = 3_600_000;

/** Moves a finding that is held, with its act, its event and the letter to the other side. */
@Injectable()
export class FindingMoves {
  constructor(
    private readonly correspondents: Correspondents,
    private readonly clock: Clock,
  ) {}

  async move(tx: Tx, held: HeldFinding, move: Move): Promise<FindingActEntity> {
    const { finding } = held;
    const { act, by, reason, plan, until, author } = move;
    const decided = accepted(
      decideFindingAct(standingOf(finding), {
        ...{ act, by, reason, today: this.clock.today() },
        ...(plan === undefined ? {} : { plan }),
        ...(until === undefined ? {} : { until }),
      }),
    );
    const at = this.clock.now();
    if (act === 'propose' && by === 'buyer') await this.show(tx, held, at);
    const quiet = act === 'comment' && (await this.wasTold(tx, held, by, at));
    const added = await addAct(tx, finding, decided, { author, at });
    if (!isPending(finding.status)) await this.dropAcceptance(tx, finding, at);
    if (!quiet) await this.tell(tx, held, { ...move, act, reason: decided.reason });
    return added;
  }

  /** A plan is agreed with somebody: proposing one shows the finding to the supplier, if it has not been shown yet. */
  private async show(tx: Tx, { finding, assessment }: HeldFinding, at: Date): Promise<void> {
    if (finding.sharedAt !== null) return;
    const { supplierOrganisationId } = assessment;
    if (supplierOrganisationId === null) fail('no-counterpart');
    Object.assign(finding, { sharedAt: at, supplierOrganisationId });
    const { buyerId, id, sharedAt } = finding;
    await tx.manager.update(FindingEntity, { buyerId, id }, { sharedAt, supplierOrganisationId });
  }

  /** The other side gets one letter an hour at most about what one side writes; it reads the rest online. */
  private async wasTold(tx: Tx, { finding }: HeldFinding, by: Mover, at: Date): Promise<boolean> {
    const { buyerId, id } = finding;
    const [last] = await tx.manager.find(FindingActEntity, {
      where: { buyerId, findingId: id, act: 'comment', side: by },
      order: { number: 'DESC' },
      take: 1,
    });
    return last !== undefined && at.getTime() - last.at.getTime() < letterEveryMs;
  }

  private async dropAcceptance(tx: Tx, { buyerId, id }: FindingEntity, at: Date): Promise<void> {
    await tx.manager.update(
      FindingAcceptanceEntity,
      { organisationId: buyerId, findingId: id, decision: IsNull() },
      { decision: 'dropped', decidedAt: at },
    );
  }

  private async tell(tx: Tx, { finding, assessment }: HeldFinding, move: Move): Promise<void> {
    const to = letterGoesTo(move.act, move.by);
    if (to === undefined || finding.sharedAt === null) return;
    const told: ToldAct = {
      act: move.act,
      author: move.author.name,
      organisation: move.organisationName,
      title: assessment.title,
      questionId: finding.questionId,
      text: finding.text,
      reason: move.reason,
    };
    const letter = {
      template: 'finding-told' as const,
      path: findingAddress(to, finding.id),
      compose: (language: 'fr' | 'en', address: string, toMember: boolean) =>
        findingLetter(language, toMember ? told : { ...told, reason: '' }, address),
    };
    if (to === 'supplier') await this.correspondents.tellSupplier(tx, assessment, letter);
    else
      await this.correspondents.tellBuyer(
        tx,
        { organisationId: move.author.organisationId },
        assessment,
        letter,
      );
  }
}
