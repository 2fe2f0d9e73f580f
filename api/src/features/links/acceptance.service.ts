import { Injectable } from '@nestjs/common';
import { acceptsAnswers, decideAct } from '@probant/shared/assessments/lifecycle';
import type { EventsByKind } from '@probant/shared/audit/events';
import type { AssessmentId, OrganisationId } from '@probant/shared/ids';
import type { LinkSession } from '../../platform/access/decorators.js';
import type { Speaker } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { speakFor, Work, type Tx } from '../../platform/database/work.js';
import { fail, ProblemError } from '../../platform/http/problem.js';
import { Accounts } from '../identity/identity.public.js';
import { openCarried } from '../reassessments/reassessments.public.js';
import type { AcceptedResponse, AcceptRequest, HeldRequestResponse, WorkspaceResponse } from './links.dto.js';
import {
  findHeld,
  lockLink,
  refuseBuyerMember,
  speakAsRecipient,
  speakForLink,
  type HeldLink,
} from './link-holder.js';
import { Requests } from './requests.service.js';

export type LinkSpeaker = Speaker & LinkSession;

/** After the code: what is asked, and the workspace that will answer. Nobody joins one by its name, SIREN or domain. */
@Injectable()
export class Acceptance {
  constructor(
    private readonly work: Work,
    private readonly accounts: Accounts,
    private readonly requests: Requests,
    private readonly clock: Clock,
  ) {}

  read(speaker: LinkSpeaker): Promise<HeldRequestResponse> {
    const { recipientId, boundTo } = speaker;
    if (recipientId === null || boundTo === null) return fail('not-found');
    return this.work.serve('link', async (tx) => {
      const link = await findHeld(tx, recipientId, boundTo);
      const workspaces = await readWorkspaces(tx, speaker);
      const chosen = workspaces.find(
        ({ organisationId }) => organisationId === link.supplier_organisation_id,
      );
      return {
        request: await this.requests.frame(tx, link.assessment_id, null),
        recipientName: link.name,
        recipientEmail: link.email,
        workspace: chosen ?? null,
        workspaces,
        namedByBuyer: chosen === undefined ? await readNameByBuyer(tx, link) : null,
      };
    });
  }

  accept(speaker: LinkSpeaker, id: AssessmentId, request: AcceptRequest): Promise<AcceptedResponse> {
    const { recipientId, boundTo } = speaker;
    if (recipientId === null || boundTo !== id) return fail('not-found');
    refuseUnclear(request);
    return this.work.serve('link', async (tx) => {
      const link = await lockLink(tx, await findHeld(tx, recipientId, id), this.clock.now());
      await refuseBuyerMember(tx, link);
      const already = link.supplier_organisation_id;
      if (already !== null && already !== request.organisationId) fail('transition-refused');
      if (already === null && !acceptsAnswers(link.status)) fail('assessment-closed');
      const workspace = request.newWorkspace
        ? await this.create(tx, speaker, request.newWorkspace.name)
        : await choose(tx, speaker, request.organisationId ?? '');
      await speakForLink(tx);
      if (already === null) await this.bind(tx, speaker, link, workspace, request.newWorkspace !== undefined);
      await speakForLink(tx);
      await tx.query('UPDATE sessions SET organisation_id = $1 WHERE recipient_id = $2 AND account_id = $3', [
        workspace.organisationId,
        recipientId,
        speaker.accountId,
      ]);
      return { assessmentId: id, workspace };
    });
  }

  private async create(tx: Tx, speaker: LinkSpeaker, name: string): Promise<WorkspaceResponse> {
    const organisationId = await this.accounts.createOrganisation(
      tx,
      { kind: 'supplier', name, language: speaker.language },
      { accountId: speaker.accountId, name: speaker.accountName, roles: ['supplier-admin'] },
    );
    return { organisationId, name };
  }

