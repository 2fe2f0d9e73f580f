/** Every table that code reads as objects; a test compares them with the migrated schema. */
export { DelegationEntity } from './features/delegations/delegations.public.js';
export { AccountEntity, MembershipEntity, OrganisationEntity } from './features/identity/identity.entity.js';
export { EngagementEntity } from './features/engagements/engagements.public.js';
export { EvidenceEntity } from './features/evidence/evidence.entity.js';
export { ContactEntity, SupplierEntity } from './features/suppliers/suppliers.public.js';
export { BuyerSettingsEntity, WeightProfileEntity } from './features/profiles/profiles.public.js';
export {
  QuestionnaireEntity,
  QuestionnaireVersionEntity,
} from './features/questionnaires/questionnaires.public.js';
export { AssessmentEntity, RecipientEntity } from './features/assessments/assessments.public.js';
export { ScoreSnapshotEntity } from './features/scoring/scoring.public.js';
export {
  DrillAuthorisationEntity,
  DrillDropEntity,
  DrillEntity,
  DrillPlanEntity,
  DrillRecordEntity,
  DrillReplyEntity,
} from './features/drills/drills.public.js';
export {
  IncidentEntity,
  IncidentFileEntity,
  IncidentStatementEntity,
} from './features/incidents/incidents.public.js';
export { ExposureNoticeEntity, ExposureStatementEntity } from './features/exposure/exposure.public.js';
export {
  PatchReportEntity,
  PatchReportExpectationEntity,
} from './features/patch-reports/patch-reports.public.js';
export {
  CertificateEntity,
  CertificationChainEntity,
  LossProcedureEntity,
  LossProcedureStepEntity,
  SubcontractorEntity,
} from './features/certifications/certifications.public.js';
export { FindingActEntity, FindingEntity } from './features/findings/findings.public.js';
export {
  FindingAcceptanceEntity,
  FindingPieceEntity,
  FindingVerificationEntity,
} from './features/remediation/remediation.public.js';
export { ClarificationEntity } from './features/clarifications/clarifications.public.js';
export {
  ClauseAssessmentEntity,
  ContractDocumentEntity,
  ContractTermsEntity,
} from './features/contracts/contracts.public.js';
export {
  AnswerReviewEntity,
  EvidenceReviewEntity,
  MeasuredProofEntity,
} from './features/reviews/reviews.public.js';
export {
  ContractEndingEntity,
  NoticeEntity,
  NoticeGradingEntity,
  NoticeLetterEntity,
  NoticePieceEntity,
  NoticeReplyEntity,
  NoticeStepEntity,
} from './features/notices/notices.public.js';
export { ObligationMarkEntity } from './features/calendar/calendar.public.js';
export { PortfolioViewEntity } from './features/portfolio-views/portfolio-views.public.js';
export { DecisionEntity, DecisionNoticeEntity } from './features/decisions/decisions.public.js';
export {
  WarningConfirmationEntity,
  WarningDecisionEntity,
  WarningEntity,
  WarningFileEntity,
  WarningProofEntity,
} from './features/warnings/warnings.public.js';
export {
  CheckEntity,
  CheckProofEntity,
  CheckReplyEntity,
  ZoneTokenEntity,
} from './features/checks/checks.public.js';
export { ContradictionActEntity } from './features/contradictions/contradictions.public.js';
