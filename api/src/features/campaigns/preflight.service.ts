import { Inject, Injectable } from '@nestjs/common';
import {
  checkCampaign,
  checkEngagement,
  isContextComplete,
  stopsSend,
  type SendIssue,
} from '@probant/shared/assessments/preflight';
import type { FieldRefusal } from '@probant/shared/decision';
import type { ContactId, EngagementId, SupplierId, VersionId } from '@probant/shared/ids';
import type {
  EngagementContext,
  Language,
  QuestionnaireDocument,
  Tier,
} from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import type { Tx } from '../../platform/database/work.js';
import { fail, ProblemError } from '../../platform/http/problem.js';
import { Versions, type PublishedVersion } from '../questionnaires/questionnaires.public.js';
import type { CampaignItemRequest, PreflightRequest, PreflightResponse } from './campaigns.dto.js';
import { SupplierDocuments, type BuiltDocument } from './supplier-documents.js';

export interface Recipient {
  readonly contactId: ContactId;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

export interface CheckedItem {
  readonly engagementId: EngagementId;
  readonly engagementName: string;
  readonly supplierId: SupplierId;
  readonly supplierName: string;
  readonly context: EngagementContext;
  readonly tier: Tier;
  readonly points: number;
  readonly recipient: Recipient | null;
  readonly contacts: readonly Recipient[];
  readonly built: BuiltDocument | null;
  readonly issues: readonly SendIssue[];
}

export interface CheckedSend {
  readonly version: PublishedVersion;
  readonly issues: readonly SendIssue[];
  readonly items: readonly CheckedItem[];
}

interface EngagementRow {
  readonly id: EngagementId;
  readonly name: string;
  readonly supplier_id: SupplierId;
  readonly supplier_name: string;
  readonly context: EngagementContext;
  readonly tier: Tier;
  readonly points: number;
  readonly archived: boolean;
  readonly running: boolean;
  readonly contacts: readonly (Recipient & { readonly isBuyer: boolean; readonly mailFailed: boolean })[];
}

/** What would go wrong, told before anything leaves; the send asks the same questions again. */
@Injectable()
export class Preflight {
  constructor(
    private readonly versions: Versions,
    private readonly documents: SupplierDocuments,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: ServeConfig,
  ) {}

  async check(tx: Tx, scope: Pick<Scope, 'organisationId'>, request: PreflightRequest): Promise<CheckedSend> {
    const version = await this.versions.get(tx, scope.organisationId, request.versionId as VersionId);
    if (version.retired) fail('version-retired');
    const rows = await readEngagements(tx, scope, request.items);
    refuseUnknown(request.items, rows);
    const issues = checkCampaign({
      dueOn: request.dueOn,
      today: this.clock.today(),
      mailLeaves: this.config.mail !== null,
    });
    const items = request.items.flatMap((item) => {
      const row = rows.get(item.engagementId);
      return row ? [this.checkItem(version.document, item, row)] : [];
    });
    return { version, issues, items };
  }

  private checkItem(
    document: QuestionnaireDocument,
    item: CampaignItemRequest,
    row: EngagementRow,
  ): CheckedItem {
    const contextComplete = isContextComplete(document, row.context);
    const built = contextComplete ? this.documents.build(document, row.context) : null;
    const chosen = row.contacts.find(
      ({ contactId }) => item.contactId === undefined || contactId === item.contactId,
    );
    const issues = checkEngagement({
      archived: row.archived,
      running: row.running,
      contextComplete,
      questions: built?.questions ?? 0,
      recipient: chosen ?? null,
    });
    return {
      engagementId: row.id,
      engagementName: row.name,
      supplierId: row.supplier_id,
      supplierName: row.supplier_name,
      context: row.context,
      tier: row.tier,
      points: row.points,
      recipient: chosen ? toRecipient(chosen) : null,
      contacts: row.contacts.map(toRecipient),
      built,
      issues,
    };
  }
}

function toRecipient({ contactId, name, email, language }: Recipient): Recipient {
  return { contactId, name, email, language };
}

export function isReady({ issues, items }: CheckedSend): boolean {
  return ![...issues, ...items.flatMap((item) => item.issues)].some(stopsSend);
}

export function toPreflightResponse(checked: CheckedSend): PreflightResponse {
  return {
    ready: isReady(checked),
    issues: [...checked.issues],
    items: checked.items.map((item) => ({
      engagementId: item.engagementId,
      engagementName: item.engagementName,
      supplierId: item.supplierId,
      supplierName: item.supplierName,
      tier: item.tier,
      questions: item.built?.questions ?? 0,
      recipient: item.recipient,
      contacts: [...item.contacts],
      issues: [...item.issues],
    })),
  };
}

/** An assessment of the engagement that still accepts answers, or waits for the buyer, is running. */
async function readEngagements(
  tx: Tx,
  scope: Pick<Scope, 'organisationId'>,
  items: readonly CampaignItemRequest[],
): Promise<ReadonlyMap<string, EngagementRow>> {
  const rows = await tx.query<EngagementRow>(
    `SELECT e.id, e.name, e.supplier_id, s.name AS supplier_name, e.context, e.tier, e.points,
       e.archived_at IS NOT NULL OR s.archived_at IS NOT NULL AS archived,
       EXISTS (SELECT 1 FROM assessments a WHERE a.buyer_id = e.organisation_id AND a.engagement_id = e.id
         AND a.status NOT IN ('decided', 'cancelled')) AS running,
       coalesce((SELECT jsonb_agg(jsonb_build_object('contactId', k.id, 'name', k.name, 'email', k.email, 'language', k.language,
           'isBuyer', EXISTS (SELECT 1 FROM memberships m JOIN accounts ac ON ac.id = m.account_id
             WHERE m.organisation_id = k.organisation_id AND ac.email = k.email),
           'mailFailed', EXISTS (SELECT 1 FROM mail_messages mm WHERE mm.organisation_id = k.organisation_id
             AND mm.to_address = k.email AND mm.state = 'failed')) ORDER BY k.created_at, k.id)
         FROM contacts k WHERE k.organisation_id = e.organisation_id AND k.supplier_id = e.supplier_id), '[]') AS contacts
     FROM engagements e JOIN suppliers s ON s.organisation_id = e.organisation_id AND s.id = e.supplier_id
     WHERE e.organisation_id = $1 AND e.id = ANY ($2::uuid[])`,
    [scope.organisationId, items.map(({ engagementId }) => engagementId.toLowerCase())],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Named twice, not there, or a contact of somebody else: a mistake of the request, at its place. */
function refuseUnknown(
  items: readonly CampaignItemRequest[],
  rows: ReadonlyMap<string, EngagementRow>,
): void {
  const seen = new Set<string>();
  const errors = items.flatMap(({ engagementId, contactId }, index): FieldRefusal[] => {
    const at = `/items/${index}`;
    const row = rows.get(engagementId);
    if (!row) return [{ pointer: `${at}/engagementId`, code: 'unknown-reference' }];
    if (seen.has(engagementId)) return [{ pointer: `${at}/engagementId`, code: 'duplicate' }];
    seen.add(engagementId);
    const known = contactId === undefined || row.contacts.some((contact) => contact.contactId === contactId);
    return known ? [] : [{ pointer: `${at}/contactId`, code: 'unknown-reference' }];
  });
  if (errors.length > 0) throw new ProblemError({ code: 'invalid-input', errors });
}
