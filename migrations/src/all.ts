import { Foundation20261122090000 } from './20261122090000-foundation.js';
import { Suppliers20261122091000 } from './20261122091000-suppliers.js';
import { Questionnaires20261122092000 } from './20261122092000-questionnaires.js';
import { Assessments20261122093000 } from './20261122093000-assessments.js';
import { Answers20261122094000 } from './20261122094000-answers.js';
import { Reviews20261122095000 } from './20261122095000-reviews.js';
import { SaveAnswers20261122100000 } from './20261122100000-save-answers.js';
import { Portfolio20261122101000 } from './20261122101000-portfolio.js';
import { OpenSheet20261122110000 } from './20261122110000-open-sheet.js';
import { StandingsFollow20261122113000 } from './20261122113000-standings-follow.js';
import { FailedMail20261122113100 } from './20261122113100-failed-mail.js';
import { ScoresAndNotices20261122114500 } from './20261122114500-scores-and-notices.js';
import { OwnerVerifies20261122115000 } from './20261122115000-owner-verifies.js';
import { PortfolioOrders20261122120000 } from './20261122120000-portfolio-orders.js';
import { ProvedCount20261122121500 } from './20261122121500-proved-count.js';
import { SaveAnswersQuietly20261127225500 } from './20261127225500-save-answers-quietly.js';
import { StandingsOfTheDay20261127230000 } from './20261127230000-standings-of-the-day.js';
import { PlayedInstants20261127231000 } from './20261127231000-played-instants.js';
import { FirstLoad20261127233000 } from './20261127233000-first-load.js';
import { LinkRenewals20261127235000 } from './20261127235000-link-renewals.js';
import { StandingScored20261128001500 } from './20261128001500-standing-scored.js';
import { OwnerVerifiesDocuments20261128002000 } from './20261128002000-owner-verifies-documents.js';
import { Exposure20261128010000 } from './20261128010000-exposure.js';
import { ExpiredRows20261128021500 } from './20261128021500-expired-rows.js';
import { OwnerVerifiesExposure20261128022000 } from './20261128022000-owner-verifies-exposure.js';
import { Jobs20261128030000 } from './20261128030000-jobs.js';
import { ProofFiles20261128030100 } from './20261128030100-proof-files.js';
import { Contracts20261128031000 } from './20261128031000-contracts.js';
import { Remediation20261128033000 } from './20261128033000-remediation.js';
import { Drills20261128034000 } from './20261128034000-drills.js';
import { Incidents20261128034500 } from './20261128034500-incidents.js';
import { Certifications20261128035000 } from './20261128035000-certifications.js';
import { Warnings20261128040000 } from './20261128040000-warnings.js';
import { Checks20261128040100 } from './20261128040100-checks.js';
import { Lapses20261128042000 } from './20261128042000-lapses.js';
import { Obligations20261128043000 } from './20261128043000-obligations.js';
import { Notices20261128045000 } from './20261128045000-notices.js';
import { PartialAnswers20261128060000 } from './20261128060000-partial-answers.js';
import { UnexaminedStandings20261128061000 } from './20261128061000-unexamined-standings.js';
import { Contradictions20261128062000 } from './20261128062000-contradictions.js';
import { MoreObligations20261128063000 } from './20261128063000-more-obligations.js';
import { WarningSilences20261128063500 } from './20261128063500-warning-silences.js';
import { EventLeaves20261128064000 } from './20261128064000-event-leaves.js';
import { Salts20261128065000 } from './20261128065000-salts.js';
import { TimestampProblems20261128070000 } from './20261128070000-timestamp-problems.js';
import { DraftEdits20261128100200 } from './20261128100200-draft-edits.js';
import { QuestionnaireImports20261128100300 } from './20261128100300-questionnaire-imports.js';
import { Equivalences20261128100401 } from './20261128100401-equivalences.js';
import { VersionMoves20261128100402 } from './20261128100402-version-moves.js';
import { AnswerLibrary20261128100600 } from './20261128100600-answer-library.js';
import { Delegations20261128100700 } from './20261128100700-delegations.js';
import { DelegatesWrite20261128100710 } from './20261128100710-delegates-write.js';
import { ClarificationMarks20261128100720 } from './20261128100720-clarification-marks.js';
import { RecurringReminders20261128100801 } from './20261128100801-recurring-reminders.js';
import { CampaignSends20261128100802 } from './20261128100802-campaign-sends.js';
import { DecisionRules20261128100803 } from './20261128100803-decision-rules.js';
import { Improvements20261128100900 } from './20261128100900-improvements.js';
import { Reassessments20261128101101 } from './20261128101101-reassessments.js';
import { DeclaredKeys20261128101200 } from './20261128101200-declared-keys.js';
import { RiskRows20261128101300 } from './20261128101300-risk-rows.js';
import { Search20261128101400 } from './20261128101400-search.js';
import { ApiTokens20261128101600 } from './20261128101600-api-tokens.js';
import { Webhooks20261128101601 } from './20261128101601-webhooks.js';
import { Reports20261128101700 } from './20261128101700-reports.js';
import { PortfolioQuarters20261128101800 } from './20261128101800-portfolio-quarters.js';
import { ObligationCounts20261128101801 } from './20261128101801-obligation-counts.js';
import { ExposureRanges20261128101802 } from './20261128101802-exposure-ranges.js';
import { PortfolioViews20261128101803 } from './20261128101803-portfolio-views.js';
import { ReviewingTogether20261128101900 } from './20261128101900-reviewing-together.js';
import { CampaignControl20261128101901 } from './20261128101901-campaign-control.js';
import { Home20261128102000 } from './20261128102000-home.js';
import { RegulationAdmissions20261128102001 } from './20261128102001-regulation-admissions.js';
import { CalendarStaleAgain20261128102050 } from './20261128102050-calendar-stale-again.js';
import { ExpiryAnnouncements20261128102100 } from './20261128102100-expiry-announcements.js';
import { AnnouncedChanges20261128102101 } from './20261128102101-announced-changes.js';
import { QuartersInTodaysOrder20261128102120 } from './20261128102120-quarters-in-todays-order.js';
import { SearchReach20261128102140 } from './20261128102140-search-reach.js';
import { SubcontractorCountries20261128102141 } from './20261128102141-subcontractor-countries.js';
import { SearchLatest20261128102142 } from './20261128102142-search-latest.js';
import { Concentration20261128102144 } from './20261128102144-concentration.js';
import { CorrectionsOfKnockouts20261128102160 } from './20261128102160-corrections-of-knockouts.js';
import { ReassessmentMonthsByTier20261128102161 } from './20261128102161-reassessment-months-by-tier.js';
import { EquivalenceMoves20261128102162 } from './20261128102162-equivalence-moves.js';
import { PatchReports20261128102180 } from './20261128102180-patch-reports.js';