  /** The request now belongs to the workspace; a sheet that it wrote earlier is found again. */
  private async bind(
    tx: Tx,
    speaker: LinkSpeaker,
    link: HeldLink,
    workspace: WorkspaceResponse,
    created: boolean,
  ): Promise<void> {
    const { assessment_id: assessmentId, buyer_id: buyerId, recipient_id: recipientId } = link;
    const opening = decideAct({ ...link, accepted: false }, 'open');
    await tx.query(
      `UPDATE assessments SET supplier_organisation_id = $2, status = $3, status_at = CASE WHEN status = $3 THEN status_at ELSE $4 END,
         revision = revision + 1 WHERE id = $1`,
      [
        assessmentId,
        workspace.organisationId,
        opening.accepted ? opening.value.to : link.status,
        this.clock.now(),
      ],
    );
    await tx.query('UPDATE recipients SET accepted_at = $2 WHERE id = $1', [recipientId, this.clock.now()]);
    const sent = await readSending(tx, link);
    const own = await speakFor(tx, workspace.organisationId, speaker.accountId, 'link');
    await own.query(
      `INSERT INTO acceptances (buyer_id, assessment_id, supplier_organisation_id, recipient_id, accepted_by, accepted_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [buyerId, assessmentId, workspace.organisationId, recipientId, speaker.accountId, this.clock.now()],
    );
    const fresh = await own.query(
      `INSERT INTO answer_sheets (supplier_organisation_id, assessment_id, buyer_id) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING RETURNING assessment_id`,
      [workspace.organisationId, assessmentId, buyerId],
    );
    if (sent) {
      const { kind, actor, text } = sent;
      await own.query('SELECT append_event($1, $2, $3, $4)', [assessmentId, kind, actor, text]);
    }
    // Which workspace it is stays with the workspace; the buyer learns that the request was taken.
    await own.record({ kind: 'workspace-chosen', assessmentId, created, organisationName: workspace.name });
    await own.recordForBoth({ kind: 'request-accepted', assessmentId, recipient: link.email });
    if (fresh.length > 0)
      await openCarried(own, workspace.organisationId as OrganisationId, assessmentId, this.clock.today());
  }
}

interface Sending {
  readonly kind: string;
  readonly actor: string;
  readonly text: string;
}

/** The sending stands in both chains: the supplier's begins with a copy that names the hash of the buyer's entry. */
async function readSending(
  tx: Tx,
  { buyer_id, assessment_id, recipient_id }: HeldLink,
): Promise<Sending | undefined> {
  await speakAsRecipient(tx, buyer_id, recipient_id);
  const [sent] = await tx.query<Sending>(
    `SELECT kind, actor, left(text, -1) || ',"~with":"' || hash || '"}' AS text FROM events
     WHERE organisation_id = $1 AND chain_id = $2 AND kind = 'assessment-sent' ORDER BY sequence LIMIT 1`,
    [buyer_id, assessment_id],
  );
  return sent;
}

/** No secret of the buyer: the workspace that accepts reads the same name in its own copy of the sending. */
async function readNameByBuyer(tx: Tx, link: HeldLink): Promise<string | null> {
  const sent = await readSending(tx, link);
  await speakForLink(tx);
  // The chain keeps what was recorded: the text of this kind is the event of this kind.
  const event = sent && (JSON.parse(sent.text) as EventsByKind['assessment-sent']);
  return event?.supplierName ?? null;
}

function refuseUnclear({ organisationId, newWorkspace }: AcceptRequest): void {
  if ((organisationId === undefined) !== (newWorkspace === undefined)) return;
  throw new ProblemError({
    code: 'invalid-input',
    errors: [
      { pointer: '/organisationId', code: organisationId === undefined ? 'required' : 'unknown-field' },
    ],
  });
}

/** A workspace of somebody else looks like one that does not exist. */
async function choose(tx: Tx, speaker: LinkSpeaker, organisationId: string): Promise<WorkspaceResponse> {
  const workspaces = await readWorkspaces(tx, speaker);
  return workspaces.find((one) => one.organisationId === organisationId) ?? fail('not-found');
}

async function readWorkspaces(tx: Tx, speaker: LinkSpeaker): Promise<WorkspaceResponse[]> {
  const rows = await tx.query<{ id: OrganisationId; name: string }>(
    `SELECT o.id, o.name FROM memberships m JOIN organisations o ON o.id = m.organisation_id
     WHERE m.account_id = $1 AND o.kind = 'supplier' ORDER BY m.created_at, o.id`,
    [speaker.accountId],
  );
  return rows.map(({ id, name }) => ({ organisationId: id, name }));
}
