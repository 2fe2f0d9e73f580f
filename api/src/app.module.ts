import { Module, type DynamicModule } from '@nestjs/common';
import { AgeingModule } from './features/ageing/ageing.public.js';
import { AnswerLibraryModule } from './features/answer-library/answer-library.public.js';
import { AnswersModule } from './features/answers/answers.public.js';
import { AssessmentsModule } from './features/assessments/assessments.public.js';
import { AuditModule } from './features/audit/audit.public.js';
import { CalendarModule } from './features/calendar/calendar.public.js';
import { CampaignsModule } from './features/campaigns/campaigns.public.js';
import { CasesModule } from './features/cases/cases.public.js';
import { CertificationsModule } from './features/certifications/certifications.public.js';
import { ChecksModule } from './features/checks/checks.public.js';
import { ClarificationsModule } from './features/clarifications/clarifications.public.js';
import { ComparisonsModule } from './features/comparisons/comparisons.public.js';
import { ConcentrationModule } from './features/concentration/concentration.public.js';
import { ContractsModule } from './features/contracts/contracts.public.js';
import { ContradictionsModule } from './features/contradictions/contradictions.public.js';
import { DecisionsModule } from './features/decisions/decisions.public.js';
import { DeskModule } from './features/desk/desk.public.js';
import { PatchReportsModule } from './features/patch-reports/patch-reports.public.js';
import { DrillsModule } from './features/drills/drills.public.js';
import { EngagementsModule } from './features/engagements/engagements.public.js';
import { EvidenceModule } from './features/evidence/evidence.public.js';
import { ExportsModule } from './features/exports/exports.public.js';
import { ExposureModule } from './features/exposure/exposure.public.js';
import { FindingsModule } from './features/findings/findings.public.js';
import { FourEyesModule } from './features/four-eyes/four-eyes.public.js';
import { HomeModule } from './features/home/home.public.js';
import { IdentityModule } from './features/identity/identity.public.js';
import { ImportsModule } from './features/imports/imports.public.js';
import { IncidentsModule } from './features/incidents/incidents.public.js';
import { InstanceModule } from './features/instance/instance.public.js';
import { LibraryModule } from './features/library/library.public.js';
import { DelegationsModule } from './features/delegations/delegations.public.js';
import { LinksModule } from './features/links/links.public.js';
import { MovesModule } from './features/moves/moves.public.js';
import { NoticesModule } from './features/notices/notices.public.js';
import { OutlookModule } from './features/outlook/outlook.public.js';
import { PortfolioViewsModule } from './features/portfolio-views/portfolio-views.public.js';
import { ProfilesModule } from './features/profiles/profiles.public.js';
import { ProofModule } from './features/proof/proof.public.js';
import { QuestionnaireImportsModule } from './features/questionnaire-imports/questionnaire-imports.public.js';
import { QuestionnairesModule } from './features/questionnaires/questionnaires.public.js';
import { ReassessmentsModule } from './features/reassessments/reassessments.public.js';
import { RemediationModule } from './features/remediation/remediation.public.js';
import { ReviewQueueModule } from './features/review-queue/review-queue.public.js';
import { ReviewsModule } from './features/reviews/reviews.public.js';
import { ScoringModule } from './features/scoring/scoring.public.js';
import { ReportsModule } from './features/reports/reports.public.js';
import { SearchModule } from './features/search/search.public.js';
import { SubmissionsModule } from './features/submissions/submissions.public.js';
import { SuppliersModule } from './features/suppliers/suppliers.public.js';
import { TokensModule } from './features/tokens/tokens.public.js';
import { WarningsModule } from './features/warnings/warnings.public.js';
import { WebhooksModule } from './features/webhooks/webhooks.public.js';
import { WorkbooksModule } from './features/workbooks/workbooks.public.js';
import { PlatformModule, type Platform } from './platform/platform.module.js';

const features = [
  IdentityModule,
  AnswersModule,
  AnswerLibraryModule,
  EvidenceModule,
  SubmissionsModule,
  SearchModule,
  SuppliersModule,
  EngagementsModule,
  ExportsModule,
  ImportsModule,
  InstanceModule,
  LibraryModule,
  AuditModule,
  CasesModule,
  AgeingModule,
  ComparisonsModule,
  ConcentrationModule,
  ExposureModule,
  DeskModule,
  WorkbooksModule,
  DrillsModule,
  PatchReportsModule,
  IncidentsModule,
  CertificationsModule,
  QuestionnairesModule,
  QuestionnaireImportsModule,
  ProfilesModule,
  ScoringModule,
  FindingsModule,
  RemediationModule,
  ClarificationsModule,
  ReviewsModule,
  FourEyesModule,
  ReviewQueueModule,
  DecisionsModule,
  AssessmentsModule,
  CampaignsModule,
  DelegationsModule,
  MovesModule,
  ReassessmentsModule,
  LinksModule,
  ContractsModule,
  WarningsModule,
  ProofModule,
  ReportsModule,
  NoticesModule,
  ChecksModule,
  ContradictionsModule,
  CalendarModule,
  TokensModule,
  WebhooksModule,
  OutlookModule,
  PortfolioViewsModule,
  HomeModule,
];

@Module({})
export class AppModule {
  static of(platform: Platform): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.of(platform), ...features],
    };
  }
}