/** Every migration, oldest first; a merged one never changes. */
export const migrations = [
  Foundation20261122090000,
  Suppliers20261122091000,
  Questionnaires20261122092000,
  Assessments20261122093000,
  Answers20261122094000,
  Reviews20261122095000,
  SaveAnswers20261122100000,
  Portfolio20261122101000,
  OpenSheet20261122110000,
  StandingsFollow20261122113000,
  FailedMail20261122113100,
  ScoresAndNotices20261122114500,
  OwnerVerifies20261122115000,
  PortfolioOrders20261122120000,
  ProvedCount20261122121500,
  SaveAnswersQuietly20261127225500,
  StandingsOfTheDay20261127230000,
  PlayedInstants20261127231000,
  FirstLoad20261127233000,
  LinkRenewals20261127235000,
  StandingScored20261128001500,
  OwnerVerifiesDocuments20261128002000,
  Exposure20261128010000,
  ExpiredRows20261128021500,
  OwnerVerifiesExposure20261128022000,
  Jobs20261128030000,
  ProofFiles20261128030100,
  Contracts20261128031000,
  Remediation20261128033000,
  Drills20261128034000,
  Incidents20261128034500,
  Certifications20261128035000,
  Warnings20261128040000,
  Checks20261128040100,
  Lapses20261128042000,
  Obligations20261128043000,
  Notices20261128045000,
  PartialAnswers20261128060000,
  UnexaminedStandings20261128061000,
  Contradictions20261128062000,
  MoreObligations20261128063000,
  WarningSilences20261128063500,
  EventLeaves20261128064000,
  Salts20261128065000,
  TimestampProblems20261128070000,
  DraftEdits20261128100200,
  QuestionnaireImports20261128100300,
  Equivalences20261128100401,
  VersionMoves20261128100402,
  AnswerLibrary20261128100600,
  Delegations20261128100700,
  DelegatesWrite20261128100710,
  ClarificationMarks20261128100720,
  RecurringReminders20261128100801,
  CampaignSends20261128100802,
  DecisionRules20261128100803,
  Improvements20261128100900,
  Reassessments20261128101101,
  DeclaredKeys20261128101200,
  RiskRows20261128101300,
  Search20261128101400,
  ApiTokens20261128101600,
  Webhooks20261128101601,
  Reports20261128101700,
  PortfolioQuarters20261128101800,
  ObligationCounts20261128101801,
  ExposureRanges20261128101802,
  PortfolioViews20261128101803,
  ReviewingTogether20261128101900,
  CampaignControl20261128101901,
  Home20261128102000,
  RegulationAdmissions20261128102001,
  CalendarStaleAgain20261128102050,
  ExpiryAnnouncements20261128102100,
  AnnouncedChanges20261128102101,
  QuartersInTodaysOrder20261128102120,
  SearchReach20261128102140,
  SubcontractorCountries20261128102141,
  SearchLatest20261128102142,
  Concentration20261128102144,
  CorrectionsOfKnockouts20261128102160,
  ReassessmentMonthsByTier20261128102161,
  EquivalenceMoves20261128102162,
  PatchReports20261128102180,
];
