declare const brand: unique symbol;

/** A UUID that cannot be handed to a function that wants the id of something else. */
export type Id<Name extends string> = string & { readonly [brand]: Name };

export type AccountId = Id<'account'>;
export type OrganisationId = Id<'organisation'>;
export type SupplierId = Id<'supplier'>;
export type ContactId = Id<'contact'>;
export type EngagementId = Id<'engagement'>;
export type QuestionnaireId = Id<'questionnaire'>;
export type VersionId = Id<'version'>;
export type QuestionnaireImportId = Id<'questionnaire-import'>;
export type CampaignId = Id<'campaign'>;
export type AssessmentId = Id<'assessment'>;
export type SubmissionId = Id<'submission'>;
export type EvidenceId = Id<'evidence'>;
export type CheckId = Id<'check'>;
export type WarningId = Id<'warning'>;
export type DelegationId = Id<'delegation'>;
export type ClarificationId = Id<'clarification'>;
export type ContradictionActId = Id<'contradiction-act'>;
export type FindingId = Id<'finding'>;
export type SubcontractorId = Id<'subcontractor'>;
export type CertificateId = Id<'certificate'>;
export type LossProcedureId = Id<'loss-procedure'>;
export type ProfileId = Id<'profile'>;
export type ContractDocumentId = Id<'contract-document'>;
export type NoticeId = Id<'notice'>;
export type NoticePieceId = Id<'notice-piece'>;
export type NoticeReplyId = Id<'notice-reply'>;
export type MoveId = Id<'move'>;
export type CarryId = Id<'carry'>;
export type DryRunId = Id<'dry-run'>;
export type CorrectionId = Id<'correction'>;
export type SnapshotId = Id<'snapshot'>;
export type AuthorisationId = Id<'authorisation'>;
export type DrillId = Id<'drill'>;
export type DrillDropId = Id<'drill-drop'>;
export type DrillRecordId = Id<'drill-record'>;
export type DrillReplyId = Id<'drill-reply'>;
export type IncidentId = Id<'incident'>;
export type IncidentStatementId = Id<'incident-statement'>;
export type ObligationId = Id<'obligation'>;
export type WebhookId = Id<'webhook'>;
export type DeliveryId = Id<'delivery'>;
export type PortfolioViewId = Id<'portfolio-view'>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/** The id a text stands for, or nothing; upper case is accepted, as PostgreSQL accepts it. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the brand: this is the checked boundary
export function findId<T extends Id<string>>(text: string): T | undefined {
  const lower = text.toLowerCase();
  return isUuid(lower) ? (lower as T) : undefined;
}
